package org.xincheng.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Counts deadlines (DESIGN §4; 民法典 art. 200–204, 民事诉讼法 art. 85). It may be given the calendar of the moment instead of one for good;
 * each count asks for it once and keeps to it to the end.
 *
 * <ul>
 *   <li>The day of the event is not counted; day 1 is the day after. Counting back, the end is not counted, and the
 *       result is the nth day before it. A count of 0 gives the start day itself.
 *   <li>{@code DAY}, {@code MONTH}, {@code YEAR} limits of a procedure that end on a non-working day move to the next
 *       working day. Counted back they stay where they are: moving them on would shorten the time before the end, and
 *       no rule moves them further back.
 *   <li>A term is never rolled and, counted forward, never provisional.
 *   <li>Suspensions move the last day as {@link TermClock} says, by natural days whatever the unit and before any
 *       rolling. A working-day limit that a suspension has moved onto a non-working day is rolled like the others.
 *       Counting back knows no suspension: its end is a given day.
 * </ul>
 */
public final class Counting {

    private final Supplier<WorkingDayCalendar> calendars;

    /** Counts by this calendar for good. */
    public Counting(WorkingDayCalendar calendar) {
        Objects.requireNonNull(calendar, "calendar");
        this.calendars = () -> calendar;
    }

    /** Counts by the calendar that is given at the moment of each count; it is asked for often and has to be at hand. */
    public Counting(Supplier<WorkingDayCalendar> calendars) {
        this.calendars = Objects.requireNonNull(calendars, "calendars");
    }

    /** The calendar it counts by at this moment. */
    public WorkingDayCalendar calendar() {
        return calendars.get();
    }

    /** The same, held to the calendar of this moment: for an answer made of several counts, or that shows the calendar too. */
    public Counting held() {
        return new Counting(calendar());
    }

    /** The deadline that a rule sets, counted from this day, without suspensions; otherwise as the full method. */
    public Deadline count(DeadlineRule rule, LocalDate start) {
        return count(rule, start, List.of());
    }

    /** The deadline that a rule sets, counted from this day; otherwise as the full method. */
    public Deadline count(DeadlineRule rule, LocalDate start, List<Suspension> suspensions) {
        return count(start, rule.count(), rule.unit(), rule.direction(), rule.purpose(), suspensions)
                .under(rule);
    }

    /**
     * Counts a deadline.
     *
     * @param start the day of the event, or the end to count back from; years 1900 to 2999
     * @param count 0 to 10,000 working days or days, 1,200 months, 100 years
     * @param suspensions in any order, overlapping or not, none still running
     * @throws BadCount {@code dateOutOfRange}, {@code countNegative}, {@code countTooLarge},
     *     {@code suspensionStillRunning} where the last day is open, {@code suspensionBackward}
     */
    public Deadline count(
            LocalDate start,
            int count,
            CountUnit unit,
            CountDirection direction,
            CountPurpose purpose,
            List<Suspension> suspensions) {
        CountLimits.check(start, count, unit);
        WorkingDayCalendar calendar = calendars.get();
        ProofLines lines = new ProofLines(calendar);
        boolean back = direction == CountDirection.BACKWARD;
        if (back && !suspensions.isEmpty()) {
            throw new BadCount(
                    "suspensionBackward", "suspended", "倒推计算以既定的届满日为准，不能再扣除暂停期间", "Counting back takes no suspensions");
        }
        lines.start(start, back);
        LocalDate counted = unit == CountUnit.WORKING_DAY
                ? lines.workingDays(start, count, back ? -1 : 1)
                : lines.naturalPeriods(start, back ? -count : count, unit);
        Standstill standstill = Standstill.of(start, counted, back ? List.of() : suspensions, null);
        LocalDate moved = standstill.lastDay();
        if (moved == null) {
            throw new BadCount(
                    "suspensionStillRunning",
                    "suspended",
                    "暂停尚未结束，届满日还不能确定",
                    "A suspension is still running, so the last day is open");
        }
        if (!moved.equals(counted)) {
            lines.movedBySuspension(counted, moved, standstill.days());
        }
        boolean naturalOrMoved = unit != CountUnit.WORKING_DAY || !moved.equals(counted);
        boolean rolls = !back && purpose == CountPurpose.PROCEDURE && naturalOrMoved;
        LocalDate due = rolls ? lines.roll(moved) : moved;
        return new Deadline(
                due,
                lines.restOnUnknownDays() && (back || purpose == CountPurpose.PROCEDURE),
                start,
                count,
                unit,
                direction,
                purpose,
                lines.lines(),
                due.equals(moved) ? null : moved,
                suspensions,
                standstill.days(),
                calendar.version(),
                null);
    }
}
