package org.xincheng.procedure.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.xincheng.credit.calendar.CalendarLoading;
import org.xincheng.credit.calendar.NewNotice;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Jobs;
import org.xincheng.support.TermCases;
import org.xincheng.support.TermSteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Days counted back from the end of a term rest on working days: a notice moves the timers that wait for them, and never the end. */
@XinchengTest
@DirtiesContext
class TermFollowsTheCalendarTest {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CalendarLoading loading;

    @Autowired
    private TestClock clock;

    @Autowired
    private Jobs jobs;

    @Test
    void aNoticeMovesReminderAndRemovalInItsOwnTransaction() {
        var term =
                TermSteps.of(beans, TermCases.on(beans).jinan(CaseFixture.unit("样例跨年期限企业"), LocalDate.of(2026, 1, 15)));
        clock.at("2026-11-02T09:00");
        assertThat(term.status().lastDay()).isEqualTo("2027-01-15");
        term.apply("申请移出。").check("REMOVE").decide("APPROVE");
        assertThat(dueAt(term, "timerEvent_reminderDay")).isEqualTo("2026-11-20T00:00");
        assertThat(dueAt(term, "timerEvent_removalDays")).isEqualTo("2027-01-01T00:00");

        loading.load(
                new NewNotice(2027, "样例办〔2026〕2号", "样例安排2027", LocalDate.of(2026, 11, 1), "", "2027-01-01,OFF,元旦"),
                "admin");

        assertThat(dueAt(term, "timerEvent_reminderDay")).isEqualTo("2026-11-19T00:00");
        assertThat(dueAt(term, "timerEvent_removalDays")).isEqualTo("2026-12-31T00:00");
        assertThat(dueAt(term, "timerEvent_termOver"))
                .as("a term is never rolled")
                .isEqualTo("2027-01-16T00:00");
    }

    private String dueAt(TermSteps term, String timer) {
        return jobs.dueAt(term.instance(), timer).toLocalDateTime().toString();
    }
}
