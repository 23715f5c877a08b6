package org.xincheng.supervision.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.xincheng.law.WorkingDayCalendar;
import org.xincheng.law.WorkingDayCalendar.NamedDay;
import org.xincheng.law.WorkingDayCalendar.Notice;
import org.xincheng.platform.web.ChineseDates;

/**
 * A loaded year as the pages show it.
 *
 * @param year the year
 * @param notices its notices, by date
 * @param workingDays how many of its days are worked
 * @param days its days that a notice names, by date
 */
record YearLine(int year, List<NoticeLine> notices, long workingDays, List<DayLine> days) {

    /** A notice, its date in Chinese. */
    record NoticeLine(String document, String title, String issued, String remark) {

        static NoticeLine of(Notice notice) {
            return new NoticeLine(
                    notice.document(), notice.title(), ChineseDates.day(notice.issued()), notice.remark());
        }
    }

    /** A day that is off, or worked although it is a Saturday or Sunday. */
    record DayLine(String date, boolean worked, String name, String document) {

        static DayLine of(NamedDay day) {
            return new DayLine(ChineseDates.dayAndWeekday(day.date()), day.worked(), day.name(), day.document());
        }
    }

    static YearLine of(WorkingDayCalendar calendar, int year) {
        LocalDate first = Year.of(year).atDay(1);
        return new YearLine(
                year,
                calendar.notices().stream()
                        .filter(notice -> notice.year() == year)
                        .map(NoticeLine::of)
                        .toList(),
                first.datesUntil(first.plusYears(1)).filter(calendar::isWorked).count(),
                calendar.namedDays().stream()
                        .filter(day -> day.date().getYear() == year)
                        .map(DayLine::of)
                        .toList());
    }

    /** How many days are named off. */
    public long off() {
        return days.stream().filter(day -> !day.worked()).count();
    }

    /** How many days are named as worked. */
    public long madeUp() {
        return days.stream().filter(DayLine::worked).count();
    }
}
