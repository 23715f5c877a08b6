package org.xincheng.credit.calendar;

import java.time.Instant;
import java.util.List;
import org.xincheng.law.WorkingDayCalendar.NamedDay;
import org.xincheng.law.WorkingDayCalendar.Notice;

/**
 * A notice that was loaded at run time.
 *
 * @param id number of the loading, ascending
 * @param notice the notice
 * @param days the days it names, by date
 * @param loadedAt when it was loaded
 * @param loadedBy by whom
 */
public record LoadedNotice(long id, Notice notice, List<NamedDay> days, Instant loadedAt, String loadedBy) {

    /** Keeps its own copy. */
    public LoadedNotice {
        days = List.copyOf(days);
    }
}
