package org.xincheng.procedure.repair;

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
import org.xincheng.credit.cases.CommonAct.DepartmentsTold;
import org.xincheng.credit.cases.CommonAct.LatenessFlagged;
import org.xincheng.credit.cases.CommonAct.SupervisionOrdered;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.ListingStatus;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.PublicListings;
import org.xincheng.credit.repair.Repair;
import org.xincheng.credit.repair.RepairAct.RepairOutcome;
import org.xincheng.credit.repair.RepairAct.RepairReviewed;
import org.xincheng.credit.repair.Repairs;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.CoversModel;
import org.xincheng.support.RepairSteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** WS-CITY's joint list: general seriousness, public, shortest public period three months from the document of 26 February 2026, superior's review, exit notice. */
@XinchengTest
@DirtiesContext
@CoversModel("processes/repair/credit-repair.bpmn")
class CreditRepairTest {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Repairs repairs;

    @Autowired
    private Listings listings;

    @Autowired
    private ListingClock listingClock;

    @Autowired
    private PublicListings publicListings;

    private LegalCase listed;

    @BeforeEach
    void aListingPublishedOnTheSecondOfMarch() {
        clock.at("2026-03-02T09:00");
        listed = CaseFixture.on(beans).published(CaseFixture.unit("样例修复企业"), LocalDate.of(2026, 2, 26), "");
    }

    @Test
    void grantedOnTimeTheListingIsGoneEverywhereAtOnceAndEverybodyIsTold() {
        var repair = request("2026-06-01T09:00");
        assertThat(driver.due(repair.number(), "userTask_registerRepair")).isEqualTo("2026-06-02");
        repair.register();
        assertThat(driver.due(repair.number(), "userTask_checkRepair")).isEqualTo("2026-06-04");
        assertThat(driver.facts(repair.number(), "officer1", "userTask_checkRepair")
                        .get("repairTerms")
                        .toString())
                .contains("2026-05-26", "上级审核");
        repair.accept();
        // An internal target of ten working days: this regime sets no limit.
        assertThat(driver.due(repair.number(), "userTask_verifyRepair")).isEqualTo("2026-06-15");
        repair.at("2026-06-05T09:00").verify(true).decide(true);
        assertThat(status().inForce()).as("approved is not reviewed").isTrue();
        assertThat(driver.openTasks(repair.number())).containsExactly("userTask_recordSuperiorReview");
        assertThat(publicNow()).isTrue();

        repair.at("2026-06-08T09:00").superior(true);
        assertThat(status().inForce()).isFalse();
        assertThat(status().measuresInForce()).isFalse();
        assertThat(publicNow()).isFalse();
        assertThat(loaded(repair)
                        .last(DepartmentsTold.class)
                        .orElseThrow()
                        .act()
                        .kind())
                .isEqualTo(LetterKind.MEASURES_ENDED);
        assertThat(loaded(repair).letter(LetterKind.REPAIR_DECISION)).isPresent();
        assertThat(loaded(repair).letter(LetterKind.EXIT_NOTICE)).isPresent();
        assertThat(driver.openTasks(repair.number()))
                .containsExactly("userTask_collectFeedback", "userTask_serveLetter", "userTask_withdrawPublication");
        assertThat(driver.due(repair.number(), "userTask_withdrawPublication")).isEqualTo("2026-06-11");
        assertThat(driver.due(repair.number(), "userTask_serveLetter")).isEqualTo("2026-06-17");

        repair.serve().withdrawPublication();
        assertThat(driver.ended(repair.number()))
                .as("the departments have not answered")
                .isFalse();
        repair.feedback(loaded(repair).departmentsOutstanding());
        assertThat(driver.ended(repair.number())).isTrue();
        assertThat(loaded(repair).closed().orElseThrow().outcome()).isEqualTo(RepairOutcome.REPAIRED);
        assertThat(driver.passed(repair.number()))
                .contains("serviceTask_issueExitNotice", "endEvent_repairClosed")
                .doesNotContain("userTask_reviewRepair", "serviceTask_flagLateAnswer");
        // It never comes back by itself.
        clock.at("2027-01-04T09:00");
        assertThat(status().inForce()).isFalse();
        assertThat(publicNow()).isFalse();
    }

