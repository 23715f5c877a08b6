package org.xincheng.law;

import java.time.LocalDate;

/** Adding and subtracting natural periods. */
final class Periods {

    private Periods() {}

    /**
     * The last day of a period: the same calendar day, or where the month has none its last day (民法典 art. 202); this
     * is what {@code java.time} does.
     *
     * @param unit not {@code WORKING_DAY}
     */
    static LocalDate after(LocalDate start, int count, CountUnit unit) {
        return switch (unit) {
            case DAY -> start.plusDays(count);
            case MONTH -> start.plusMonths(count);
            case YEAR -> start.plusYears(count);
            case WORKING_DAY -> throw new IllegalArgumentException("Working days need a calendar");
        };
    }
}
