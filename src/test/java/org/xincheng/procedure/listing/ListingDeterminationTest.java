package org.xincheng.procedure.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.cases.CommonAct;
import org.xincheng.credit.determination.Act;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.listing.ListBases;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.law.ListBasis;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CoversModel;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** The model {@code listing-determination}: its whole way, to the day, over the Spring Festival of 2026. */
@XinchengTest
@CoversModel("processes/listing/listing-determination.bpmn")
class ListingDeterminationTest {

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private SampleRecords records;

    @Autowired
    private Listings listings;

    @Autowired
    private ListingClock listingClock;

    @Autowired
    private ListBases bases;

    @Autowired
    private ListingProcedure procedure;

    @BeforeEach
    void foundTheHeavierList() {
        clock.at("2026-01-05T09:00");
        bases.enter(
                "MOHURD",
                "HEAVIER",
                ListBasis.LOCAL_REGULATION,
                "样例市社会信用条例（样本）",
                "第十条",
                LocalDate.of(2026, 1, 1),
                "admin");
    }

    @Test
    void wsCityGoesFromRecordToPublishedDecisionAcrossSpringFestival() {
        clock.at("2026-02-02T09:00");
        var record = records.take(records.enterprise(), "WS-CITY", "WS-CITY-J-05", LocalDate.of(2026, 1, 20));
        var n = driver.start(record.number(), "officer1");
        var steps = new ListingSteps(driver, clock, n);
        assertDue(n, "userTask_draftDetermination", "2026-02-09");

        steps.at("2026-02-03T10:00").draft("WS-CITY-M-02", "WS-CITY-M-03");
        assertDue(n, "userTask_reviewDraft", "2026-02-10");
        steps.at("2026-02-04T10:00").review(true);
        assertDue(n, "userTask_serveLetter", "2026-02-13");
        assertThat(driver.openTasks(n)).doesNotContain("userTask_registerResponse");

        // Five working days from the service: 13 and 14 February (a make-up Saturday), then 24, 25 and 26.
        steps.at("2026-02-12T16:00").serve();
        assertDue(n, "userTask_registerResponse", "2026-02-26");
        steps.at("2026-02-24T11:00").respond("STATEMENT");
        steps.at("2026-02-26T17:30").respond("HEARING_REQUEST");
        assertThat(driver.openTasks(n)).containsExactly("userTask_registerResponse");
        assertThat(steps.windowEnds()).isEqualTo("2026-02-26");

        // 28 February is a make-up Saturday.
        assertDue(n, "userTask_scheduleHearing", "2026-03-02");
        steps.at("2026-02-27T09:00").schedule("2026-03-16", "09:30");
        assertDue(n, "userTask_serveLetter", "2026-03-03");
        steps.at("2026-03-03T09:00").serve("ELECTRONIC", "SERVED");
        assertThat(driver.openTasks(n)).isEmpty();
        assertThat(driver.fire(n, "hearing", "timerEvent_hearingDay")).isEqualTo("2026-03-16");
        assertDue(n, "userTask_holdHearing", "2026-03-17");
        steps.at("2026-03-16T15:00").hearing("HELD");
        assertDue(n, "userTask_submitHearingOpinion", "2026-03-19");
        steps.at("2026-03-18T09:00").hearingOpinion();

        assertDue(n, "userTask_considerStatements", "2026-03-23");
        steps.at("2026-03-19T09:00").consider("NOT_ADOPTED");
        assertDue(n, "userTask_reviewAfterHearing", "2026-03-24");
        steps.at("2026-03-20T09:00").reviewAfterHearing(true);
        assertDue(n, "userTask_deliberate", "2026-04-02");
        steps.at("2026-03-25T09:00").deliberate("LIST");
        assertDue(n, "userTask_approveDecision", "2026-03-30");
        steps.at("2026-03-27T09:00").approve(true);

        // Tomb-Sweeping Day, 4 to 6 April, lies between.
        assertDue(n, "userTask_recordSuperiorDetermination", "2026-04-27");
        steps.at("2026-04-16T09:00").superior(true, "2026-04-15");
        assertDue(n, "userTask_serveLetter", "2026-04-27");
        assertThat(driver.determination(n).listing()).isEmpty();
        steps.at("2026-04-20T09:00").serve("POST", "SERVED");

        // Ten working days from the superior's determination on 15 April.
        assertDue(n, "userTask_publishListing", "2026-04-29");
        var listing = listings.ofCase(driver.caseId(n)).orElseThrow();
        assertThat(listing.effectiveOn()).isEqualTo("2026-04-20");
        assertThat(listing.level()).isEqualTo("JOINT");
        assertThat(listingClock.now(listing).inForce()).isTrue();
        assertThat(listingClock.now(listing).published()).isFalse();
        steps.at("2026-04-24T09:00").publish();

        assertThat(driver.ended(n)).isTrue();
        assertThat(driver.determination(n).closed().orElseThrow().outcome()).isEqualTo(Act.CaseOutcome.PUBLISHED);
        var status = listingClock.now(listings.ofCase(driver.caseId(n)).orElseThrow());
        assertThat(status.published()).isTrue();
        assertThat(status.termStart()).isEqualTo("2026-04-24");
        assertThat(status.lastDay()).isEqualTo("2027-04-24");
        assertThat(driver.passed(n))
                .contains("endEvent_published", "endEvent_hearingHeld")
                .doesNotContain(
                        "endEvent_notListed",
                        "userTask_deliberateFirstRound",
                        "endEvent_rightsWaived",
                        "endEvent_hearingWaived");
    }

