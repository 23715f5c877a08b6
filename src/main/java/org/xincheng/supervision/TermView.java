package org.xincheng.supervision;

import java.time.LocalDate;
import java.util.List;
import org.xincheng.platform.web.ChineseDates;

/**
 * The clock of a listing's term as the case file shows it: every number can be computed from the others that are shown.
 *
 * @param caseNumber number of the case that led to the listing
 * @param state where the clock stands
 * @param stateZh the same in words
 * @param asOf the day of the answer
 * @param firstDay day from which the term runs, or null while it is open
 * @param plannedLastDay last day had nothing been suspended, or null
 * @param lastDay last day as it stands, or null while the clock stands still
 * @param maximumLastDay last day that the statutory maximum allows, or null
 * @param capped whether the maximum keeps the last day from moving as far as the suspended days would
 * @param revokedOn day of the revocation, or null
 * @param endedEarlyOn first day on which it is not in force although its term is not over, or null
 * @param repairFrom first day on which repair can be asked for, or null where the listing is not in force
 * @param suspensions each suspension with its case
 * @param stopped their union, as far as it moves the last day
 * @param stoppedDays natural days of the union until today
 * @param remainingDays days left after today without suspended ones, or null where nothing runs
 * @param attached measures with a term of their own, which the end of the listing does not end
 * @param count how last day and remaining days come about, a sentence each
 */
record TermView(
        String caseNumber,
        State state,
        String stateZh,
        LocalDate asOf,
        LocalDate firstDay,
        LocalDate plannedLastDay,
        LocalDate lastDay,
        LocalDate maximumLastDay,
        boolean capped,
        LocalDate revokedOn,
        LocalDate endedEarlyOn,
        LocalDate repairFrom,
        List<Stop> suspensions,
        List<Span> stopped,
        long stoppedDays,
        Long remainingDays,
        List<AttachedTermViews.Line> attached,
        List<String> count) {

    /** Where the clock can stand. */
    enum State {
        NOT_STARTED,
        RUNNING,
        STOPPED,
        ENDED,
        LIFTED,
        REVOKED
    }

    /**
     * A suspension.
     *
     * @param caseNumber the objection or complaint it is for
     * @param type its type in words
     * @param from first day the clock stands
     * @param until day it runs again, or null
     * @param days natural days, until today included where it is running
     */
    record Stop(String caseNumber, String type, LocalDate from, LocalDate until, long days) {

        public String fromZh() {
            return zh(from);
        }

        public String untilZh() {
            return zh(until);
        }
    }

    /** A part of the union; {@code until} is the day the clock runs again, or null. */
    record Span(LocalDate from, LocalDate until, long days) {}

    public String firstDayZh() {
        return zh(firstDay);
    }

    public String plannedLastDayZh() {
        return zh(plannedLastDay);
    }

    public String repairFromZh() {
        return zh(repairFrom);
    }

    public String lastDayZh() {
        return zh(lastDay);
    }

    public String maximumLastDayZh() {
        return zh(maximumLastDay);
    }

    private static String zh(LocalDate day) {
        return day == null ? "" : ChineseDates.day(day);
    }
}
