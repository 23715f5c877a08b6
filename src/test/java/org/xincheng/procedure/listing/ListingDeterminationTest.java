package org.xincheng.procedure.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.determination.Act;
import org.xincheng.credit.listing.ListBases;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.law.ListBasis;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** The model {@code listing-determination}: its whole way, to the day, over the Spring Festival of 2026. */
@XinchengTest
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
        steps.at("2026-02-10T09:00").review(true);
        assertDue(n, "userTask_serveLetter", "2026-02-26");
        steps.at("2026-02-13T09:00").serve();
        assertDue(n, "userTask_registerResponse", "2026-02-27");
        steps.at("2026-02-25T09:00").respond("HEARING_REQUEST");
        assertThat(steps.windowEnds()).isEqualTo("2026-02-27");
        assertDue(n, "userTask_scheduleHearing", "2026-03-03");
        steps.at("2026-03-02T09:00").schedule("2026-03-12", "14:00");
        steps.at("2026-03-03T09:00").serve();
        assertThat(driver.fire(n, "hearing", "timerEvent_hearingDay")).isEqualTo("2026-03-12");
        steps.at("2026-03-12T17:00").hearing("HELD").hearingOpinion();
        steps.at("2026-03-13T09:00")
                .consider("NOT_ADOPTED")
                .reviewAfterHearing(true)
                .deliberate("LIST")
                .approve(true);

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

    private void assertDue(String caseNumber, String taskKey, String day) {
        assertThat(driver.due(caseNumber, taskKey)).as("due date of " + taskKey).isEqualTo(day);
    }
}
