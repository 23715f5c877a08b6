package org.xincheng.portal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedSet;
import org.xincheng.law.CountDirection;
import org.xincheng.law.CountPurpose;
import org.xincheng.law.CountUnit;
import org.xincheng.law.CountedDay;
import org.xincheng.law.Deadline;
import org.xincheng.law.LegalTime;
import org.xincheng.law.Suspension;
import org.xincheng.law.WorkingDayCalendar;

/**
 * The answer of {@code GET /api/deadlines/compute} (DESIGN §8).
 *
 * @param due the last day
 * @param endsAt the instant it is over, 24:00 Asia/Shanghai
 * @param provisional whether it rests on a day outside the loaded calendar years
 * @param counted every line of the proof, counted or skipped, in the order of counting
 * @param rolledFrom the last day before it moved off non-working days, or null
 * @param suspendedDays natural days in the union of the suspensions that have an effect
 * @param calendar the calendar it was counted by
 */
record DeadlineAnswer(
        LocalDate due,
        OffsetDateTime endsAt,
        boolean provisional,
        List<CountedDay> counted,
        LocalDate start,
        int count,
        CountUnit unit,
        CountDirection direction,
        CountPurpose purpose,
        LocalDate rolledFrom,
        List<Suspension> suspended,
        int suspendedDays,
        Calendar calendar) {

    /** Which calendar: its version and the years it knows. */
    record Calendar(String version, SortedSet<Integer> years) {}

    static DeadlineAnswer of(Deadline deadline, WorkingDayCalendar calendar) {
        return new DeadlineAnswer(
                deadline.due(),
                deadline.endsAt().atZone(LegalTime.ZONE).toOffsetDateTime(),
                deadline.provisional(),
                deadline.days(),
                deadline.start(),
                deadline.count(),
                deadline.unit(),
                deadline.direction(),
                deadline.purpose(),
                deadline.rolledFrom(),
                deadline.suspensions(),
                deadline.suspendedDays(),
                new Calendar(deadline.calendarVersion(), calendar.years()));
    }
}
