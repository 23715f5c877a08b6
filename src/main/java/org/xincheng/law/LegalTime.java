package org.xincheng.law;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The one time zone of every date in the system, and where a day begins and ends in it. */
public final class LegalTime {

    /** Asia/Shanghai. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Dates outside these years are typing errors; refusing them also keeps date arithmetic far from overflow. */
    static final int FIRST_YEAR = 1900;

    static final int LAST_YEAR = 2999;

    private LegalTime() {}

    /** The first instant of a day. */
    public static Instant startOfDay(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The instant at which a day is over, 24:00: a last day lasts until just before it (民法典 art. 203). */
    public static Instant endOfDay(LocalDate day) {
        return startOfDay(day.plusDays(1));
    }

    /** The day an instant falls on. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** Today by this clock, whatever the clock's own zone. */
    public static LocalDate today(Clock clock) {
        return dateOf(clock.instant());
    }

    /**
     * Returns the date if its year is plausible.
     *
     * @param parameter name of the input the date came from
     * @throws BadCount {@code dateOutOfRange} outside the years 1900 to 2999
     */
    static LocalDate plausible(String parameter, LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new BadCount(
                    "dateOutOfRange",
                    parameter,
                    "日期超出可计算的范围（" + FIRST_YEAR + "年至" + LAST_YEAR + "年）",
                    "The date is outside the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return date;
    }
}
