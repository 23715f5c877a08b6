package org.xincheng.procedure.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CoversModel;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** The model {@code hearing}: invitation seven working days ahead, a chair who did not draft, a record before the decision. */
@XinchengTest
@CoversModel("processes/listing/hearing.bpmn")
class HearingTest {

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private SampleRecords records;

    private ListingSteps steps;

    /** A hearing was asked for; the window closed on Monday 9 March 2026. */
    @BeforeEach
    void aHearingIsAskedFor() {
        clock.at("2026-03-02T09:00");
        var record = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        steps = new ListingSteps(driver, clock, driver.start(record.number(), "officer1"));
        steps.draft("WS-CITY-M-02").review(true).serve().respond("HEARING_REQUEST");
        assertThat(steps.windowEnds()).isEqualTo("2026-03-09");
    }

    @Test
    void aHeldHearingLeavesRecordAndOpinion() {
        steps.schedule("2026-03-19", "09:00").serve();
        assertThat(driver.openTasks(steps.caseNumber())).isEmpty();
        assertThat(driver.fire(steps.caseNumber(), "hearing", "timerEvent_hearingDay"))
                .isEqualTo("2026-03-19");
        steps.hearing("HELD").hearingOpinion();
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_considerStatements");
        assertThat(driver.determination(steps.caseNumber()).hearingConcluded()).isTrue();
        assertThat(driver.passed(steps.caseNumber()))
                .contains("endEvent_hearingHeld")
                .doesNotContain("endEvent_hearingWaived");
    }

    @Test
    void anInvitationServedTooLateNeedsANewDate() {
        // Counted back from Thursday 19 March: the 7th working day is Tuesday 10 March.
        steps.schedule("2026-03-19", "09:00");
        steps.at("2026-03-11T09:00").serve();
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_scheduleHearing");
        assertThatThrownBy(() -> steps.schedule("2026-03-19", "09:00"))
                .hasMessageContaining("2026-03-10")
                .hasMessageContaining("行政处罚法");
        steps.schedule("2026-03-20", "09:00").serve();
        assertThat(driver.fire(steps.caseNumber(), "hearing", "timerEvent_hearingDay"))
                .isEqualTo("2026-03-20");
    }

    @Test
    void aPostponedHearingIsArrangedAgainAndAWaivedOneEnds() {
        steps.schedule("2026-03-19", "09:00").serve();
        driver.fire(steps.caseNumber(), "hearing", "timerEvent_hearingDay");
        steps.hearing("POSTPONED");
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_scheduleHearing");
        assertThat(driver.determination(steps.caseNumber()).hearingConcluded()).isFalse();
        steps.schedule("2026-04-02", "09:00").serve();
        driver.fire(steps.caseNumber(), "hearing", "timerEvent_hearingDay");
        steps.hearing("WAIVED");
        assertThat(driver.passed(steps.caseNumber()))
                .contains("endEvent_hearingWaived")
                .doesNotContain("userTask_submitHearingOpinion");
        steps.consider("NOT_ADOPTED");
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_deliberate");
    }

    @Test
    void latenessIsFlaggedAndTheTaskStays() {
        late("scheduleHearing", "2026-03-12");
        steps.schedule("2026-04-09", "09:00").serve();
        driver.fire(steps.caseNumber(), "hearing", "timerEvent_hearingDay");
        late("holdHearing", "2026-04-10");
        steps.hearing("HELD");
        late("submitHearingOpinion", "2026-04-15");
        steps.hearingOpinion();
    }

    @Test
    void nobodyChairsAnOwnCase() {
        assertThatThrownBy(() -> steps.submit(
                        "officer1",
                        "userTask_scheduleHearing",
                        Map.of(
                                "hearingDate", "2026-03-25",
                                "hearingTime", "09:00",
                                "place", "样例市听证室",
                                "chair", "officer1",
                                "closed", false)))
                .hasMessageContaining("主持");
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_scheduleHearing");
    }

    private void late(String task, String due) {
        assertThat(driver.fire(steps.caseNumber(), "hearing", "boundaryEvent_" + task + "Late")
                        .minusDays(1))
                .isEqualTo(due);
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_" + task);
    }
}
