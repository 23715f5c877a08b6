package org.xincheng.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.xincheng.law.WorkingDayCalendar.NamedDay;
import org.xincheng.law.WorkingDayCalendar.Notice;

/** Five working days over New Year 2027, while the year's notice is loaded. */
class CountingByTheCurrentCalendarTest {

    private static final LocalDate START = LocalDate.parse("2026-12-29");
    private static final Notice NOTICE = new Notice(2027, "样例办〔2026〕1号", "样例安排", LocalDate.parse("2026-11-02"), "");

    private final WorkingDayCalendar before = WorkingDayCalendar.load();
    private final WorkingDayCalendar after =
            before.with(NOTICE, List.of(new NamedDay(LocalDate.parse("2027-01-01"), false, "元旦", NOTICE.document())));

    @Test
    void aYearLoadedInBetweenMovesTheNextCount() {
        var current = new AtomicReference<>(before);
        Counting counting = new Counting(current::get);

        Deadline provisional = five(counting);
        Counting held = counting.held();
        current.set(after);
        Deadline certain = five(counting);

        assertThat(provisional.due()).isEqualTo("2027-01-05");
        assertThat(provisional.provisional()).isTrue();
        assertThat(certain.due()).isEqualTo("2027-01-06");
        assertThat(certain.provisional()).isFalse();
        assertThat(certain.calendarVersion()).isEqualTo(after.version());
        assertThat(certain.sameAs(provisional)).isFalse();
        assertThat(five(held)).as("what is held stays").isEqualTo(provisional);
        assertThat(counting.calendar()).isSameAs(after);
    }

    @Test
    void oneCountKeepsToOneCalendar() {
        Queue<WorkingDayCalendar> given = new ArrayDeque<>(List.of(before, after));

        Deadline first = five(new Counting(given::remove));

        assertThat(given).as("asked for once").hasSize(1);
        assertThat(first.due()).isEqualTo("2027-01-05");
        assertThat(first.calendarVersion()).isEqualTo(before.version());
    }

    @Test
    void aYearThatNoDayLiesInMakesTheSameDeadline() {
        LocalDate autumn = LocalDate.parse("2026-09-01");
        Deadline old = new Counting(before)
                .count(autumn, 5, CountUnit.WORKING_DAY, CountDirection.FORWARD, CountPurpose.PROCEDURE, List.of());
        Deadline anew = new Counting(after)
                .count(autumn, 5, CountUnit.WORKING_DAY, CountDirection.FORWARD, CountPurpose.PROCEDURE, List.of());

        assertThat(anew).isNotEqualTo(old);
        assertThat(anew.sameAs(old)).isTrue();
        assertThat(old.sameAs(anew)).isTrue();
    }

    private static Deadline five(Counting counting) {
        return counting.count(
                START, 5, CountUnit.WORKING_DAY, CountDirection.FORWARD, CountPurpose.PROCEDURE, List.of());
    }
}
