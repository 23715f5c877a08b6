package org.xincheng.credit.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xincheng.credit.FaultList;
import org.xincheng.law.WorkingDayCalendar;
import org.xincheng.law.WorkingDayCalendar.NamedDay;
import org.xincheng.law.WorkingDayCalendar.Notice;

/**
 * Reads the days of a notice from pasted lines, and finds fault with each line by its number. Cells are split by commas, also those of a
 * Chinese keyboard, or by tabs as a spreadsheet copies them; empty lines are passed over.
 */
final class DayLines {

    static final String OFF = "OFF";
    static final String WORK = "WORK";

    /** A year has no more days, and the December before it 31. */
    private static final int MOST = 400;

    private static final String FIELD = "days";
    private static final int LONGEST_NAME = 20;

    private final Notice notice;
    private final WorkingDayCalendar current;
    private final FaultList faults;
    private final Map<LocalDate, Integer> lineOf = new HashMap<>();
    private final List<NamedDay> days = new ArrayList<>();

    private DayLines(Notice notice, WorkingDayCalendar current, FaultList faults) {
        this.notice = notice;
        this.current = current;
        this.faults = faults;
    }

    /**
     * The days of a text; where a fault was added they are not to be used.
     *
     * @param current the calendar the notice is to be laid on
     */
    static List<NamedDay> read(String text, Notice notice, WorkingDayCalendar current, FaultList faults) {
        var reading = new DayLines(notice, current, faults);
        var lines = (text == null ? "" : text).lines().toList();
        if (lines.stream().allMatch(String::isBlank)) {
            faults.add(FIELD, "「放假和调休上班日」未填写", "days is required");
        } else if (lines.size() > MOST) {
            faults.add(FIELD, "「放假和调休上班日」超过" + MOST + "行", "more than " + MOST + " lines");
        } else {
            for (int line = 0; line < lines.size(); line++) {
                if (!lines.get(line).isBlank()) {
                    reading.line(line + 1, lines.get(line).split("[,，\\t]", -1));
                }
            }
        }
        return reading.days;
    }

    private void line(int number, String[] cells) {
        if (cells.length != 3) {
            fault(number, "应为“日期,OFF或者WORK,节日名称”三项", "expected three cells");
            return;
        }
        var day = date(number, cells[0].strip());
        var kind = cells[1].strip();
        var name = cells[2].strip();
        faults.requiredText(field(number), "第" + number + "行节日名称", name, LONGEST_NAME);
        if (!kind.equals(OFF) && !kind.equals(WORK)) {
            fault(number, "第二项应为OFF（放假）或者WORK（调休上班）", "kind is OFF or WORK");
        } else if (day != null && isTaken(number, day, kind.equals(WORK))) {
            days.add(new NamedDay(day, kind.equals(WORK), name, notice.document()));
        }
    }

    private LocalDate date(int number, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            fault(number, "日期应写作2027-01-01，并且确有这一天", "not a date");
            return null;
        }
    }

    private boolean isTaken(int number, LocalDate day, boolean worked) {
        var earlier = lineOf.putIfAbsent(day, number);
        if (earlier != null) {
            fault(number, day + "已在第" + earlier + "行列出", "named twice");
        } else if (!notice.arranges(day)) {
            fault(
                    number,
                    day + "不在" + notice.year() + "年，也不在上一年12月，该通知不能安排",
                    "outside the notice's year and the December before it");
        } else if (worked && day.getDayOfWeek().getValue() <= 5 && current.isWorked(day)) {
            fault(number, day + "是周一至周五，本来就上班，不是调休上班日", "a make-up workday on a weekday");
        } else {
            return true;
        }
        return false;
    }

    private void fault(int number, String zh, String en) {
        faults.add(field(number), "第" + number + "行：" + zh, "line " + number + ": " + en);
    }

    private static String field(int number) {
        return FIELD + "." + number;
    }
}
