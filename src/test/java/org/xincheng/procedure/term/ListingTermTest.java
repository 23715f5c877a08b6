package org.xincheng.procedure.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CommonAct.LatenessFlagged;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Drafting;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.listing.Checks;
import org.xincheng.credit.listing.ListingEnd;
import org.xincheng.credit.listing.ListingEnds;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.PublicListings;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.Uscc;
import org.xincheng.credit.term.Term;
import org.xincheng.credit.term.TermAct.NewActNoted;
import org.xincheng.credit.term.TermAct.TermOutcome;
import org.xincheng.credit.term.TermAct.UpgradeConsidered;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.CoversModel;
import org.xincheng.support.Jobs;
import org.xincheng.support.RemedySteps;
import org.xincheng.support.TermCases;
import org.xincheng.support.TermSteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
@CoversModel("processes/term/listing-term.bpmn")
class ListingTermTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 2);

    /** The term of a listing that took effect on it ends on 15 October 2026: the last working days lie around National Day. */
    private static final LocalDate JINAN = LocalDate.of(2025, 10, 15);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Jobs jobs;

    @Autowired
    private PublicListings publicListings;

    @Autowired
    private Checks checks;

    @Autowired
    private ListingEnds ends;

    @Autowired
    private CaseLog log;

    @Autowired
    private TransactionTemplate transaction;

    private final NewSubject subject = CaseFixture.unit("样例期限企业");

    @Test
    void aTermEndsByItselfAtTheEndOfItsLastDayAndIsFollowedUp() {
        var term = city();
        assertThat(jobs.dueAt(term.instance(), "timerEvent_termOver").toLocalDateTime())
                .isEqualTo("2027-03-03T00:00");
        assertThat(jobs.exists(term.instance(), "timerEvent_reminderDay"))
                .as("no removal on application")
                .isFalse();
        assertThat(jobs.of(term.instance(), "timerEvent_termOver").getPriority())
                .as("thousands may come at one midnight: below the default of 0")
                .isEqualTo(-10);
        clock.at("2027-02-26T23:59:59");
        assertThat(isPublic())
                .as("a year from the founding document, the longest the law allows")
                .isTrue();
        clock.at("2027-03-02T23:59:59");
        assertThat(isPublic()).isFalse();
        assertThat(term.status().inForce()).isTrue();

        driver.fire(term.number(), Term.PROCEDURE, "timerEvent_termOver");
        assertThat(isPublic()).isFalse();
        assertThat(term.term().endedOn()).contains(LocalDate.of(2027, 3, 3));
        assertThat(term.term().letter(LetterKind.TERM_ENDED)).isPresent();
        term.followUp();
        assertThat(driver.ended(term.number())).isTrue();
        assertThat(outcome(term)).isEqualTo(TermOutcome.EXPIRED);
    }

    @Test
    void theListingIsOverOnItsDayWithNoJobRun() {
        var term = city();
        assertThat(isPublic()).isTrue();
        clock.at("2027-03-02T23:59:59");
        assertThat(checks.ask(uscc(), "样例查询", "data1", "test").inForce()).isTrue();
        clock.at("2027-03-03T00:00");
        assertThat(isPublic()).isFalse();
        assertThat(checks.ask(uscc(), "样例查询", "data1", "test").inForce()).isFalse();
        assertThat(term.status().inForce()).isFalse();
        assertThat(jobs.exists(term.instance(), "timerEvent_termOver"))
                .as("nothing has run")
                .isTrue();
        assertThat(term.term().expired()).isEmpty();
    }

    @Test
    void aTermThatBeganOnTheLeapDayEndsOnTheLastDayOfFebruary() {
        var listed = TermCases.on(beans).city(subject, LocalDate.of(2028, 2, 29));
        var term = TermSteps.of(beans, listed);
        assertThat(term.status().lastDay()).isEqualTo("2029-02-28");
        assertThat(jobs.dueAt(term.instance(), "timerEvent_termOver").toLocalDateTime())
                .isEqualTo("2029-03-01T00:00");
        clock.at("2029-02-28T23:59:59");
        assertThat(term.status().inForce()).isTrue();
        clock.at("2029-03-01T00:00");
        assertThat(term.status().inForce()).isFalse();
    }

    @Test
    void whileTheClockStandsTheTermDoesNotEndAndTheTimerLooksAgain() {
        var term = city();
        clock.at("2027-02-20T09:00");
        var objection = new RemedySteps(
                        driver, clock, driver.object(term.listing().caseNumber(), "officer1"))
                .register("列入有误")
                .accept();
        driver.fire(term.number(), Term.PROCEDURE, "timerEvent_termOver");
        assertThat(clock.today()).isEqualTo("2027-03-03");
        assertThat(term.status().inForce())
                .as("disputed, and still on the list")
                .isTrue();
        assertThat(term.term().expired()).isEmpty();
        // Ten days were left from 20 February on, that day included: they would run from today.
        assertThat(jobs.dueAt(term.instance(), "timerEvent_termOver").toLocalDateTime())
                .isEqualTo("2027-03-14T00:00");

        clock.at("2027-03-08T09:00");
        objection.verify("UPHELD").decide(true);
        assertThat(term.status().lastDay()).isEqualTo("2027-03-18");
        assertThat(jobs.dueAt(term.instance(), "timerEvent_termOver").toLocalDateTime())
                .isEqualTo("2027-03-19T00:00");
        driver.fire(term.number(), Term.PROCEDURE, "timerEvent_termOver");
        assertThat(term.term().expired().orElseThrow().lastDay()).isEqualTo("2027-03-18");
    }

    @Test
    void theSubjectIsRemindedAppliesInTheWindowAndIsRemovedInTheLastDaysAroundNationalDay() {
        var term = jinan();
        assertThat(term.status().lastDay()).isEqualTo("2026-10-15");
        // 40 working days back, over National Day, Mid-Autumn and both make-up workdays.
        assertThat(driver.fire(term.number(), Term.PROCEDURE, "timerEvent_reminderDay"))
                .isEqualTo("2026-08-14");
        assertThat(term.term().issuedOn(LetterKind.REMOVAL_REMINDER)).contains(LocalDate.of(2026, 8, 14));

        clock.at("2026-08-28T09:00");
        term.apply("列入期间没有新的失信行为，申请移出。");
        assertThat(driver.facts(term.number(), "officer1", "userTask_checkRemoval")
                        .get("warning")
                        .toString())
                .isEqualTo("申请在规定的申请窗口内提出。");
        assertThat(driver.due(term.number(), "userTask_checkRemoval")).isEqualTo("2026-09-04");
        clock.at("2026-09-05T00:00");
        jobs.runAllDue();
        term.check("REMOVE");
        assertThat(driver.due(term.number(), "userTask_approveRemoval")).isEqualTo("2026-09-11");
        clock.at("2026-09-12T00:00");
        jobs.runAllDue();
        assertThat(term.term().all(LatenessFlagged.class).map(late -> late.act().step()))
                .contains("removalCheck", "removalApproval");
        term.decide("SEND_BACK").check("REMOVE").decide("APPROVE");
        assertThat(term.status().inForce())
                .as("approved, and still on the list")
                .isTrue();

        // 10 working days back: 24 September.
        assertThat(driver.fire(term.number(), Term.PROCEDURE, "timerEvent_removalDays"))
                .isEqualTo("2026-09-24");
        assertThat(term.status().inForce()).isFalse();
        assertThat(isPublic()).isFalse();
        assertThat(term.listing().standingEnd().orElseThrow().kind()).isEqualTo(ListingEnd.Kind.REMOVED);
        assertThat(term.term().endedOn()).contains(LocalDate.of(2026, 9, 24));
        term.followUp();
        assertThat(driver.ended(term.number())).isTrue();
        assertThat(outcome(term)).isEqualTo(TermOutcome.REMOVED);
    }

    @Test
    void aNewActAfterTheApprovalStopsTheRemovalAndIsCheckedAgain() {
        var term = jinan();
        clock.at("2026-09-01T09:00");
        term.apply("申请移出。").check("REMOVE").decide("APPROVE");
        clock.at("2026-09-22T09:00");
        CaseFixture.on(beans).record(subject, "WS-JINAN", "WS-JINAN-J-03", LocalDate.of(2026, 9, 10));
        driver.fire(term.number(), Term.PROCEDURE, "timerEvent_removalDays");
        assertThat(clock.today()).isEqualTo("2026-09-24");
        assertThat(term.term().removed()).isFalse();
        assertThat(term.status().inForce()).isTrue();
        assertThat(driver.openTasks(term.number())).containsExactly("userTask_checkRemoval");
        assertThat(driver.due(term.number(), "userTask_checkRemoval"))
                .as("counted from the day it was opened again")
                .isAfter("2026-09-24");
        assertThatThrownBy(() -> term.check("REMOVE")).hasMessageContaining("有新的失信行为记录");
        term.check("DENY").decide("APPROVE");
        assertThat(term.term().letter(LetterKind.REMOVAL_DENIAL)).isPresent();
    }

    @Test
    void anApplicationOutsideTheWindowIsTakenWithAWarning() {
        var term = jinan();
        clock.at("2026-08-27T09:00");
        term.apply("提前申请移出。");
        assertThat(driver.facts(term.number(), "officer1", "userTask_checkRemoval")
                        .get("warning")
                        .toString())
                .contains("早于", "2026\\-08\\-28", "仍予受理");
        term.check("REMOVE").decide("APPROVE");
        assertThat(jobs.dueAt(term.instance(), "timerEvent_removalDays").toLocalDateTime())
                .isEqualTo("2026-09-24T00:00");
        assertThatThrownBy(() -> term.apply("再次申请")).hasMessageContaining("已有一份移出申请");
    }

    @Test
    void aRemovalThatNobodyCarriedOutInTimeIsOvertakenByTheEnd() {
        var term = jinan();
        clock.at("2026-09-01T09:00");
        term.apply("申请移出。").check("REMOVE").decide("APPROVE");
        clock.at("2026-10-16T09:00");
        jobs.run(term.instance(), "timerEvent_removalDays");
        assertThat(term.term().removed()).isFalse();
        jobs.run(term.instance(), "timerEvent_reminderDay");
        assertThat(term.term().letter(LetterKind.REMOVAL_REMINDER))
                .as("nothing is left to apply for")
                .isEmpty();
        jobs.run(term.instance(), "timerEvent_termOver");
        assertThat(term.term().expired()).isPresent();
    }

    @Test
    void withoutAnApplicationTheTermEndsAllTheSame() {
        var term = jinan();
        driver.fire(term.number(), Term.PROCEDURE, "timerEvent_termOver");
        assertThat(clock.today()).isEqualTo("2026-10-16");
        assertThat(term.term().expired().orElseThrow().lastDay()).isEqualTo("2026-10-15");
        assertThat(jobs.exists(term.instance(), "timerEvent_reminderDay")).isFalse();
    }

    @Test
    void aNewActDeniesRemovalAndTheTermGoesOn() {
        var term = jinan();
        clock.at("2026-09-01T09:00");
        term.apply("申请移出。");
        assertThatThrownBy(() -> term.check("DENY")).hasMessageContaining("没有新的失信行为记录，不能不予移出");
        CaseFixture.on(beans).record(subject, "WS-JINAN", "WS-JINAN-J-03", LocalDate.of(2026, 8, 20));
        assertThatThrownBy(() -> term.check("REMOVE")).hasMessageContaining("有新的失信行为记录");
        term.check("DENY").decide("APPROVE");
        assertThat(term.term().letter(LetterKind.REMOVAL_DENIAL)).isPresent();
        term.serve();
        assertThat(driver.openTasks(term.number())).isEmpty();
        assertThat(term.status().inForce()).isTrue();
        driver.fire(term.number(), Term.PROCEDURE, "timerEvent_termOver");
        assertThat(clock.today()).isEqualTo("2026-10-16");
        assertThat(term.term().expired()).isPresent();
    }

    @Test
    void remindersAndRemovalsWaitWhileTheClockStands() {
        var term = jinan();
        clock.at("2026-08-03T09:00");
        var objection = new RemedySteps(
                        driver, clock, driver.object(term.listing().caseNumber(), "officer1"))
                .register("列入有误")
                .accept();
        driver.fire(term.number(), Term.PROCEDURE, "timerEvent_reminderDay");
        assertThat(term.term().letter(LetterKind.REMOVAL_REMINDER))
                .as("the end is open")
                .isEmpty();
        assertThat(jobs.exists(term.instance(), "timerEvent_reminderDay")).isTrue();
        term.apply("申请移出。").check("REMOVE").decide("APPROVE");
        driver.fire(term.number(), Term.PROCEDURE, "timerEvent_removalDays");
        assertThat(term.status().inForce()).isTrue();
        assertThat(jobs.exists(term.instance(), "timerEvent_removalDays")).isTrue();
        objection.verify("UPHELD").decide(true);
        jobs.runAllDue();
        assertThat(term.term().removed()).isFalse();
        driver.fire(term.number(), Term.PROCEDURE, "timerEvent_removalDays");
        assertThat(term.term().removed()).isTrue();
    }

    @Test
    void whoeverLooksInVainWhileTheClockStandsLooksAgainTomorrow() {
        var term = jinan();
        clock.at("2026-09-23T09:00");
        term.apply("申请移出。").check("REMOVE").decide("APPROVE");
        clock.at("2026-09-24T00:00");
        new RemedySteps(driver, clock, driver.object(term.listing().caseNumber(), "officer1"))
                .register("列入有误")
                .accept();
        // The reminder's day has long passed and the removal's has just come, but the end is open.
        assertThat(jobs.dueAt(term.instance(), "timerEvent_removalDays").toLocalDateTime())
                .isEqualTo("2026-09-25T00:00");
        driver.fire(term.number(), Term.PROCEDURE, "timerEvent_removalDays");
        assertThat(term.term().removed()).isFalse();
        // If the clock ran again on this day, the end would be 16 October, and the tenth working day before it 28
        // September.
        assertThat(jobs.dueAt(term.instance(), "timerEvent_removalDays").toLocalDateTime())
                .isEqualTo("2026-09-28T00:00");
    }

    @Test
    void aRepairedListingNeverComesBackAndItsTermIsClosedAtOnce() {
        var term = city();
        clock.at("2026-09-01T09:00");
        var end = end(term, ListingEnd.Kind.REPAIRED);
        assertThat(outcome(term)).isEqualTo(TermOutcome.REPAIRED);
        assertThat(driver.ended(term.number())).isTrue();
        assertThat(isPublic()).isFalse();
        for (var day : new String[] {"2026-12-31T09:00", "2027-03-02T23:59", "2027-03-03T00:00", "2030-01-01T09:00"}) {
            clock.at(day);
            jobs.runAllDue();
            assertThat(term.status().inForce()).as(day).isFalse();
            assertThat(isPublic()).as(day).isFalse();
        }
        assertThat(term.all()).hasSize(1);
        assertThat(end.stands()).isTrue();
    }

    @Test
    void aRestoredListingHasANewTermForWhatIsLeftOfIt() {
        var term = city();
        clock.at("2026-09-01T09:00");
        var end = end(term, ListingEnd.Kind.REPAIRED);
        var first = term.number();
        clock.at("2026-11-02T09:00");
        transaction.executeWithoutResult(
                status -> ends.restore(term.listing().id(), end, term.listing().caseId(), "principal1"));
        assertThat(term.number()).isNotEqualTo(first);
        assertThat(term.status().inForce()).isTrue();
        assertThat(jobs.dueAt(term.instance(), "timerEvent_termOver").toLocalDateTime())
                .isEqualTo("2027-03-03T00:00");
    }

    @Test
    void anEndThatPassedBeforeTheRestorationIsFollowedUpLikeAnyOther() {
        var term = city();
        clock.at("2026-09-01T09:00");
        var end = end(term, ListingEnd.Kind.REPAIRED);
        clock.at("2027-04-01T09:00");
        transaction.executeWithoutResult(
                status -> ends.restore(term.listing().id(), end, term.listing().caseId(), "principal1"));
        assertThat(term.status().inForce()).isFalse();
        assertThat(term.all()).hasSize(2);
        jobs.runAllDue();
        assertThat(term.term().expired().orElseThrow().lastDay()).isEqualTo("2027-03-02");
        term.followUp();
        assertThat(outcome(term)).isEqualTo(TermOutcome.EXPIRED);
    }

    @Test
    void aRevokedListingClosesItsTerm() {
        var term = city();
        clock.at("2026-06-10T09:00");
        new RemedySteps(driver, clock, driver.object(term.listing().caseNumber(), "officer1"))
                .register("列入有误")
                .accept()
                .verify("REVOKED")
                .decide(true);
        assertThat(outcome(term)).isEqualTo(TermOutcome.REVOKED);
        assertThat(driver.ended(term.number())).isTrue();
    }

    @Test
    void aNewActDuringAHeavierTermLeadsToASeriousListingByItsOwnDetermination() {
        var listed = TermCases.on(beans).mohurdHeavier(subject, PUBLISHED);
        var term = TermSteps.of(beans, listed);
        assertThat(term.listing().level()).isEqualTo("HEAVIER");
        clock.at("2026-06-10T09:00");
        var act = CaseFixture.on(beans).record(subject, "MOHURD", "MOHURD-G-06", LocalDate.of(2026, 6, 5));
        assertThat(driver.due(term.number(), "userTask_considerUpgrade")).isEqualTo("2026-06-17");
        clock.at("2026-06-18T00:00");
        jobs.runAllDue();
        var second = CaseFixture.on(beans).record(subject, "MOHURD", "MOHURD-G-07", LocalDate.of(2026, 6, 12));
        assertThat(driver.openTasks(term.number())).as("one task for both").containsExactly("userTask_considerUpgrade");
        assertThat(driver.facts(term.number(), "officer1", "userTask_considerUpgrade")
                        .get("newActs")
                        .toString())
                .contains(act.number().replace("-", "\\-"), second.number().replace("-", "\\-"));
        driver.submit(
                term.number(),
                "officer1",
                "userTask_considerUpgrade",
                Map.of("outcome", "DETERMINE", "recordNumber", act.number()));
        assertThat(term.listing().level()).as("nothing is upgraded by it").isEqualTo("HEAVIER");

        var number =
                term.term().last(UpgradeConsidered.class).orElseThrow().act().caseNumber();
        var determination = log.byNumber(number).orElseThrow();
        assertThat(beans.getBean(Drafting.class)
                        .expectedLevel(determination.id())
                        .orElseThrow()
                        .level())
                .isEqualTo("SERIOUS");
        upgrade(term, determination);
        assertThat(TermSteps.of(beans, determination).listing().level()).isEqualTo("SERIOUS");
    }

    /** Points begin anew on 1 January for everybody; that an act came during a term does not (regimes.md §C 14; MOHURD art. 7(三)). */
    @Test
    void aNewActDuringAHeavierTermStaysOneBeyondTheTurnOfTheYear() {
        var term = TermSteps.of(beans, TermCases.on(beans).mohurdHeavier(subject, LocalDate.of(2026, 10, 12)));
        clock.at("2026-12-21T09:00");
        var act = CaseFixture.on(beans).record(subject, "MOHURD", "MOHURD-G-06", LocalDate.of(2026, 12, 18));
        driver.submit(
                term.number(),
                "officer1",
                "userTask_considerUpgrade",
                Map.of("outcome", "DETERMINE", "recordNumber", act.number()));
        var number =
                term.term().last(UpgradeConsidered.class).orElseThrow().act().caseNumber();
        clock.at("2027-01-11T09:00");
        driver.submit(
                number,
                "officer1",
                "userTask_draftDetermination",
                Map.of("outcome", "PROPOSE", "facts", "样例失信事实", "evidence", "样例证据材料", "measures", List.of()));
        var level = driver.determination(number).level().orElseThrow();
        assertThat(level.level()).isEqualTo("SERIOUS");
        assertThat(level.records()).containsExactly(act.id());
        assertThat(level.inputs().points()).isZero();
    }

    @Test
    void aSeriousActDuringAWatchTermLeadsToTheBlackListByItsOwnDetermination() {
        var term = city();
        clock.at("2026-06-10T09:00");
        CaseFixture.on(beans).record(subject, "WS-CITY", "WS-CITY-J-03", LocalDate.of(2026, 6, 1));
        assertThat(driver.openTasks(term.number())).as("no serious act").isEmpty();
        var act = CaseFixture.on(beans).record(subject, "WS-CITY", "WS-CITY-B-02", LocalDate.of(2026, 6, 5));
        driver.submit(
                term.number(),
                "officer1",
                "userTask_considerUpgrade",
                Map.of("outcome", "DETERMINE", "recordNumber", act.number()));
        var number =
                term.term().last(UpgradeConsidered.class).orElseThrow().act().caseNumber();
        var determination = log.byNumber(number).orElseThrow();
        upgrade(term, determination);
        assertThat(TermSteps.of(beans, determination).listing().level()).isEqualTo("BLACK");
    }

    @Test
    void aNewActThatIsNotDeterminedNeedsAReason() {
        var term = city();
        clock.at("2026-06-10T09:00");
        CaseFixture.on(beans).record(subject, "WS-CITY", "WS-CITY-B-02", LocalDate.of(2026, 6, 5));
        assertThatThrownBy(() -> decline(term, "")).hasMessageContaining("不另行认定的理由");
        decline(term, "行为发生在列入之前。");
        assertThat(term.term().newActs()).isEmpty();
        assertThat(term.term().all(NewActNoted.class)).hasSize(1);
        assertThat(driver.openTasks(term.number())).isEmpty();
    }

    private void upgrade(TermSteps term, LegalCase determination) {
        TermCases.on(beans).list(determination);
        assertThat(term.status().inForce()).isFalse();
        assertThat(term.listing().standingEnd().orElseThrow().kind()).isEqualTo(ListingEnd.Kind.UPGRADED);
        followedUp(term, determination);
        assertThat(TermSteps.of(beans, determination).status().inForce()).isTrue();
    }

    /** The heavier listing's own case says nothing of the lighter one's measures and channels. */
    private void followedUp(TermSteps term, LegalCase determination) {
        assertThat(term.term().replaced().orElseThrow().caseNumber()).isEqualTo(determination.number());
        assertThat(term.term().letter(LetterKind.LISTING_REPLACED)).isPresent();
        assertThat(term.term().letter(LetterKind.TERM_ENDED)).isEmpty();
        assertThat(term.term().departmentsTold())
                .as("whoever carries a measure of it out, if anybody does")
                .hasSameSizeAs(beans.getBean(Listings.class)
                        .departmentsOf(
                                term.listing().id(), term.term().legalCase().id()));
        term.followUp();
        assertThat(outcome(term)).isEqualTo(TermOutcome.UPGRADED);
        assertThat(driver.ended(term.number())).isTrue();
    }

    private void decline(TermSteps term, String reason) {
        driver.submit(
                term.number(), "officer1", "userTask_considerUpgrade", Map.of("outcome", "DECLINE", "reason", reason));
    }

    private ListingEnd end(TermSteps term, ListingEnd.Kind kind) {
        return transaction.execute(
                status -> ends.end(term.listing().id(), kind, term.listing().caseId(), "principal1"));
    }

    private TermSteps city() {
        return TermSteps.of(beans, TermCases.on(beans).city(subject, PUBLISHED));
    }

    private TermSteps jinan() {
        return TermSteps.of(beans, TermCases.on(beans).jinan(subject, JINAN));
    }

    private boolean isPublic() {
        return publicListings.of(uscc(), 1, 10).total() > 0;
    }

    private Uscc uscc() {
        return Uscc.parse(subject.identifier());
    }

    private static TermOutcome outcome(TermSteps term) {
        return term.term().closed().orElseThrow().outcome();
    }
}
