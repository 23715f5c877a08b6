package org.xincheng.notice.print;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xincheng.law.CountedDay;
import org.xincheng.law.Deadline;
import org.xincheng.law.Suspension;
import org.xincheng.law.WorkingDayCalendar;
import org.xincheng.platform.web.ChineseDates;

/** A deadline proof (期限计算书) ready for a page or for print: every date already in Chinese. */
public record DeadlineProof(
        Deadline deadline,
        String start,
        String due,
        String rolledFrom,
        List<Line> lines,
        List<Pause> pauses,
        List<Year> years) {

    /** One day: its number in the count is null where it is not counted. */
    public record Line(String date, String weekday, Integer index, boolean counted, String reason) {}

    /** One suspension as given. */
    public record Pause(String from, String until, long days) {}

    /** One calendar year that the proof touches; no documents where it is not loaded. */
    public record Year(int year, List<String> documents) {}

    /**
     * The proof of a deadline.
     *
     * @param calendar names the notices of the years that the deadline touches
     */
    public static DeadlineProof of(Deadline deadline, WorkingDayCalendar calendar) {
        return new DeadlineProof(
                deadline,
                ChineseDates.dayAndWeekday(deadline.start()),
                ChineseDates.dayAndWeekday(deadline.due()),
                deadline.rolledFrom() == null ? null : ChineseDates.dayAndWeekday(deadline.rolledFrom()),
                deadline.days().stream()
                        .map(day -> new Line(
                                ChineseDates.day(day.date()),
                                ChineseDates.weekday(day.date()),
                                day.index(),
                                day.counted(),
                                day.reasonZh()))
                        .toList(),
                deadline.suspensions().stream().map(DeadlineProof::pause).toList(),
                years(deadline, calendar));
    }

    private static Pause pause(Suspension suspension) {
        return new Pause(ChineseDates.day(suspension.from()), ChineseDates.day(suspension.until()), suspension.days());
    }

    private static List<Year> years(Deadline deadline, WorkingDayCalendar calendar) {
        int[] touched = Stream.concat(
                        Stream.of(deadline.start(), deadline.due()),
                        deadline.days().stream().map(CountedDay::date))
                .mapToInt(LocalDate::getYear)
                .sorted()
                .toArray();
        return IntStream.rangeClosed(touched[0], touched[touched.length - 1])
                .mapToObj(year -> new Year(
                        year,
                        calendar.notices().stream()
                                .filter(notice -> notice.year() == year)
                                .map(notice -> "《" + notice.title() + "》（" + notice.document() + "）")
                                .toList()))
                .toList();
    }
}
