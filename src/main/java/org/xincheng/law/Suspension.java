package org.xincheng.law;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A time in which a clock stands still: from the day the objection was accepted, inclusive, to the day of the rejecting
 * decision, exclusive, as the clock runs again on that day (DESIGN §4). Accepted and rejected on one day is empty.
 *
 * @param from the first day the clock stands
 * @param until the day it runs again, or null while it still stands
 */
public record Suspension(LocalDate from, LocalDate until) {

    /**
     * Checks the order of the dates.
     *
     * @throws BadCount {@code suspensionReversed} where it ends before it starts, {@code dateOutOfRange}
     */
    public Suspension {
        Objects.requireNonNull(from, "from");
        LegalTime.plausible("suspended", from);
        if (until != null) {
            LegalTime.plausible("suspended", until);
            if (until.isBefore(from)) {
                throw new BadCount(
                        "suspensionReversed",
                        "suspended",
                        "暂停的结束日期（" + until + "）早于开始日期（" + from + "）",
                        "The suspension ends (" + until + ") before it starts (" + from + ")");
            }
        }
    }

    /** Whether it has not ended yet. */
    public boolean running() {
        return until == null;
    }

    /** Whether the clock stands on this day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /**
     * Its length in natural days.
     *
     * @throws IllegalStateException while it is still running
     */
    public long days() {
        if (until == null) {
            throw new IllegalStateException("Still running: " + this);
        }
        return ChronoUnit.DAYS.between(from, until);
    }
}