    @Test
    void mohurdGoesFromFourRecordsToPublishedDecisionAcrossSpringFestival() {
        clock.at("2026-02-09T09:00");
        var subject = records.enterprise();
        var first = records.take(subject, "MOHURD", "MOHURD-G-01", LocalDate.of(2026, 1, 6));
        records.take(subject, "MOHURD", "MOHURD-G-02", LocalDate.of(2026, 1, 8));
        records.take(subject, "MOHURD", "MOHURD-G-03", LocalDate.of(2026, 1, 9));
        records.take(subject, "MOHURD", "MOHURD-G-10", LocalDate.of(2026, 1, 12));
        var n = driver.start(first.number(), "officer1");
        var steps = new ListingSteps(driver, clock, n);
        assertDue(n, "userTask_draftDetermination", "2026-02-14");

        steps.draft();
        assertThat(driver.determination(n).level().orElseThrow().level()).isEqualTo("HEAVIER");
        assertThat(driver.determination(n).level().orElseThrow().inputs().points())
                .isEqualTo(8);
        // 14 February is a make-up Saturday.
        assertDue(n, "userTask_reviewDraft", "2026-02-14");
        steps.at("2026-02-10T09:00").review(true);
        assertDue(n, "userTask_serveLetter", "2026-02-26");
        steps.at("2026-02-13T09:00").serve();
        assertDue(n, "userTask_registerResponse", "2026-02-27");
        steps.at("2026-02-25T09:00").respond("HEARING_REQUEST");
        assertThat(steps.windowEnds()).isEqualTo("2026-02-27");
        assertDue(n, "userTask_scheduleHearing", "2026-03-03");
        steps.at("2026-03-02T09:00").schedule("2026-03-12", "14:00");
        assertDue(n, "userTask_serveLetter", "2026-03-05");
        steps.at("2026-03-03T09:00").serve();
        assertThat(driver.fire(n, "hearing", "timerEvent_hearingDay")).isEqualTo("2026-03-12");
        assertDue(n, "userTask_holdHearing", "2026-03-13");
        steps.at("2026-03-12T17:00").hearing("HELD");
        assertDue(n, "userTask_submitHearingOpinion", "2026-03-17");
        steps.hearingOpinion();
        assertDue(n, "userTask_considerStatements", "2026-03-17");
        steps.at("2026-03-13T09:00").consider("NOT_ADOPTED");
        assertDue(n, "userTask_reviewAfterHearing", "2026-03-18");
        steps.reviewAfterHearing(true);
        assertDue(n, "userTask_deliberate", "2026-03-27");
        steps.deliberate("LIST");
        assertDue(n, "userTask_approveDecision", "2026-03-18");
        steps.approve(true);

        // No superior in between: seven working days from the decision, to serve it and to publish it.
        assertDue(n, "userTask_serveLetter", "2026-03-24");
        steps.at("2026-03-16T09:00").serve();
        assertDue(n, "userTask_publishListing", "2026-03-24");
        steps.at("2026-03-18T09:00").publish();
        assertThat(driver.ended(n)).isTrue();
        assertThat(listingClock
                        .now(listings.ofCase(driver.caseId(n)).orElseThrow())
                        .lastDay())
                .isEqualTo("2027-03-18");
        assertThat(driver.passed(n))
                .contains("endEvent_published")
                .doesNotContain("userTask_recordSuperiorDetermination", "userTask_deliberateFirstRound");
    }