    @Test
    void askedForBeforeTheShortestPublicPeriodItCannotBeAccepted() {
        var repair = request("2026-05-25T09:00").register();
        assertThat(driver.facts(repair.number(), "officer1", "userTask_checkRepair")
                        .get("obstacle")
                        .toString())
                .contains("最短公示期未满");
        assertThatThrownBy(repair::accept).hasMessageContaining("最早可以自2026-05-26起申请修复");
        assertThatThrownBy(() -> repair.refuse("UNREPAIRABLE", "情节严重")).hasMessageContaining("必须援引");
        repair.refuse("INELIGIBLE", "");
        repair.serve();
        assertThat(driver.ended(repair.number())).isTrue();
        assertThat(loaded(repair).closed().orElseThrow().outcome()).isEqualTo(RepairOutcome.NOT_ACCEPTED);
        assertThat(status().inForce()).isTrue();
        assertThat(driver.passed(repair.number())).doesNotContain("serviceTask_grantRepair", "callActivity_followUp");

        // The day after, the same application is accepted.
        request("2026-05-26T09:00").register().accept();
    }

    @Test
    void whoeverMayAskIsNotTurnedAway() {
        var repair = request("2026-06-01T09:00").register();
        assertThatThrownBy(() -> repair.refuse("INELIGIBLE", "")).hasMessageContaining("该申请符合条件");
        assertThatThrownBy(() -> repair.refuse("INCOMPLETE", "")).hasMessageContaining("应当先通知补正");
        assertThatThrownBy(() -> repair.refuse("UNREPAIRABLE", "不可修复")).hasMessageContaining("必须援引");
        repair.refuse("UNREPAIRABLE", "《样例条例》第九条");
        assertThat(loaded(repair).notAccepted().orElseThrow().basis()).isEqualTo("《样例条例》第九条");
    }

    @Test
    void whatIsMissingIsAskedForOnceAndMayBeSupplied() {
        var repair = request("2026-06-01T09:00").register(LocalDate.of(2026, 6, 1), null, "OTHER");
        assertThatThrownBy(repair::accept).hasMessageContaining("信用承诺书");
        repair.askForMore("信用承诺书、整改证明");
        assertThat(driver.openTasks(repair.number())).containsExactly("userTask_registerSupplement");
        assertThat(driver.due(repair.number(), "userTask_registerSupplement")).isEqualTo("2026-06-15");
        repair.at("2026-06-04T09:00").supplement("CORRECTION").accept();
        // The limit still runs from the first receipt.
        assertThat(driver.due(repair.number(), "userTask_verifyRepair")).isEqualTo("2026-06-15");

        clock.at("2026-03-02T09:00");
        var other = CaseFixture.on(beans).published(CaseFixture.unit("样例未补正企业"), LocalDate.of(2026, 2, 26), "");
        clock.at("2026-06-01T09:00");
        var second = steps(driver.repair(other.number(), "officer1"))
                .register(LocalDate.of(2026, 6, 1), null, "CORRECTION")
                .askForMore("信用承诺书");
        driver.fire(second.number(), Repair.PROCEDURE, "boundaryEvent_registerSupplementLate");
        second.noSupplement();
        assertThatThrownBy(second::accept).hasMessageContaining("信用承诺书");
        second.refuse("INCOMPLETE", "").serve();
        assertThat(driver.ended(second.number())).isTrue();
    }

    @Test
    void deniedWithReasonsTheListingStays() {
        var repair = request("2026-06-01T09:00").register().accept().verify(false);
        assertThatThrownBy(() ->
                        repair.submit("officer2", "userTask_decideRepair", Map.of("outcome", "APPROVE", "opinion", "")))
                .isInstanceOf(AssertionError.class);
        repair.decide(false).verify(false).decide(true);
        assertThat(loaded(repair).letter(LetterKind.REPAIR_DENIAL)).isPresent();
        assertThat(status().inForce()).isTrue();
        repair.serve();
        assertThat(driver.ended(repair.number())).isTrue();
        assertThat(loaded(repair).closed().orElseThrow().outcome()).isEqualTo(RepairOutcome.DENIED);
        assertThat(loaded(repair).resultVersion()).isEqualTo(2);
    }

