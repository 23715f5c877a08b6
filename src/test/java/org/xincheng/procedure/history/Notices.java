package org.xincheng.procedure.history;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.xincheng.credit.calendar.CalendarLoading;
import org.xincheng.credit.calendar.NewNotice;

/**
 * The notices on days off in 2027 that are loaded in the middle of some histories. Each has every open case counted anew, and holds from then on; so whoever plays
 * a history alone loads those of earlier ones first.
 */
final class Notices {

    /** In one history of so many of each part. */
    private static final int EVERY = 125;

    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 4);

    private final World world;
    private final int parts;
    private long loaded;

    Notices(World world, int parts) {
        this.world = world;
        this.parts = parts;
    }

    /** Loads those of the histories before this one. */
    void before(long seed) {
        while (loaded < (seed / parts + EVERY / 2) / EVERY) {
            load();
        }
    }

    /** Whether one is loaded in this history. */
    boolean isFor(long seed) {
        return seed / parts % EVERY == EVERY / 2;
    }

    /** Loads the next. */
    void load() {
        loaded++;
        // Some working day of the year, another one each time: 7 and 261 have no common divisor.
        var day = LocalDate.of(2027, 1, 1);
        for (var ahead = loaded * 7 % 261; ahead > 0; ahead--) {
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        world.bean(CalendarLoading.class)
                .load(new NewNotice(2027, "样例办〔2027〕" + loaded + "号", "样例通知", ISSUED, "", day + ",OFF,样例假日"), "admin");
    }
}
