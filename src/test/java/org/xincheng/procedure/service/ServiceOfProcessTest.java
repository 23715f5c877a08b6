package org.xincheng.procedure.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.ServiceParticulars;
import org.xincheng.credit.cases.ServiceParticulars.ElectronicWay;
import org.xincheng.credit.cases.ServiceParticulars.Receiver;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CoversModel;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.SampleService;
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
        assertThatThrownBy(() -> steps.serve("PUBLIC_ANNOUNCEMENT", "FAILED")).hasMessageContaining("已公告");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DIRECT              | SERVED    | receiver      | 请选择一项
            POST                | SERVED    | mailNumber    | 「邮件号」
            POST                | FAILED    | mailNumber    | 「邮件号」
            POST                | FAILED    | proof         | 未送达的情况
            DIRECT              | FAILED    | proof         | 未送达的情况
            ELECTRONIC          | SERVED    | electronicWay | 请选择一项
            ELECTRONIC          | SERVED    | arrivedAt     | 「到达时间」
            LEFT_BEHIND         | SERVED    | witnessing    | 请选择一项
            LEFT_BEHIND         | SERVED    | proof         | 见证人的姓名、单位
            PUBLIC_ANNOUNCEMENT | ANNOUNCED | ground        | 请选择一项
            PUBLIC_ANNOUNCEMENT | ANNOUNCED | medium        | 「公告载体」
            PUBLIC_ANNOUNCEMENT | ANNOUNCED | proof         | 原因和经过
            """)
    void eachWayOfServiceAsksForItsOwnProof(String method, String outcome, String without, String told) {
        var steps = noticeToServe(records.enterprise());
        var entries = new HashMap<>(SampleService.entries(method, outcome, clock.today()));
        entries.remove(without);
        assertThatThrownBy(() -> steps.serve(entries)).hasMessageContaining(told);
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_serveLetter");
        assertThat(driver.determination(steps.caseNumber()).noticeServedOn()).isEmpty();
    }

    @Test
    void whatBelongsToAnotherWayIsNotKept() {
        var steps = noticeToServe(records.enterprise());
        steps.serve("POST", "SERVED");
        assertThat(attempts(steps)).containsExactly(SampleService.particulars(ServiceMethod.POST));
    }

    @Test
    void onlyWhoMaySignForTheSubjectDoes() {
        var unit = noticeToServe(records.enterprise());
        for (String receiver : List.of("PARTY", "ADULT_FAMILY")) {
            assertThatThrownBy(() -> unit.serve(signedBy(receiver))).hasMessageContaining("受送达人是单位");
        }
        unit.serve(signedBy("RESPONSIBLE_PERSON"));
        var person = noticeToServe(records.person());
        assertThatThrownBy(() -> person.serve(signedBy("RESPONSIBLE_PERSON"))).hasMessageContaining("受送达人是自然人");
        person.serve(signedBy("ADULT_FAMILY"));
        assertThat(attempts(person)).containsExactly(ServiceParticulars.receivedBy(Receiver.ADULT_FAMILY));
    }

    @Test
    void aLetterArrivesBetweenItsIssueAndNow() {
        var steps = noticeToServe(records.enterprise());
        var entries = new HashMap<>(SampleService.entries("ELECTRONIC", "SERVED", clock.today()));
        entries.put("arrivedAt", "09:01");
        assertThatThrownBy(() -> steps.serve(entries)).hasMessageContaining("到达时间不能晚于现在");
        entries.put("arrivedAt", "08:59");
        assertThatThrownBy(() -> steps.serve(entries)).hasMessageContaining("到达时间不能早于文书制发的时间");
        entries.put("arrivedAt", "09:00");
        steps.serve(entries);
        assertThat(attempts(steps))
                .containsExactly(ServiceParticulars.arrived(ElectronicWay.PLATFORM, LocalTime.of(9, 0)));
    }

    @Test
    void anAnnouncementBecauseOtherWaysFailedNeedsOneThatDid() {
        var steps = noticeToServe(records.enterprise());
        var entries = new HashMap<>(SampleService.entries("PUBLIC_ANNOUNCEMENT", "ANNOUNCED", clock.today()));
        entries.put("ground", "OTHER_WAYS_FAILED");
        assertThatThrownBy(() -> steps.serve(entries)).hasMessageContaining("还没有用其他方式送达未成的记录");
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_serveLetter");
        steps.at("2026-09-02T09:00").serve("POST", "FAILED");
        assertThatThrownBy(() -> steps.serve(entries))
                .as("announced before the other way failed")
                .hasMessageContaining("在公告日以前还没有用其他方式送达未成的记录");
        entries.put("day", "2026-09-02");
        steps.serve(entries);
        assertThat(driver.openTasks(steps.caseNumber())).isEmpty();
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

    private Map<String, Object> signedBy(String receiver) {
        var entries = new HashMap<>(SampleService.entries("DIRECT", "SERVED", clock.today()));
        entries.put("receiver", receiver);
        return entries;
    }

    private List<ServiceParticulars> attempts(ListingSteps steps) {
        return driver.determination(steps.caseNumber())
                .all(ServiceAttempted.class)
                .map(h -> h.act().particulars())
                .toList();
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