    @Test
    void aCaseIsDroppedBeforeTheSubjectWasTold() {
        var steps = wsCity("2026-03-02T09:00");
        steps.submit(
                "officer1",
                "userTask_draftDetermination",
                Map.of("outcome", "DROP", "reason", "处罚决定已被撤销", "measures", List.of()));
        assertClosed(steps, Act.CaseOutcome.NOT_LISTED, "endEvent_closedUninformed");
        assertThat(driver.determination(steps.caseNumber())
                        .closed()
                        .orElseThrow()
                        .reason())
                .isEqualTo("处罚决定已被撤销");
        assertThat(driver.passed(steps.caseNumber())).doesNotContain("serviceTask_issueReply", "userTask_reviewDraft");
    }

    @Test
    void tooFewPointsReachNoLevel() {
        clock.at("2026-03-02T09:00");
        var record = records.take(records.enterprise(), "MOHURD", "MOHURD-G-01", LocalDate.of(2026, 2, 2));
        var steps = new ListingSteps(driver, clock, driver.start(record.number(), "officer1"));
        steps.draft();
        assertClosed(steps, Act.CaseOutcome.NOT_LISTED, "endEvent_closedUninformed");
        assertThat(driver.passed(steps.caseNumber()))
                .contains("businessRuleTask_determineLevel")
                .doesNotContain("userTask_reviewDraft", "serviceTask_issueNotice");
    }

    @Test
    void reviewSendsBackAndTheSubjectWaives() {
        var steps = wsCity("2026-03-02T09:00").draft("WS-CITY-M-02").review(false);
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_draftDetermination");
        steps.draft("WS-CITY-M-02").review(true).serve();
        steps.at("2026-03-03T09:00").respond("WAIVER");
        // Waived on the second day of five: the panel can meet at once.
        steps.deliberate("NOT_LIST");
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_serveLetter");
        steps.serve();
        assertClosed(steps, Act.CaseOutcome.NOT_LISTED, "endEvent_notListed");
        assertThat(driver.passed(steps.caseNumber()))
                .contains("endEvent_rightsWaived", "serviceTask_issueReply")
                .doesNotContain("callActivity_hearing", "userTask_considerStatements", "boundaryEvent_windowEnds");
    }

    @Test
    void anAdoptedStatementEndsTheCase() {
        var steps = wsCity("2026-03-02T09:00")
                .draft("WS-CITY-M-02")
                .review(true)
                .serve()
                .respond("STATEMENT");
        assertThat(steps.windowEnds()).isEqualTo("2026-03-09");
        steps.consider("ADOPTED").serve();
        assertClosed(steps, Act.CaseOutcome.NOT_LISTED, "endEvent_notListed");
        assertThat(driver.passed(steps.caseNumber()))
                .contains("userTask_considerStatements")
                .doesNotContain("userTask_deliberate", "callActivity_hearing");
    }

