package org.xincheng.law;

import java.time.LocalDate;

/**
 * One row of {@code processes/regimes/regimes.dmn}: a named, dated set of rules. A case runs under exactly one.
 *
 * @param code as in the catalogue, e.g. {@code WS-CITY}
 * @param title the document's title
 * @param document short citation for letters
 * @param validFrom first day on which a case may be opened, or null where the document has none
 * @param validTo last such day, or null where open
 * @param status what can be done under it
 * @param levelDecision key of the DMN decision that finds the level, or null
 * @param listBasis legal rank of the regime's own list standard
 * @param window over which records are scored
 * @param deliberationRounds collective deliberations before a decision, 1 or 2
 * @param superiorDetermination whether a superior authority must determine after the local approval
 * @param termStart the event from which the listing's term runs
 * @param authority the determining authority, as letters name it
 * @param remark what is uncertain about the row
 */
public record Regime(
        String code,
        String title,
        String document,
        LocalDate validFrom,
        LocalDate validTo,
        RegimeStatus status,
        String levelDecision,
        ListBasis listBasis,
        ScoringWindow window,
        int deliberationRounds,
        boolean superiorDetermination,
        TermStart termStart,
        String authority,
        String remark) {

    /** Whether a new case may be opened on the given day (regimes.md §C item 22). */
    public boolean acceptsCasesOn(LocalDate day) {
        return status == RegimeStatus.EXECUTABLE
                && validFrom != null
                && !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo));
    }

    /** Which records count together. */
    public enum ScoringWindow {
        /** Handled in [query day − 1 year, query day], both ends in (NANNING art. 9; DESIGN §4). */
        ROLLING_YEAR,
        /** Handled in the calendar year up to the query day (MOHURD art. 6; DESIGN §4). */
        CALENDAR_YEAR,
        /** Behaviours are judged one by one. */
        NONE
    }

    /** From which event a listing's term runs. */
    public enum TermStart {
        PUBLICATION,
        SERVICE
    }
}
