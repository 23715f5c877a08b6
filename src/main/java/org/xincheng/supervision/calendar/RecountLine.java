package org.xincheng.supervision.calendar;

import java.time.Instant;
import org.xincheng.credit.cases.Recount;
import org.xincheng.platform.web.ChineseDates;

/**
 * A date that a notice changes, as the pages show it.
 *
 * @param recount the change
 * @param before the last day before, in Chinese
 * @param after the last day now, in Chinese
 * @param over whether that day is over already though the one before was not
 */
record RecountLine(Recount recount, String before, String after, boolean over) {

    static RecountLine of(Recount recount, Instant now) {
        return new RecountLine(
                recount,
                ChineseDates.dayAndWeekday(recount.before().due()),
                ChineseDates.dayAndWeekday(recount.after().due()),
                recount.after().passedAt(now) && !recount.before().passedAt(now));
    }

    /** Key of the message that says what happens to the date. */
    public String changeKey() {
        if (!recount.moves()) {
            return "calendar.change.same";
        }
        return recount.after().due().isAfter(recount.before().due())
                ? "calendar.change.later"
                : "calendar.change.earlier";
    }
}
