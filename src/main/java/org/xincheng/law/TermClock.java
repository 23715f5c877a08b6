package org.xincheng.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The clock of a listing's term: how long it lasts, minus suspended time (DESIGN §4; regimes §C 7–9). Immutable, and a
 * pure function of recorded facts: with the same facts and the same day it always gives the same answer, whether or not
 * any timer has fired.
 *
 * <ul>
 *   <li>The first day is a day in force and not counted; a term of one year from 2 March 2026 has 2 March 2027 as its
 *       last day and is in force until 24:00 of it. A term is never rolled and never provisional.
 *   <li>The last day moves by the natural days in the union of all suspensions, counted from the first day at the
 *       earliest. One that begins after the last day, as moved by earlier ones, has no effect.
 *   <li>It never moves beyond the statutory maximum where one is set; the term ends there even while suspended.
 * </ul>
 */
public final class TermClock {

    private final LocalDate firstDay;
    private final LocalDate plannedLastDay;
    private final LocalDate maximumLastDay;
    private final List<Suspension> suspensions;
    private final Standstill standstill;

    /**
     * A clock over a term whose planned last day is already known.
     *
     * @param firstDay the day the term begins
     * @param plannedLastDay the last day had there been no suspension
     * @param suspensions in any order, overlapping or not; the last one may still be running
     * @param maximumLastDay the last day that the statutory maximum allows, or null where none is set
     * @throws BadCount {@code termReversed} where a last day lies before the first, {@code dateOutOfRange}
     */
    public TermClock(
            LocalDate firstDay,
            LocalDate plannedLastDay,
            Collection<Suspension> suspensions,
            LocalDate maximumLastDay) {
        this.firstDay = LegalTime.plausible("start", firstDay);
        this.plannedLastDay = notBefore(firstDay, plannedLastDay);
        this.maximumLastDay = maximumLastDay == null ? null : notBefore(firstDay, maximumLastDay);
        this.suspensions = List.copyOf(suspensions);
        this.standstill = Standstill.of(firstDay, plannedLastDay, suspensions, maximumLastDay);
    }

    /**
     * A clock over a term of so many units.
     *
     * @param unit {@code DAY}, {@code MONTH} or {@code YEAR}
     * @param maximumLastDay the last day that the statutory maximum allows, or null where none is set
     * @throws BadCount as {@link Counting#count}, and {@code termUnit} for a term in working days, which no rule knows
     */
    public static TermClock of(
            LocalDate firstDay,
            int count,
            CountUnit unit,
            Collection<Suspension> suspensions,
            LocalDate maximumLastDay) {
        if (unit == CountUnit.WORKING_DAY) {
            throw new BadCount("termUnit", "unit", "名单期限不以工作日计算", "A term is not counted in working days");
        }
        CountLimits.check(firstDay, count, unit);
        return new TermClock(firstDay, Periods.after(firstDay, count, unit), suspensions, maximumLastDay);
    }

    private static LocalDate notBefore(LocalDate firstDay, LocalDate lastDay) {
        if (lastDay.isBefore(firstDay)) {
            throw new BadCount(
                    "termReversed",
                    "start",
                    "届满日（" + lastDay + "）早于起始日（" + firstDay + "）",
                    "The term ends (" + lastDay + ") before it starts (" + firstDay + ")");
        }
        return LegalTime.plausible("start", lastDay);
    }

    /** The day the term begins: a day in force. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /** The last day had there been no suspension and no maximum. */
    public LocalDate plannedLastDay() {
        return plannedLastDay;
    }

    /** The last day that the statutory maximum allows; empty where none is set. */
    public Optional<LocalDate> maximumLastDay() {
        return Optional.ofNullable(maximumLastDay);
    }

    /** The suspensions as recorded. */
    public List<Suspension> suspensions() {
        return suspensions;
    }

    /** The union of the suspensions that have an effect, ascending. */
    public List<Suspension> effectiveSuspensions() {
        return standstill.stopped();
    }

    /** The last day of the term; empty while a running suspension keeps it open. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(standstill.lastDay());
    }

    /** The last day, or while a suspension is running the statutory maximum; empty where that is not set either. */
    public Optional<LocalDate> latestLastDay() {
        return lastDay().or(() -> Optional.ofNullable(maximumLastDay));
    }

    /** The instant the term is over, 24:00 of the last day; empty while a running suspension keeps it open. */
    public Optional<Instant> endsAt() {
        return lastDay().map(LegalTime::endOfDay);
    }

    /**
     * The last day there would be if every suspension still running ended on this day (the clock runs again on it).
     *
     * @throws BadCount {@code suspensionReversed} where a running suspension began after this day
     */
    public LocalDate lastDayIfResumedOn(LocalDate day) {
        List<Suspension> ended = suspensions.stream()
                .map(suspension -> suspension.running() ? new Suspension(suspension.from(), day) : suspension)
                .toList();
        return Standstill.of(firstDay, plannedLastDay, ended, maximumLastDay).lastDay();
    }

    /**
     * How many days the term will still run after this day: natural days, without suspended ones, 0 once it has ended.
     * It stays the same while the clock stands (DESIGN §6, 8), unless the statutory maximum is nearer.
     */
    public long remainingDays(LocalDate day) {
        LocalDate counted = day.isBefore(firstDay) ? firstDay.minusDays(1) : day;
        LocalDate last = standstill.lastDay();
        if (last != null) {
            return Math.max(0, ChronoUnit.DAYS.between(counted, last) - stoppedDays(counted, last));
        }
        long used = ChronoUnit.DAYS.between(firstDay, counted) + 1 - stoppedDays(firstDay.minusDays(1), counted);
        long left = ChronoUnit.DAYS.between(firstDay, plannedLastDay) + 1 - used;
        long allowed = maximumLastDay == null ? left : ChronoUnit.DAYS.between(counted, maximumLastDay);
        return Math.max(0, Math.min(left, allowed));
    }

    private long stoppedDays(LocalDate after, LocalDate upTo) {
        return standstill.stopped().stream()
                .mapToLong(stop -> {
                    LocalDate from = stop.from().isAfter(after) ? stop.from() : after.plusDays(1);
                    LocalDate until =
                            stop.until() == null || stop.until().isAfter(upTo) ? upTo.plusDays(1) : stop.until();
                    return Math.max(0, ChronoUnit.DAYS.between(from, until));
                })
                .sum();
    }

    /** Where the term stands on this day. */
    public TermState stateOn(LocalDate day) {
        if (day.isBefore(firstDay)) {
            return TermState.NOT_STARTED;
        }
        if (latestLastDay().filter(day::isAfter).isPresent()) {
            return TermState.ENDED;
        }
        return standstill.covers(day) ? TermState.STOPPED : TermState.RUNNING;
    }

    /**
     * Whether the term has begun and not ended. It says nothing about measures: while an objection is verified the
     * listing stays, marked as disputed, and only its measures rest; see {@link #runningAt}.
     */
    public boolean inForceAt(Instant instant) {
        TermState state = stateOn(LegalTime.dateOf(instant));
        return state == TermState.RUNNING || state == TermState.STOPPED;
    }

    /** Whether the term is in force and no suspension stops it: only then may a measure be in force. */
    public boolean runningAt(Instant instant) {
        return stateOn(LegalTime.dateOf(instant)) == TermState.RUNNING;
    }
}