    @Test
    void aReviewThatDoesNotPassGoesBackToTheCheck() {
        var repair =
                request("2026-06-01T09:00").register().accept().verify(true).decide(true);
        driver.fire(repair.number(), Repair.PROCEDURE, "boundaryEvent_recordSuperiorReviewLate");
        repair.superior(false);
        assertThat(driver.openTasks(repair.number())).containsExactly("userTask_verifyRepair");
        assertThat(status().inForce()).isTrue();
        repair.verify(true).decide(true).superior(true);
        assertThat(status().inForce()).isFalse();
        assertThat(loaded(repair).all(RepairReviewed.class)).hasSize(2);
    }

    @Test
    void mohurdsHeavierListNeedsTheCreditOfficeAndTheSuperior() {
        clock.at("2026-03-02T09:00");
        var cases = CaseFixture.on(beans);
        var unit = CaseFixture.unit("样例城管企业");
        var heavier = cases.decided(unit, "MOHURD", "MOHURD-S-01", LocalDate.of(2026, 2, 26), "");
        cases.takeEffect(heavier);
        clock.at("2027-02-25T09:00");
        var early = steps(driver.repair(heavier.number(), "officer1"));
        early.register();
        // Not published: an internal list has no shortest public period.
        early.accept();
        assertThat(driver.due(early.number(), "userTask_verifyRepair")).isEqualTo("2027-03-18");
        early.verify(true).decide(true);
        assertThat(driver.openTasks(early.number())).containsExactly("userTask_reviewRepair");
        driver.fire(early.number(), Repair.PROCEDURE, "boundaryEvent_reviewRepairLate");
        early.review(false);
        assertThat(driver.openTasks(early.number())).contains("userTask_verifyRepair");
        early.verify(true).decide(true).review(true);
        assertThat(driver.openTasks(early.number())).containsExactly("userTask_recordSuperiorReview");
        early.superior(true);
        assertThat(listingClock.now(listings.ofCase(heavier.id()).orElseThrow()).inForce())
                .isFalse();
        assertThat(loaded(early).letter(LetterKind.EXIT_NOTICE))
                .as("it was never public")
                .isEmpty();
    }

    @Test
    void nanningAsksForWelfareAndForNoNewRecordAndAnswersInTwentyNaturalDays() {
        clock.at("2026-03-02T09:00");
        var cases = CaseFixture.on(beans);
        var unit = CaseFixture.unit("样例南宁企业");
        cases.record(unit, "NANNING", "NANNING-SEV-3", LocalDate.of(2026, 2, 20));
        var yellow = cases.decided(unit, "NANNING", "NANNING-SEV-3", LocalDate.of(2026, 2, 26), "");
        cases.takeEffect(yellow);
        clock.at("2026-04-01T09:00");
        var repair = steps(driver.repair(yellow.number(), "officer1")).register();
        assertThatThrownBy(repair::accept).hasMessageContaining("社会公益活动");
        repair.askForMore("公益活动证明").supplement("WELFARE").accept();
        // 20 natural days from 1 April.
        assertThat(driver.due(repair.number(), "userTask_verifyRepair")).isEqualTo("2026-04-21");
        repair.verify(true).decide(true);
        assertThat(listingClock.now(listings.ofCase(yellow.id()).orElseThrow()).inForce())
                .isFalse();
        assertThat(driver.openTasks(repair.number())).doesNotContain("userTask_withdrawPublication");
    }

    @Test
    void lateIsFlaggedAndSupervisedAndStillNoAnswer() {
        var repair = request("2026-06-01T09:00").register().accept();
        driver.fire(repair.number(), Repair.PROCEDURE, "boundaryEvent_answerLate");
        assertThat(clock.today()).isEqualTo("2026-06-16");
        assertThat(loaded(repair)
                        .last(LatenessFlagged.class)
                        .orElseThrow()
                        .act()
                        .step())
                .isEqualTo("repairDecision");
        assertThat(status().inForce()).as("silence is no answer").isTrue();
        assertThat(driver.openTasks(repair.number()))
                .containsExactly("userTask_superviseAnswer", "userTask_verifyRepair");
        driver.fire(repair.number(), Repair.PROCEDURE, "boundaryEvent_superviseAnswerLate");
        repair.submit("supervisor1", "userTask_superviseAnswer", Map.of("order", "样例督办意见"));
        assertThat(loaded(repair).last(SupervisionOrdered.class)).isPresent();
        repair.verify(true).decide(true).superior(true);
        assertThat(status().inForce()).isFalse();
    }