    @Test
    void everySendingBackLeadsToANewDraftAndANewNotice() {
        var steps = wsCity("2026-03-02T09:00")
                .draft("WS-CITY-M-02")
                .review(true)
                .serve()
                .respond("STATEMENT");
        steps.windowEnds();
        steps.consider("REDRAFT").draft("WS-CITY-M-02").review(true).serve().respond("STATEMENT");
        steps.windowEnds();
        steps.consider("NOT_ADOPTED").deliberate("REDRAFT");
        steps.draft("WS-CITY-M-02").review(true).serve();
        steps.windowEnds();
        steps.deliberate("LIST")
                .approve(false)
                .draft("WS-CITY-M-02")
                .review(true)
                .serve();
        steps.respond("HEARING_REQUEST");
        var windowEnd = steps.windowEnds();
        steps.schedule(windowEnd.plusDays(20).toString(), "09:00").serve();
        driver.fire(steps.caseNumber(), "hearing", "timerEvent_hearingDay");
        steps.hearing("HELD").hearingOpinion().consider("NOT_ADOPTED").reviewAfterHearing(false);
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_draftDetermination");
        steps.draft("WS-CITY-M-02").review(true).serve();
        steps.windowEnds();
        steps.deliberate("LIST").approve(true).superior(false, clock.today().toString());
        steps.serve();
        assertClosed(steps, Act.CaseOutcome.NOT_LISTED, "endEvent_notListed");
        assertThat(driver.determination(steps.caseNumber())
                        .all(CommonAct.LetterWasIssued.class)
                        .filter(l -> l.act().kind() == LetterKind.PRE_DECISION_NOTICE)
                        .count())
                .isEqualTo(5);
        assertThat(driver.determination(steps.caseNumber()).decision()).isEmpty();
    }

    @Test
    void wsJinanDeliberatesTwice() {
        var steps = wsJinan("2021-03-01T09:00").draft("WS-MOU-01-1");
        // Three working days each, by the regime's own articles.
        assertDue(steps.caseNumber(), "userTask_reviewDraft", "2021-03-04");
        steps.review(true).deliberate("userTask_deliberateFirstRound", "LIST");
        assertDue(steps.caseNumber(), "userTask_serveLetter", "2021-03-04");
        steps.serve();
        assertThat(steps.windowEnds()).isEqualTo("2021-03-08");
        steps.deliberate("LIST").approve(true).serve().publish();
        assertClosed(steps, Act.CaseOutcome.PUBLISHED, "endEvent_published");
        assertThat(driver.determination(steps.caseNumber())
                        .all(Act.DeliberationHeld.class)
                        .map(h -> h.act().round()))
                .containsExactly(1, 2);
    }

    @Test
    void wsJinanStopsAfterAFirstDeliberationThatSaysNo() {
        var steps = wsJinan("2021-03-01T09:00")
                .draft("WS-MOU-01-1")
                .review(true)
                .deliberate("userTask_deliberateFirstRound", "NOT_LIST");
        assertClosed(steps, Act.CaseOutcome.NOT_LISTED, "endEvent_closedUninformed");
        assertThat(driver.passed(steps.caseNumber())).doesNotContain("serviceTask_issueNotice");
    }

    @Test
    void aListWithoutALawfulStandardTakesEffectButIsNotPublished() {
        clock.at("2026-03-02T09:00");
        var record = records.take(records.enterprise(), "MOHURD", "MOHURD-S-04", LocalDate.of(2026, 2, 2));
        var steps = new ListingSteps(driver, clock, driver.start(record.number(), "officer1"));
        steps.draft().review(true).serve();
        steps.windowEnds();
        steps.deliberate("LIST").approve(true).serve();
        assertClosed(steps, Act.CaseOutcome.EFFECTIVE_UNPUBLISHED, "endEvent_effectiveUnpublished");
        var listing = listings.ofCase(driver.caseId(steps.caseNumber())).orElseThrow();
        assertThat(listing.level()).isEqualTo("SERIOUS");
        assertThat(listingClock.now(listing).inForce()).isTrue();
        assertThat(listingClock.now(listing).published()).isFalse();
        assertThat(driver.passed(steps.caseNumber())).doesNotContain("userTask_publishListing");
    }

