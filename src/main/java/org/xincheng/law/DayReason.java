package org.xincheng.law;

/** Why a line of a deadline proof stands there, counted or not. */
public enum DayReason {
    /** The day of the event, or the end that is counted back from: not counted. */
    START_DAY,
    WORKDAY,
    MAKE_UP_WORKDAY,
    DAY_OFF,
    WEEKEND,
    /** A weekday of a year whose notice is not loaded. */
    ASSUMED_WORKDAY,
    /** A Saturday or Sunday of a year whose notice is not loaded. */
    ASSUMED_WEEKEND,
    NATURAL_DAY,
    /** The last day of a month or year of the period. */
    PERIOD_END,
    /** The same where the month has no such day, so that its last day stands in. */
    PERIOD_END_AT_MONTH_END,
    /** The last day as moved by suspensions. */
    MOVED_BY_SUSPENSION,
    /** The last day, but nobody works on it, so that it moves on. */
    LAST_DAY_NOT_WORKED,
    /** The working day that the last day has moved to. */
    MOVED_TO_WORKDAY
}
