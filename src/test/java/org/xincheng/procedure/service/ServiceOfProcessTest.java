package org.xincheng.procedure.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CoversModel;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** The model {@code service-of-process}: the clock starts with proven service, whatever way it took. */
@XinchengTest
@CoversModel("processes/service/service-of-process.bpmn")
class ServiceOfProcessTest {

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private SampleRecords records;

    @Test
    void failedServiceEndsInAPublicAnnouncementOfThirtyDays() {
        var steps = noticeToServe(records.enterprise());
        steps.serve("DIRECT", "FAILED");
        steps.at("2026-08-31T09:00").serve("POST", "FAILED");
        steps.at("2026-09-01T09:00").serve("PUBLIC_ANNOUNCEMENT", "ANNOUNCED");
        assertThat(driver.openTasks(steps.caseNumber())).isEmpty();
        assertThat(driver.determination(steps.caseNumber()).noticeServedOn()).isEmpty();
        // The 30th day is Thursday 1 October, National Day: moved to Thursday 8 October.
        assertThat(driver.fire(steps.caseNumber(), "service-of-process", "timerEvent_announcementRuns")
                        .minusDays(1))
                .isEqualTo("2026-10-08");
        assertThat(driver.determination(steps.caseNumber()).noticeServedOn()).hasValue(LocalDate.of(2026, 10, 8));
        // 9, 10 (a make-up Saturday), 12, 13 and 14 October.
        assertThat(driver.due(steps.caseNumber(), "userTask_registerResponse")).isEqualTo("2026-10-14");
        assertThat(driver.passed(steps.caseNumber()))
                .contains("endEvent_servedByAnnouncement")
                .doesNotContain("endEvent_served");
    }

    @Test
    void personalServiceIsProvenOnItsDay() {
        var steps = noticeToServe(records.enterprise());
        steps.serve("LEFT_BEHIND", "SERVED");
        assertThat(driver.determination(steps.caseNumber()).noticeServedOn()).hasValue(LocalDate.of(2026, 8, 28));
        assertThat(driver.passed(steps.caseNumber()))
                .contains("endEvent_served")
                .doesNotContain("timerEvent_announcementRuns");
    }

    @Test
    void electronicServiceNeedsConsent() {
        var known = records.enterprise();
        var without = new NewSubject(
                known.kind(), known.identifier(), known.name(), known.address(), known.email(), known.phone(), false);
        var steps = noticeToServe(without);
        assertThatThrownBy(() -> steps.serve("ELECTRONIC", "SERVED")).hasMessageContaining("电子送达确认书");
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_serveLetter");
    }

    @Test
    void anAnnouncementIsNotServiceYet() {
        var steps = noticeToServe(records.enterprise());
        assertThatThrownBy(() -> steps.serve("PUBLIC_ANNOUNCEMENT", "SERVED")).hasMessageContaining("已公告");
        assertThatThrownBy(() -> steps.serve("DIRECT", "ANNOUNCED")).hasMessageContaining("已公告");
    }

    @Test
    void lateServiceIsFlaggedAndTheTaskStays() {
        var steps = noticeToServe(records.enterprise());
        // Seven working days from Friday 28 August.
        assertThat(driver.fire(steps.caseNumber(), "service-of-process", "boundaryEvent_serveLetterLate")
                        .minusDays(1))
                .isEqualTo("2026-09-08");
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_serveLetter");
    }

    private ListingSteps noticeToServe(NewSubject subject) {
        clock.at("2026-08-28T09:00");
        var record =
                records.take(subject, "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        return new ListingSteps(driver, clock, driver.start(record.number(), "officer1"))
                .draft("WS-CITY-M-02")
                .review(true);
    }
}
