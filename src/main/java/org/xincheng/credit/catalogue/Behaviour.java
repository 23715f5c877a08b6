package org.xincheng.credit.catalogue;

/**
 * One row of a version of the behaviour catalogue (失信行为清单).
 *
 * @param version of the catalogue
 * @param code e.g. {@code MOHURD-G-03}
 * @param regime code of the regime whose document lists it
 * @param list which list of the document: {@code general}, {@code serious}, {@code joint}, {@code blacklist} or
 *     {@code category}
 * @param section heading in the document
 * @param textZh the document's words
 * @param points the row's points, or null where the document gives none
 * @param conditionsZh condition common to the section; empty where there is none
 * @param source place in the document
 */
public record Behaviour(
        int version,
        String code,
        String regime,
        String list,
        String section,
        String textZh,
        Integer points,
        String conditionsZh,
        String source) {

    private static final String NANNING_SEVERITY = "NANNING-SEV-";

    /**
     * Whether a record may name it. Categories, thresholds and escalation rules are no acts; NANNING, whose list of
     * acts (annexes 1 and 2) is not at hand, records its acts by their severity (art. 7).
     */
    public boolean isRecordable() {
        return !list.equals("category") || code.startsWith(NANNING_SEVERITY);
    }

    /** Whether it counts only where correction was ordered and not made (MOHURD annex 2, regimes.md §C 15). */
    public boolean countsOnlyUncorrected() {
        return list.equals("general") && points != null;
    }

    /** Points a record of it carries; 0 under regimes that count no points. */
    public int recordPoints() {
        return points == null ? 0 : points;
    }
}
