package org.xincheng.procedure.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.xincheng.credit.calendar.CalendarLoading;
import org.xincheng.credit.calendar.NewNotice;
import org.xincheng.credit.cases.CommonAct.DepartmentsTold;
import org.xincheng.credit.cases.CommonAct.LatenessFlagged;
import org.xincheng.credit.cases.CommonAct.SupervisionOrdered;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.ListingStatus;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.objection.Objection;
import org.xincheng.credit.objection.Objections;
import org.xincheng.credit.objection.RemedyAct.RemedyOutcome;
import org.xincheng.law.Suspension;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.CoversModel;
import org.xincheng.support.Jobs;
import org.xincheng.support.RemedySteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
@DirtiesContext
@CoversModel("processes/objection/objection.bpmn")
class ObjectionTest {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Jobs jobs;

    @Autowired
    private CalendarLoading calendars;

    @Autowired
    private Objections objections;

    @Autowired
    private Listings listings;

    @Autowired
    private ListingClock listingClock;

    private LegalCase listed;

    @BeforeEach
    void aListingPublishedOnTheSecondOfMarch() {
        clock.at("2026-03-02T09:00");
        listed = CaseFixture.on(beans).published(CaseFixture.unit("样例异议企业"), LocalDate.of(2026, 2, 26), "");
        assertThat(status().lastDay()).isEqualTo("2027-03-02");
    }

    @Test
    void acceptedOnDayHundredAndRejectedAfterTwelveWorkingDaysMovesTheEndByTheDaysBetween() {
        // Day 1 is 3 March; day 100 is 10 June.
        var objection = object("2026-06-10T09:00");
        assertThat(driver.due(objection.number(), "userTask_registerObjection")).isEqualTo("2026-06-11");
        assertThat(status().measuresInForce()).isTrue();
        objection.register("我单位已经取得许可证");
        assertThat(driver.due(objection.number(), "userTask_checkObjection")).isEqualTo("2026-06-15");
        assertThat(status().measuresInForce()).as("filed is not accepted").isTrue();

        objection.accept();
        assertThat(status().measuresInForce()).isFalse();
        assertThat(status().disputed()).isTrue();
        assertThat(status().inForce()).as("the subject stays on the list").isTrue();
        assertThat(status().lastDay()).as("the clock stands").isNull();
        // Fifteen working days from receipt on 10 June; the Dragon Boat Festival, 19 to 21 June, lies between.
        assertThat(driver.due(objection.number(), "userTask_verifyObjection")).isEqualTo("2026-07-02");

        // The twelfth working day after acceptance.
        objection.at("2026-06-29T10:00").verify("UPHELD").decide(true);
        var listing = listing();
        assertThat(listing.suspensions())
                .containsExactly(new Suspension(LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 29)));
        assertThat(status().measuresInForce()).isTrue();
        // 19 days were suspended.
        assertThat(status().lastDay()).isEqualTo("2027-03-21");
        assertThat(loaded(objection).reply()).isPresent();
        assertThat(told(objection)).containsExactly(LetterKind.MEASURES_SUSPENDED, LetterKind.MEASURES_RESUMED);

