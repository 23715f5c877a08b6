package org.xincheng.platform.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates as Chinese screens and letters write them, whatever language the browser asks for. */
public final class ChineseDates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

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
}
