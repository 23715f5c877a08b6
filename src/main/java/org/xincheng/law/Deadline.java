package org.xincheng.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A deadline with everything its proof (期限计算书) needs (DESIGN §4). It is stored and sent as JSON, component by
 * component.
 *
 * @param due the last day; it lasts until 24:00 Asia/Shanghai
 * @param provisional whether it rests on whether a day outside the loaded calendar years is worked
 * @param start the day of the event, or the end that was counted back from
 * @param count how many units
 * @param unit what was counted
 * @param direction forward, or back
 * @param purpose a procedure's limit or a listing's term
 * @param days every line of the proof, in the order of counting
 * @param rolledFrom the last day before it moved off non-working days, or null where it did not move
 * @param suspensions the suspensions as given
 * @param suspendedDays natural days in the union of those that have an effect
 * @param calendarVersion {@link WorkingDayCalendar#version()} of the calendar it was counted by
 * @param rule the rule it rests on, which names step, start event, document and article, or null for a free calculation
 */
public record Deadline(
        LocalDate due,
        boolean provisional,
        LocalDate start,
        int count,
        CountUnit unit,
        CountDirection direction,
        CountPurpose purpose,
        List<CountedDay> days,
        LocalDate rolledFrom,
        List<Suspension> suspensions,
        int suspendedDays,
        String calendarVersion,
        DeadlineRule rule) {

    /** Copies the lists, so that a deadline never changes. */
    public Deadline {
        days = List.copyOf(days);
        suspensions = List.copyOf(suspensions);
    }

    /** The instant the last day is over. */
    public Instant endsAt() {
        return LegalTime.endOfDay(due);
    }

    /** Whether the last day is over at this instant. */
    public boolean passedAt(Instant now) {
        return !now.isBefore(endsAt());
    }

    /** The same deadline, resting on a rule. */
    public Deadline under(DeadlineRule founding) {
        return with(calendarVersion, founding);
    }

    /**
     * Whether the other deadline is the same, day by day and with the same rule, whichever version of the calendar each was counted by: a
     * year that none of its days lies in makes no other deadline of it.
     */
    public boolean sameAs(Deadline other) {
        return equals(other.with(calendarVersion, other.rule));
    }

    private Deadline with(String version, DeadlineRule founding) {
        return new Deadline(
                due,
                provisional,
                start,
                count,
                unit,
                direction,
                purpose,
                days,
                rolledFrom,
                suspensions,
                suspendedDays,
                version,
                founding);
    }
}
