package org.xincheng.credit.listing;

import java.time.LocalDate;

/**
 * Where a listing stands on a day.
 *
 * @param inForce whether it has effect
 * @param termStart day from which the term runs (not counted), or null while that day is still open
 * @param lastDay last day in force, or null while the term has not begun
 * @param published whether the public may see it
 * @param publicUntil last day on public pages, or null where it is not published
 */
public record ListingStatus(
        boolean inForce, LocalDate termStart, LocalDate lastDay, boolean published, LocalDate publicUntil) {}
