package org.xincheng.credit.listing;

import java.time.LocalDate;

/**
 * Where a listing stands on a day.
 *
 * @param inForce whether the subject is on the list
 * @param measuresInForce whether its measures may be carried out: it is in force, and no objection or complaint is being verified
 * @param disputed whether one is being verified
 * @param termStart day from which the term runs (not counted), or null while that day is still open
 * @param lastDay last day in force, or null while the term has not begun or its clock stands still
 * @param published whether the public may see it
 * @param publicUntil last day on public pages, or null where it is not published
 */
public record ListingStatus(
        boolean inForce,
        boolean measuresInForce,
        boolean disputed,
        LocalDate termStart,
        LocalDate lastDay,
        boolean published,
        LocalDate publicUntil) {}
