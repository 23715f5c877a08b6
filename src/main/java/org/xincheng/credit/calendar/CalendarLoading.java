package org.xincheng.credit.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.FaultList;
import org.xincheng.law.LegalTime;
import org.xincheng.law.WorkingDayCalendar;
import org.xincheng.law.WorkingDayCalendar.NamedDay;
import org.xincheng.law.WorkingDayCalendar.Notice;

/**
 * Loads a notice on days off. The first one for a year makes the year known; a later one is a correction and replaces what was said
 * before about the days it names, and nothing about others (docs/adr/0019): a day off that a correction names as worked is an ordinary
 * workday again. Dates that rest on the days are counted anew in the same transaction, by whoever keeps them.
 */
@Service
public class CalendarLoading {

    /** Days off have been arranged by a yearly notice since then; an earlier year is a typing error. */
    private static final int FIRST_YEAR = 2000;

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_TEXT = 200;

    private final Calendars calendars;
    private final CurrentCalendar current;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final Clock clock;

    CalendarLoading(
            Calendars calendars,
            CurrentCalendar current,
            ApplicationEventPublisher events,
            AuditLog audit,
            Clock clock) {
        this.calendars = calendars;
        this.current = current;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** A notice that has no fault, its days, and the calendar there would be with it. */
    private record Checked(Notice notice, List<NamedDay> days, WorkingDayCalendar calendar) {}

    /**
     * The calendar there would be with a notice; nothing is kept.
     *
     * @throws org.xincheng.credit.BadInputException with every fault, those of a line in the field {@code days.N}
     */
    public WorkingDayCalendar tryOut(NewNotice entered) {
        return check(entered, current.refresh()).calendar();
    }

    /**
     * Loads a notice and has every date that rests on it counted anew.
     *
     * @param user who loads it
     * @return number of the loading
     * @throws org.xincheng.credit.BadInputException as {@link #tryOut}
     */
    @Transactional
    public long load(NewNotice entered, String user) {
        calendars.lockForLoading();
        var checked = check(entered, current.refresh());
        var id = calendars.add(checked.notice(), checked.days(), user);
        current.become(id, checked.calendar());
        var object = checked.notice().year() + "/" + id;
        audit.command(user, "calendar.load", object, checked.calendar().version());
        events.publishEvent(new CalendarLoaded(id, checked.notice().year()));
        return id;
    }

    private Checked check(NewNotice entered, WorkingDayCalendar known) {
        var faults = new FaultList();
        faults.required("year", "年度", entered.year());
        faults.requiredText("document", "文号", entered.document(), LONGEST_NUMBER);
        faults.requiredText("title", "通知名称", entered.title(), LONGEST_TEXT);
        faults.optionalText("remark", "说明", entered.remark(), LONGEST_TEXT);
        faults.required("issued", "签发日期", entered.issued());
        if (entered.year() == null || entered.issued() == null) {
            faults.throwIfAny();
        }
        if (entered.year() < FIRST_YEAR) {
            faults.add("year", "年度应在" + FIRST_YEAR + "年以后", "before " + FIRST_YEAR);
        }
        issuedInTime(entered.year(), entered.issued(), known, faults);
        var notice = new Notice(
                entered.year(),
                stripped(entered.document()),
                stripped(entered.title()),
                entered.issued(),
                stripped(entered.remark()));
        var days = DayLines.read(entered.days(), notice, known, faults);
        faults.throwIfAny();
        var calendar = known.with(notice, days);
        if (calendar.notices().equals(known.notices())
                && List.copyOf(calendar.namedDays()).equals(List.copyOf(known.namedDays()))) {
            faults.add("days", "这份通知已经载入，内容没有不同，不必再次载入", "loaded already");
        }
        faults.throwIfAny();
        return new Checked(notice, days, calendar);
    }

    /** A year is arranged in the year before it or in itself; and what corrects comes after what it corrects. */
    private void issuedInTime(int year, LocalDate issued, WorkingDayCalendar known, FaultList faults) {
        if (issued.isAfter(LegalTime.today(clock))) {
            faults.add("issued", "签发日期不能晚于今天", "issued in the future");
        }
        if (issued.getYear() != year && issued.getYear() != year - 1) {
            faults.add("issued", "签发日期应在" + (year - 1) + "年或者" + year + "年，请核对年度和日期", "not issued for this year");
        }
        known.notices().stream()
                .filter(notice -> notice.year() == year)
                .map(Notice::issued)
                .max(Comparator.naturalOrder())
                .filter(issued::isBefore)
                .ifPresent(latest -> faults.add(
                        "issued", year + "年已载入" + latest + "签发的通知，更正的通知不能早于它", "issued before what it corrects"));
    }

    private static String stripped(String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
