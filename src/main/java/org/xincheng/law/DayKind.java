package org.xincheng.law;

/** What the working-day calendar knows about a day. */
public enum DayKind {
    /** Monday to Friday of a loaded year, not a day off. */
    WORKDAY(true, true),
    /** A make-up workday (调休上班) that a notice names. */
    MAKE_UP_WORKDAY(true, true),
    /** A day off that a notice names. */
    DAY_OFF(false, true),
    /** Saturday or Sunday of a loaded year, not a make-up workday. */
    WEEKEND(false, true),
    /** Monday to Friday of a year whose notice is not loaded: counts as worked, for now. */
    ASSUMED_WORKDAY(true, false),
    /** Saturday or Sunday of a year whose notice is not loaded: counts as not worked, for now. */
    ASSUMED_WEEKEND(false, false);

    private final boolean worked;
    private final boolean known;

    DayKind(boolean worked, boolean known) {
        this.worked = worked;
        this.known = known;
    }

    /** Whether the day counts as a working day. */
    public boolean worked() {
        return worked;
    }

    /** Whether that is certain; a result that rests on an uncertain day is provisional (DESIGN §4). */
    public boolean known() {
        return known;
    }
}
