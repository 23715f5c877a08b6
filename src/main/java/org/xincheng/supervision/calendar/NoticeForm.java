package org.xincheng.supervision.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.xincheng.credit.calendar.NewNotice;

/** A notice on days off as it was typed. */
record NoticeForm(String year, String document, String title, String issued, String remark, String days) {

    /** An empty form for a year. */
    static NoticeForm of(int year) {
        return new NoticeForm(String.valueOf(year), "", "", "", "", "");
    }

    /** What the store is handed; a value that cannot be read is missing to it, and it says which. */
    NewNotice read() {
        return new NewNotice(number(year), document, title, day(issued), remark, days);
    }

    private static Integer number(String text) {
        return text != null && text.strip().matches("\\d{1,4}") ? Integer.valueOf(text.strip()) : null;
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
