package org.xincheng.credit.calendar;

/**
 * A notice is being loaded: from now on this transaction counts by it. Whoever keeps dates has them counted anew before it commits.
 *
 * @param noticeId of the row, see {@link LoadedNotice}
 * @param year the year it arranges
 */
public record CalendarLoaded(long noticeId, int year) {}