        objection.serve();
        assertThat(driver.ended(objection.number())).isTrue();
        assertThat(loaded(objection).closed().orElseThrow().outcome()).isEqualTo(RemedyOutcome.UPHELD);
        assertThat(driver.passed(objection.number()))
                .contains("endEvent_objectionAnswered", "serviceTask_tellSuspended")
                .doesNotContain(
                        "serviceTask_issueRefusal", "serviceTask_issueTermination", "serviceTask_revokeListing");
    }

    @Test
    void twoOverlappingObjectionsStopTheClockOnce() {
        var first = object("2026-06-01T09:00").register("第一份异议").accept();
        var second = object("2026-06-08T09:00").register("另一份异议").accept();

        first.at("2026-06-12T09:00").verify("UPHELD").decide(true);
        assertThat(status().measuresInForce())
                .as("the second is still being verified")
                .isFalse();
        assertThat(status().lastDay()).isNull();
        second.at("2026-06-18T09:00").verify("UPHELD").decide(true);

        assertThat(status().measuresInForce()).isTrue();
        // [1 June, 18 June): 17 days, not 11 and 10.
        assertThat(status().lastDay()).isEqualTo("2027-03-19");
    }

    @Test
    void filedOnTheLastDayOfTheTermTheClockStandsOnThatDay() {
        var objection = object("2027-03-02T16:00").register("最后一日提出的异议").accept();
        clock.at("2027-03-10T09:00");
        assertThat(status().inForce())
                .as("the last day is not over while the clock stands")
                .isTrue();
        assertThat(status().measuresInForce()).isFalse();

        objection.at("2027-03-12T09:00").verify("UPHELD").decide(true);
        assertThat(status().lastDay()).as("ten days later").isEqualTo("2027-03-12");
        assertThat(status().inForce()).isTrue();
        clock.at("2027-03-13T00:00");
        assertThat(status().inForce()).isFalse();
    }

    @Test
    void whatCameInWhileListedIsExaminedThoughTheTermHasEndedSince() {
        var objection = object("2027-03-02T16:00").register("最后一日收到的异议");
        objection.at("2027-03-04T09:00").accept();
        assertThat(status().inForce()).as("what has ended does not begin again").isFalse();
        assertThat(listing().suspensions()).hasSize(1);
        assertThat(status().lastDay()).isEqualTo("2027-03-02");
        objection.verify("UPHELD").decide(true).serve();
        assertThat(status().lastDay()).isEqualTo("2027-03-02");
        assertThat(driver.ended(objection.number())).isTrue();
    }

    @Test
    void whatIsNotAcceptedSuspendsNothingAndIsAnsweredWithReasonAndRemedies() {
        var objection = object("2026-06-10T09:00").register("与已决定的内容无关").refuse("userTask_checkObjection");
        assertThat(status().measuresInForce()).isTrue();
        assertThat(driver.due(objection.number(), "userTask_serveLetter")).isEqualTo("2026-06-22");
        objection.serve();
        assertThat(driver.ended(objection.number())).isTrue();
        assertThat(loaded(objection).closed().orElseThrow().outcome()).isEqualTo(RemedyOutcome.NOT_ACCEPTED);
        assertThat(listing().suspensions()).isEmpty();
    }

    @Test
    void theSameObjectionAgainDoesNotSuspendAgain() {
        object("2026-06-01T09:00")
                .register("处罚决定已经撤销！")
                .accept()
                .verify("UPHELD")
                .decide(true)
                .serve();
        var again = object("2026-06-10T09:00").register("处罚决定 已经撤销");
        assertThatThrownBy(again::accept).hasMessageContaining("内容相同");
        assertThat(status().measuresInForce()).isTrue();
        assertThat(driver.facts(again.number(), "officer1", "userTask_checkObjection")
                        .get("obstacle")
                        .toString())
                .contains("不能受理");
        again.refuse("userTask_checkObjection");
        assertThat(loaded(again).notAccepted().orElseThrow().policy())
                .isEqualTo("identicalObjectionsAreNotAcceptedAgain");
    }

    @Test
    void withdrawnAfterAcceptanceTheLetterComesBeforeTheMeasures() {
        var objection = object("2026-06-10T09:00").register("将要撤回的异议").accept();
        clock.at("2026-06-16T09:00");
        driver.withdraw(objection.number(), LocalDate.of(2026, 6, 15), "officer1");

        assertThat(driver.openTasks(objection.number())).containsExactly("userTask_serveLetter");
        assertThat(listing().suspensions())
                .containsExactly(new Suspension(LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 16)));
        assertThat(status().lastDay()).isEqualTo("2027-03-08");
        assertThat(told(objection)).containsExactly(LetterKind.MEASURES_SUSPENDED, LetterKind.MEASURES_RESUMED);
        objection.serve();
        assertThat(loaded(objection).closed().orElseThrow().outcome()).isEqualTo(RemedyOutcome.WITHDRAWN);
        assertThat(driver.ended(objection.number())).isTrue();
    }

    @Test
    void withdrawnBeforeAcceptanceNothingWasSuspended() {
        var objection = object("2026-06-10T09:00").register("受理前撤回的异议");
        driver.withdraw(objection.number(), LocalDate.of(2026, 6, 10), "officer1");
        assertThat(listing().suspensions()).isEmpty();
        assertThat(told(objection)).isEmpty();
        objection.serve();
        assertThat(driver.ended(objection.number())).isTrue();
        assertThat(status().lastDay()).isEqualTo("2027-03-02");
    }

    @Test
    void aDepartmentsOwnDoubtIsVerifiedAndCannotBeWithdrawn() {
        var objection = object("2026-06-10T09:00")
                .register("DOUBT", "处罚文书文号有疑点", LocalDate.of(2026, 6, 9))
                .accept();
        assertThat(status().measuresInForce()).isFalse();
        assertThatThrownBy(() -> driver.withdraw(objection.number(), LocalDate.of(2026, 6, 10), "officer1"))
                .hasMessageContaining("不能由当事人撤回");
        assertThat(driver.openTasks(objection.number())).containsExactly("userTask_verifyObjection");
    }

    @Test
    void aLateAuthorityIsFlaggedAndEscalatedAndTheSuspensionStays() {
        var objection = object("2026-06-10T09:00").register("逾期未答复的异议").accept();
        clock.at("2026-07-03T00:00");
        jobs.runAllDue();

        assertThat(driver.openTasks(objection.number()))
                .containsExactly("userTask_superviseAnswer", "userTask_verifyObjection");
        assertThat(driver.due(objection.number(), "userTask_superviseAnswer")).isEqualTo("2026-07-07");
        assertThat(loaded(objection).all(LatenessFlagged.class)).hasSize(1);
        assertThat(status().measuresInForce())
                .as("silence is neither a yes nor a no")
                .isFalse();
        assertThat(status().lastDay()).isNull();

        objection.at("2026-07-08T00:00");
        jobs.runAllDue();
        objection.at("2026-07-08T09:00").supervise();
        assertThat(loaded(objection).last(SupervisionOrdered.class)).isPresent();
        assertThat(status().measuresInForce()).isFalse();
        objection.at("2026-07-10T09:00").verify("UPHELD");
        jobs.runAllDue();
        objection.decide(true).serve();
        assertThat(status().lastDay()).as("30 days").isEqualTo("2027-04-01");
        assertThat(driver.ended(objection.number())).isTrue();
    }

    @Test
    void theAnswerDoesNotWaitForTheSupervisor() {
        var objection = object("2026-06-10T09:00").register("逾期后答复的异议").accept();
        clock.at("2026-07-03T09:00");
        jobs.runAllDue();
        objection.verify("UPHELD").decide(true);
        assertThat(driver.openTasks(objection.number())).containsExactly("userTask_serveLetter");
        assertThat(status().measuresInForce()).isTrue();
        assertThat(status().lastDay()).as("23 days").isEqualTo("2027-03-25");
    }

    @Test
    void aDeadlineOverNewYearMovesWhenTheNextYearsNoticeIsLoaded() {
        var objection = object("2026-12-18T09:00").register("跨年的异议").accept();
        // Fifteen working days with Monday to Friday worked in 2027, which nobody knows yet.
        assertThat(driver.due(objection.number(), "userTask_verifyObjection")).isEqualTo("2027-01-08");
        clock.at("2026-12-21T09:00");
        calendars.load(
                new NewNotice(
                        2027,
                        "样例办〔2026〕9号",
                        "样例放假通知",
                        LocalDate.of(2026, 12, 20),
                        "",
                        "2027-01-01,OFF,元旦\n2027-01-04,OFF,元旦"),
                "admin");
        assertThat(driver.due(objection.number(), "userTask_verifyObjection")).isEqualTo("2027-01-12");
        assertThat(jobs.dueAt(driver.instance(objection.number(), "objection"), "boundaryEvent_answerLate")
                        .toLocalDate())
                .isEqualTo("2027-01-13");
        assertThat(status().measuresInForce())
                .as("the suspension does not hang on a deadline")
                .isFalse();
        objection.at("2027-01-12T09:00").verify("UPHELD").decide(true);
        assertThat(loaded(objection).last(LatenessFlagged.class)).isEmpty();
        assertThat(status().lastDay()).as("25 days").isEqualTo("2027-03-27");
    }

    @Test
    void everyLateStepIsFlaggedAndNothingElseChanges() {
        var objection = object("2026-06-10T09:00");
        clock.at("2026-06-12T00:00");
        jobs.runAllDue();
        objection.register("登记逾期的异议");
        clock.at("2026-06-20T00:00");
        jobs.runAllDue();
        assertThat(driver.openTasks(objection.number())).containsExactly("userTask_checkObjection");
        assertThat(loaded(objection).all(LatenessFlagged.class)).hasSize(2);
        assertThat(status().measuresInForce()).isTrue();
    }

    @Test
    void whoHadAPartInTheListingCannotVerifyAndTheVerifierCannotDecide() {
        var objection = object("2026-06-10T09:00").register("四眼原则").accept();
        assertThatThrownBy(() -> objection.submit("officer1", "userTask_verifyObjection", Map.of()))
                .hasMessageContaining("起草、审核、批准过该列入");
        objection.verify("UPHELD");
        assertThatThrownBy(() -> objection.submit(
                        "officer2", "userTask_decideObjection", Map.of("outcome", "APPROVE", "opinion", "")))
                .isInstanceOf(AssertionError.class);
        objection.decide(false);
        assertThat(driver.openTasks(objection.number())).containsExactly("userTask_verifyObjection");
        assertThat(status().measuresInForce()).isFalse();
        objection.verify("UPHELD").decide(true);
        assertThat(loaded(objection).resultVersion()).isEqualTo(2);
    }

    @Test
    void aSecondSubmissionOfTheStartFormGivesOneCaseAndOneReadableMessage() {
        clock.at("2026-06-10T09:00");
        driver.object(listed.number(), "officer1");
        assertThatThrownBy(() -> driver.object(listed.number(), "officer2")).hasMessageContaining("尚待登记，请在该案中登记");
    }

    private RemedySteps object(String at) {
        clock.at(at);
        return new RemedySteps(driver, clock, driver.object(listed.number(), "officer1"));
    }

    private Objection loaded(RemedySteps objection) {
        return objections.byNumber(objection.number());
    }

    private List<LetterKind> told(RemedySteps objection) {
        return loaded(objection)
                .all(DepartmentsTold.class)
                .map(told -> told.act().kind())
                .toList();
    }

    private Listing listing() {
        return listings.ofCase(listed.id()).orElseThrow();
    }

    private ListingStatus status() {
        return listingClock.now(listing());
    }
}
