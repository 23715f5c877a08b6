package org.xincheng.procedure.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.xincheng.credit.calendar.CalendarLoading;
import org.xincheng.credit.calendar.NewNotice;
import org.xincheng.credit.expert.Experts;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/**
 * Objections and complaints in whatever order, through the engine and the store: filed, accepted, refused, verified, decided, served, withdrawn, complained of,
 * while the clock moves on, terms end, and notices on days off are loaded. After every step {@link ObjectionHistory#check} holds the store to DESIGN §6, 7 to
 * 10, 12, 13 and 15. A failing history names its seed; {@code -Dxincheng.history=SEED} plays that one alone, {@code -Dxincheng.histories=N} plays N of them, all
 * parts together.
 */
@XinchengTest
@DirtiesContext
abstract class RandomObjections {

    private static final int HISTORIES = Integer.getInteger("xincheng.histories", 600);

    /** Into how many classes the histories are parted, so that each process of a test run can play some. */
    private static final int PARTS = 2;

    /** A notice is loaded in one history of so many of each part: each has every open case counted anew. */
    private static final int LOADS = 50;

    /** What happens in every hundred histories. */
    private static final Set<String> OFTEN =
            Set.of("accept", "refuse", "uphold", "sendBack", "withdraw", "complain", "late", "refused");

    /** What happens in every two thousand. */
    private static final Set<String> ALL = Set.of(
            "accept",
            "refuse",
            "uphold",
            "sendBack",
            "correct",
            "revoke",
            "withdraw",
            "complain",
            "acceptComplaint",
            "upholdComplaint",
            "revokeByComplaint",
            "ended",
            "late",
            "refused");

    @Autowired
    private BeanFactory beans;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TestClock clock;

    @Autowired
    private CalendarLoading calendars;

    @Autowired
    private Experts experts;

    private final Map<String, Integer> done = new TreeMap<>();
    private final int part;
    private int notices;

    /**
     * Histories of every second seed.
     *
     * @param part remainder of the seeds by {@value #PARTS}
     */
    RandomObjections(int part) {
        this.part = part;
    }

    @Test
    void whatMustHoldHoldsInAnyOrderOfEvents() {
        // Who may see which task is tried elsewhere; its joins would take half of the time here.
        engine.getProcessEngineConfiguration().setAuthorizationEnabled(false);
        clock.at("2026-01-04T09:00");
        while (experts.onRegister().size() < 5) {
            experts.enter("样例专家", "安全生产", "样例大学", "admin");
        }
        var one = Long.getLong("xincheng.history");
        var seeds = one == null ? LongStream.rangeClosed(1, HISTORIES) : LongStream.of(one);
        var mine = seeds.filter(seed -> seed % PARTS == part).toArray();
        for (var seed : mine) {
            play(seed);
        }
        // Random acts that never get anywhere would prove nothing.
        if (one == null) {
            assertThat(done.keySet()).as("what happened: %s", done).containsAll(mine.length < 2000 ? OFTEN : ALL);
        }
    }

    private void play(long seed) {
        var random = new Random(seed);
        clock.at(LocalDate.of(2026, 1, 5).plusDays(random.nextInt(250)).atTime(9, 0));
        var history = new ObjectionHistory(beans, random, seed);
        for (var step = 0; step < 6 + random.nextInt(10); step++) {
            if (seed / PARTS % LOADS == 0 && step == 4) {
                loadACalendar(random);
            }
            done.merge(history.step(), 1, Integer::sum);
            history.check();
        }
        history.close();
    }

    /** A correction of the year after next year's, so that every load has something new. */
    private void loadACalendar(Random random) {
        notices++;
        var year = clock.today().getYear() + 1;
        var day = LocalDate.of(year, 1, 1).plusDays(notices);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(7L + random.nextInt(2));
        }
        calendars.load(
                new NewNotice(
                        year,
                        "样例办〔" + year + "〕" + notices + "号",
                        "样例通知",
                        LocalDate.of(year - 1, 1, 4),
                        "",
                        day + ",OFF,样例假日"),
                "admin");
    }
}
