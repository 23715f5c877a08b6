package org.xincheng.procedure.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A test's own book of one listing: what stopped its term and when, and what ended it. It finds the last day by walking from day to day, not by the clock that is
 * tried.
 */
final class Book {

    private final LocalDate maximum;
    private final Map<String, LocalDate[]> standstills = new LinkedHashMap<>();
    private final List<LocalDate[]> ends = new ArrayList<>();
    private LocalDate first;
    private boolean revoked;

    /** The last day that was found, until something moves it. */
    private Optional<LocalDate> found;

    /** @param maximum the last day that suspensions move the end to; null where the law sets none */
    Book(LocalDate maximum) {
        this.maximum = maximum;
    }

    /** The term runs from this day; null while that is open. */
    void runsFrom(LocalDate day) {
        if (!Objects.equals(first, day)) {
            first = day;
            found = null;
        }
    }

    /** A case stops the term from this day on. */
    void stop(String number, LocalDate day) {
        standstills.put(number, new LocalDate[] {day, null});
        found = null;
    }

    /** A case lets the term run again from this day on, if it had stopped it. */
    void go(String number, LocalDate day) {
        var interval = standstills.get(number);
        if (interval != null && interval[1] == null) {
            interval[1] = day;
            found = null;
        }
    }

    /** The listing is not in force from this day on. */
    void end(LocalDate day) {
        ends.add(new LocalDate[] {day, null});
    }

    /** It is in force again from this day on, for what is left of it. */
    void restore(LocalDate day) {
        ends.get(ends.size() - 1)[1] = day;
    }

    /** It never was lawful. */
    void revoke() {
        revoked = true;
    }

    boolean revoked() {
        return revoked;
    }

    /** Whether a case has ended it and nobody has restored it. */
    boolean endedEarly() {
        return ends.stream().anyMatch(end -> end[1] == null);
    }

    /** Whether somebody verifies what it rests on. */
    boolean stands() {
        return standstills.values().stream().anyMatch(interval -> interval[1] == null);
    }

    /** Whether it is in force on a day. */
    boolean inForce(LocalDate day) {
        var last = lastDay();
        var over = last != null ? day.isAfter(last) : maximum != null && stands() && day.isAfter(maximum);
        return !revoked
                && !over
                && ends.stream().noneMatch(end -> !day.isBefore(end[0]) && (end[1] == null || day.isBefore(end[1])));
    }

    /** Whether its term ran out by itself. */
    boolean expired(LocalDate day) {
        var last = lastDay();
        return !revoked && !endedEarly() && last != null && day.isAfter(last);
    }

    /** The last day: so many days that are not suspended as lie in a year, the first one included; null while it is open. */
    LocalDate lastDay() {
        if (found == null) {
            found = Optional.ofNullable(walked());
        }
        return found.orElse(null);
    }

    private LocalDate walked() {
        if (first == null) {
            return null;
        }
        var left = first.plusYears(1).toEpochDay() - first.toEpochDay() + 1;
        var day = first;
        while (true) {
            var today = day;
            if (standstills.values().stream().anyMatch(i -> i[1] == null && !today.isBefore(i[0]))) {
                return null;
            }
            var stood = standstills.values().stream()
                    .anyMatch(i -> !today.isBefore(i[0]) && i[1] != null && today.isBefore(i[1]));
            if ((!stood && --left == 0) || day.equals(maximum)) {
                return day;
            }
            day = day.plusDays(1);
        }
    }
}