    @Test
    void aLateStatementIsReadBeforeTheDecision() {
        var steps =
                wsCity("2026-03-02T09:00").draft("WS-CITY-M-02").review(true).serve();
        steps.windowEnds();
        procedure.lateStatement(steps.caseNumber(), clock.today(), "样例逾期意见", "officer1");
        assertThat(driver.openTasks(steps.caseNumber()))
                .containsExactly("userTask_considerLateStatement", "userTask_deliberate");
        assertThatThrownBy(() -> steps.deliberate("LIST"))
                .hasMessageContaining("未经复核")
                .hasMessageContaining("第四十五条");
        steps.submit("officer1", "userTask_considerLateStatement", Map.of("outcome", "NOT_ADOPTED", "reasons", "样例理由"));
        steps.deliberate("LIST").approve(true);
        assertThat(driver.determination(steps.caseNumber()).statements().get(0).late())
                .isTrue();
        assertThat(driver.passed(steps.caseNumber())).contains("endEvent_lateStatementConsidered");
    }

    @Test
    void latenessIsFlaggedAndTheTaskStays() {
        var steps = wsJinan("2021-03-01T09:00");
        late(steps, "draftDetermination", "2021-03-08");
        steps.draft("WS-MOU-01-1");
        late(steps, "reviewDraft", null);
        steps.review(true);
        late(steps, "deliberateFirstRound", null);

        var city = wsCity("2026-03-02T09:00").draft("WS-CITY-M-02").review(true).serve();
        city.respond("HEARING_REQUEST");
        var windowEnd = city.windowEnds();
        procedure.lateStatement(city.caseNumber(), clock.today(), "样例逾期意见", "officer1");
        late(city, "considerLateStatement", null);
        city.submit("officer1", "userTask_considerLateStatement", Map.of("outcome", "NOT_ADOPTED", "reasons", "样例理由"));
        city.schedule(windowEnd.plusDays(30).toString(), "09:00").serve();
        driver.fire(city.caseNumber(), "hearing", "timerEvent_hearingDay");
        city.hearing("HELD").hearingOpinion();
        late(city, "considerStatements", null);
        city.consider("NOT_ADOPTED");
        late(city, "reviewAfterHearing", null);
        city.reviewAfterHearing(true);
        late(city, "deliberate", null);
        city.deliberate("LIST");
        late(city, "approveDecision", null);
        city.approve(true);
        late(city, "recordSuperiorDetermination", null);
        city.superior(true, clock.today().toString()).serve();
        late(city, "publishListing", null);
        city.publish();
        assertThat(driver.determination(city.caseNumber())
                        .all(CommonAct.LatenessFlagged.class)
                        .map(f -> f.act().step()))
                .containsExactly(
                        "considerLateStatement",
                        "considerStatements",
                        "reviewAfterHearing",
                        "deliberation",
                        "approval",
                        "superiorDetermination",
                        "publication");
    }

    private void late(ListingSteps steps, String task, String due) {
        var day = driver.fire(steps.caseNumber(), "listing-determination", "boundaryEvent_" + task + "Late")
                .minusDays(1);
        if (due != null) {
            assertThat(day).isEqualTo(due);
        }
        assertThat(driver.openTasks(steps.caseNumber())).contains("userTask_" + task);
    }

    private ListingSteps wsCity(String start) {
        clock.at(start);
        var record = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        return new ListingSteps(driver, clock, driver.start(record.number(), "officer1"));
    }

    private ListingSteps wsJinan(String start) {
        clock.at(start);
        var record = records.take(
                records.enterprise(), "WS-JINAN", "WS-JINAN-J-04", clock.today().minusDays(10));
        return new ListingSteps(driver, clock, driver.start(record.number(), "officer1"));
    }

    private void assertClosed(ListingSteps steps, Act.CaseOutcome outcome, String endEvent) {
        assertThat(driver.ended(steps.caseNumber())).isTrue();
        assertThat(driver.determination(steps.caseNumber())
                        .closed()
                        .orElseThrow()
                        .outcome())
                .isEqualTo(outcome);
        assertThat(driver.passed(steps.caseNumber())).contains(endEvent);
    }

    private void assertDue(String caseNumber, String taskKey, String day) {
        assertThat(driver.due(caseNumber, taskKey)).as("due date of " + taskKey).isEqualTo(day);
    }
}
