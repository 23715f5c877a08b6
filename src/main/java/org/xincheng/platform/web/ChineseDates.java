package org.xincheng.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.xincheng.law.LegalTime;

/** Dates as Chinese screens and letters write them, whatever language the browser asks for. */
public final class ChineseDates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private ChineseDates() {}

    /** E.g. 2026年3月9日. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** E.g. 星期一. */
    public static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA);
    }

    /** E.g. 2026年3月9日（星期一）. */
    public static String dayAndWeekday(LocalDate day) {
        return day(day) + "（" + weekday(day) + "）";
    }

    /** E.g. 2026年3月9日 14:05, in Asia/Shanghai. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(LegalTime.ZONE));
    }
}
