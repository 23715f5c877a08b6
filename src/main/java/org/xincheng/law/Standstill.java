package org.xincheng.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What a set of suspensions does to a last day (DESIGN §4): they count from the first day at the earliest, one that
 * begins after the last day as moved by the earlier ones has no effect, overlaps are a union, and the last day never
 * passes a maximum where one is set.
 *
 * @param stopped the union of the suspensions that have an effect: disjoint, not adjacent, ascending, none empty; the
 *     last one may still be running
 * @param lastDay the last day after all of them, or null while a running one keeps it open
 */
record Standstill(List<Suspension> stopped, LocalDate lastDay) {

    /** @param maximum the last day that may not be passed, or null */
    static Standstill of(
            LocalDate firstDay, LocalDate plannedLastDay, Collection<Suspension> suspensions, LocalDate maximum) {
        List<Suspension> stopped = new ArrayList<>();
        LocalDate last = capped(plannedLastDay, maximum);
        for (Suspension next : union(firstDay, suspensions)) {
            if (next.from().isAfter(last)) {
                break;
            }
            stopped.add(next);
            if (next.until() == null) {
                return new Standstill(List.copyOf(stopped), null);
            }
            last = capped(last.plusDays(next.days()), maximum);
        }
        return new Standstill(List.copyOf(stopped), last);
    }

    /** Natural days in the union; a suspension that is still running counts as none. */
    int days() {
        return stopped.stream()
                .filter(suspension -> !suspension.running())
                .mapToInt(suspension -> Math.toIntExact(suspension.days()))
                .sum();
    }

    boolean covers(LocalDate day) {
        return stopped.stream().anyMatch(suspension -> suspension.covers(day));
    }

    private static LocalDate capped(LocalDate day, LocalDate maximum) {
        return maximum != null && day.isAfter(maximum) ? maximum : day;
    }

    // Adjacent suspensions may be merged: the first moves the last day at least as far as the second one's start.
    private static List<Suspension> union(LocalDate firstDay, Collection<Suspension> suspensions) {
        List<Suspension> ordered = suspensions.stream()
                .map(suspension -> clipped(firstDay, suspension))
                .filter(suspension -> suspension.running() || suspension.days() > 0)
                .sorted(Comparator.comparing(Suspension::from))
                .toList();
        List<Suspension> union = new ArrayList<>();
        for (Suspension next : ordered) {
            Suspension previous = union.isEmpty() ? null : union.get(union.size() - 1);
            if (previous == null || (previous.until() != null && next.from().isAfter(previous.until()))) {
                union.add(next);
            } else if (previous.until() != null
                    && (next.until() == null || next.until().isAfter(previous.until()))) {
                union.set(union.size() - 1, new Suspension(previous.from(), next.until()));
            }
        }
        return union;
    }

    private static Suspension clipped(LocalDate firstDay, Suspension suspension) {
        if (!suspension.from().isBefore(firstDay)) {
            return suspension;
        }
        LocalDate until = suspension.until();
        return new Suspension(firstDay, until != null && until.isBefore(firstDay) ? firstDay : until);
    }
}
