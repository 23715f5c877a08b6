package org.xincheng.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Walks the days of one count and writes down every step; remembers whether any step rested on an unknown day. */
final class ProofLines {

    private final WorkingDayCalendar calendar;
    private final List<CountedDay> lines = new ArrayList<>();
    private boolean unknownDays;

    ProofLines(WorkingDayCalendar calendar) {
        this.calendar = calendar;
    }

    List<CountedDay> lines() {
        return lines;
    }

    boolean restOnUnknownDays() {
        return unknownDays;
    }

    void start(LocalDate start, boolean back) {
        add(start, null, DayReason.START_DAY, back ? "倒推的届满日，不计入" : "起算当日，不计入");
    }

    /** @param step 1 forward, -1 back */
    LocalDate workingDays(LocalDate start, int count, int step) {
        LocalDate day = start;
        int index = 0;
        while (index < count) {
            day = day.plusDays(step);
            DayKind kind = look(day);
            if (kind.worked()) {
                index++;
            }
            add(day, kind.worked() ? index : null, reason(kind), zh(kind, day));
        }
        return day;
    }

    /** @param count negative to count back */
    LocalDate naturalPeriods(LocalDate start, int count, CountUnit unit) {
        LocalDate day = start;
        int step = Integer.signum(count);
        for (int index = 1; index <= Math.abs(count); index++) {
            // From the start each time: the 31st must not stay the 28th after February.
            day = Periods.after(start, index * step, unit);
            if (unit == CountUnit.DAY) {
                add(day, index, DayReason.NATURAL_DAY, "自然日");
            } else if (day.getDayOfMonth() == start.getDayOfMonth()) {
                add(day, index, DayReason.PERIOD_END, "第" + index + unit.zh() + "届满");
            } else {
                String zh = "第" + index + unit.zh() + "届满（该月无" + start.getDayOfMonth() + "日，以月末日为准）";
                add(day, index, DayReason.PERIOD_END_AT_MONTH_END, zh);
            }
        }
        return day;
    }

    void movedBySuspension(LocalDate from, LocalDate to, int days) {
        add(to, null, DayReason.MOVED_BY_SUSPENSION, "暂停共" + days + "日，届满日由" + from + "顺延至" + to);
    }

    /** The first working day on or after the last day. */
    LocalDate roll(LocalDate lastDay) {
        DayKind kind = look(lastDay);
        if (kind.worked()) {
            return lastDay;
        }
        CountedDay last = lines.remove(lines.size() - 1);
        lines.add(new CountedDay(
                last.date(),
                last.index(),
                last.counted(),
                DayReason.LAST_DAY_NOT_WORKED,
                last.reasonZh() + "；期限末日为" + zh(kind, lastDay) + "，顺延"));
        LocalDate day = lastDay.plusDays(1);
        for (kind = look(day); !kind.worked(); kind = look(day)) {
            add(day, null, reason(kind), zh(kind, day));
            day = day.plusDays(1);
        }
        add(day, null, DayReason.MOVED_TO_WORKDAY, "顺延后的首个工作日（" + zh(kind, day) + "）");
        return day;
    }

    private DayKind look(LocalDate day) {
        DayKind kind = calendar.kind(day);
        unknownDays |= !kind.known();
        return kind;
    }

    private void add(LocalDate day, Integer index, DayReason reason, String zh) {
        lines.add(new CountedDay(day, index, index != null, reason, zh));
    }

    private static DayReason reason(DayKind kind) {
        return DayReason.valueOf(kind.name());
    }

    private String zh(DayKind kind, LocalDate day) {
        return switch (kind) {
            case WORKDAY -> "工作日";
            case MAKE_UP_WORKDAY -> "调休上班（" + calendar.name(day) + "）";
            case DAY_OFF -> calendar.name(day) + "放假";
            case WEEKEND -> "周末";
            case ASSUMED_WORKDAY -> "该年放假安排未载入，暂按工作日";
            case ASSUMED_WEEKEND -> "该年放假安排未载入，暂按周末";
        };
    }
}