    @Test
    void everyTaskIsFlaggedWhenItIsLate() {
        var repair = request("2026-06-01T09:00");
        driver.fire(repair.number(), Repair.PROCEDURE, "boundaryEvent_registerRepairLate");
        repair.register(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 1), "CORRECTION");
        driver.fire(repair.number(), Repair.PROCEDURE, "boundaryEvent_checkRepairLate");
        repair.accept();
        driver.fire(repair.number(), Repair.PROCEDURE, "boundaryEvent_verifyRepairLate");
        repair.verify(true);
        driver.fire(repair.number(), Repair.PROCEDURE, "boundaryEvent_decideRepairLate");
        repair.decide(true).superior(true);
        assertThat(loaded(repair)
                        .all(LatenessFlagged.class)
                        .map(flag -> flag.act().step()))
                .contains("repairRegistration", "repairAcceptance", "repairDecision");
        assertThat(status().inForce()).isFalse();
    }

    @Test
    void withdrawnItIsOverAndCanBeAskedForAgain() {
        var repair = request("2026-06-01T09:00").register().accept();
        driver.withdrawRepair(repair.number(), LocalDate.of(2026, 6, 1), "officer1");
        assertThat(driver.openTasks(repair.number())).containsExactly("userTask_serveLetter");
        repair.serve();
        assertThat(driver.ended(repair.number())).isTrue();
        assertThat(loaded(repair).closed().orElseThrow().outcome()).isEqualTo(RepairOutcome.WITHDRAWN);
        assertThat(status().inForce()).isTrue();
        assertThat(request("2026-06-02T09:00").register().accept().number()).isNotEqualTo(repair.number());
    }

    @Test
    void aListingThatEndedMeanwhileNeedsNoRepair() {
        var repair = request("2027-02-26T09:00").register().accept();
        repair.at("2027-03-03T09:00").verify(true).decide(true).superior(true);
        assertThat(loaded(repair).letter(LetterKind.REPAIR_TERMINATION)).isPresent();
        assertThat(loaded(repair).letter(LetterKind.REPAIR_DECISION)).isEmpty();
        repair.serve();
        assertThat(loaded(repair).closed().orElseThrow().outcome()).isEqualTo(RepairOutcome.LISTING_OVER);
        assertThat(driver.passed(repair.number())).doesNotContain("callActivity_followUp");
    }

    @Test
    void bloodDonationIsNoProof() {
        var repair = request("2026-06-01T09:00");
        assertThatThrownBy(() -> repair.submit(
                        "officer1",
                        "userTask_registerRepair",
                        Map.of(
                                "receivedOn",
                                "2026-06-01",
                                "channel",
                                "PAPER",
                                "text",
                                "附无偿献血证",
                                "evidence",
                                List.of("WELFARE"))))
                .hasMessageContaining("无偿献血不得作为信用修复的材料");
    }

    @Test
    void oneRepairAtATime() {
        var first = request("2026-06-01T09:00");
        assertThatThrownBy(() -> driver.repair(listed.number(), "officer1")).hasMessageContaining(first.number());
    }

    private RepairSteps request(String at) {
        clock.at(at);
        return steps(driver.repair(listed.number(), "officer1"));
    }

    private RepairSteps steps(String number) {
        return new RepairSteps(driver, clock, number);
    }

    private Repair loaded(RepairSteps repair) {
        return repairs.byNumber(repair.number());
    }

    private Listing listing() {
        return listings.ofCase(listed.id()).orElseThrow();
    }

    private ListingStatus status() {
        return listingClock.now(listing());
    }

    private boolean publicNow() {
        return publicListings.search(listed.number(), 1, 10).total() > 0;
    }
}
