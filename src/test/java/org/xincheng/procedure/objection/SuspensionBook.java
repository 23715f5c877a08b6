package org.xincheng.procedure.objection;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** A test's own book of what stopped a term and when; it finds the last day by walking from day to day, not by the clock that is tried. */
final class SuspensionBook {

    private final LocalDate first;
    private final LocalDate planned;
    private final Map<String, LocalDate[]> intervals = new LinkedHashMap<>();

    SuspensionBook(LocalDate first, LocalDate planned) {
        this.first = first;
        this.planned = planned;
    }

    /** A case stops the term from this day on. */
    void begin(String number, LocalDate day) {
        intervals.put(number, new LocalDate[] {day, null});
    }

    /** A case lets the term run again from this day on, if it had stopped it. */
    void end(String number, LocalDate day) {
        var interval = intervals.get(number);
        if (interval != null && interval[1] == null) {
            interval[1] = day;
        }
    }

    /** The last day: so many days that are not suspended, the first one included; null while the term stands. */
    LocalDate lastDay() {
        var left = planned.toEpochDay() - first.toEpochDay() + 1;
        var day = first;
        while (true) {
            var today = day;
            if (intervals.values().stream().anyMatch(i -> i[1] == null && !today.isBefore(i[0]))) {
                return null;
            }
            var stands = intervals.values().stream().anyMatch(i -> !today.isBefore(i[0]) && today.isBefore(i[1]));
            if (!stands && --left == 0) {
                return day;
            }
            day = day.plusDays(1);
        }
    }
}
