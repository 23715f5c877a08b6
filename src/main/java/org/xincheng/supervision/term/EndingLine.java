package org.xincheng.supervision.term;

import java.time.LocalDate;

/**
 * A listing whose term ends on a day: who, why, and from what to what.
 *
 * @param caseNumber number of the term's case
 * @param listedBy number of the case that led to the listing
 * @param subject the subject's name, of a person masked
 * @param regime title of the regime
 * @param level name of the level
 * @param firstDay day from which the term runs
 * @param limit length of the term, e.g. 1年
 * @param suspendedDays days by which suspensions have moved the last day
 * @param before what holds on the last day: in force, published, with so many measures
 * @param expired whether the store has found the term over and follows it up
 * @param lastDay last day by the facts where it is another one, or null: the alarm is wrong, and the fact holds
 */
record EndingLine(
        String caseNumber,
        String listedBy,
        String subject,
        String regime,
        String level,
        String firstDay,
        String limit,
        long suspendedDays,
        Before before,
        boolean expired,
        LocalDate lastDay) {

    /**
     * What holds on the day in question, and no longer on the next.
     *
     * @param inForce whether the listing is in force
     * @param published whether the public sees it
     * @param measures how many measures it brings
     * @param disputed whether its measures are suspended
     */
    record Before(boolean inForce, boolean published, int measures, boolean disputed) {}
}
