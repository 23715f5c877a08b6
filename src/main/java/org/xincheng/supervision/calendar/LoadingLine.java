package org.xincheng.supervision.calendar;

import java.util.List;
import org.xincheng.credit.calendar.LoadedNotice;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.supervision.calendar.YearLine.DayLine;
import org.xincheng.supervision.calendar.YearLine.NoticeLine;

/**
 * A loading as the pages show it.
 *
 * @param id its number
 * @param year the year its notice arranges
 * @param loader name of whoever loaded it
 * @param at when
 */
record LoadingLine(long id, int year, NoticeLine notice, List<DayLine> days, String loader, String at) {

    static LoadingLine of(LoadedNotice loaded, String loader) {
        return new LoadingLine(
                loaded.id(),
                loaded.notice().year(),
                NoticeLine.of(loaded.notice()),
                loaded.days().stream().map(DayLine::of).toList(),
                loader,
                ChineseDates.moment(loaded.loadedAt()));
    }
}
