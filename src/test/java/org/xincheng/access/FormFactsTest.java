package org.xincheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.support.Browser;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** The facts that a task's form shows are as closed as the case file: Tasklist's interface is no way around it. */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: its pages need a context of their own.
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class FormFactsTest {

    @LocalServerPort
    int port;

    @Autowired
    SampleRecords records;

    @Autowired
    CaseDriver driver;

    @Autowired
    TestClock clock;

    private NewSubject subject;
    private String facts;

    @BeforeEach
    void open() {
        clock.at("2026-03-02T09:00");
        subject = records.enterprise();
        String number = driver.start(
                records.take(subject, "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20))
                        .number(),
                "officer1");
        String key = driver.openTasks(number).get(0);
        facts = "/engine/engine/default/task/" + driver.task(number, key).getId() + "/form-variables";
    }

    @Test
    void whoDecidesCasesSeesThem() {
        HttpResponse<String> answer = of(Role.CASE_OFFICER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(subject.name());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = Mode.INCLUDE,
            names = {"DATA_OFFICER", "IMPLEMENTING_DEPARTMENT", "DESIGNER", "ADMINISTRATOR"})
    void othersDoNot(Role role) {
        HttpResponse<String> answer = of(role);
        assertThat(answer.body()).doesNotContain(subject.name()).doesNotContain(subject.identifier());
        if (role != Role.ADMINISTRATOR) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(403, 404);
        }
    }

    private HttpResponse<String> of(Role role) {
        return new Browser(port).signIn(role.account(), role.password()).engine("GET", facts, "");
    }
}
