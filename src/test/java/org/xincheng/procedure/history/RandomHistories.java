package org.xincheng.procedure.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.xincheng.credit.expert.Experts;
import org.xincheng.procedure.term.InterruptedRun;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/**
 * Thousands of random histories through the engine and the store: determinations, objections and complaints, repairs and their revocation, corrections, removal on
 * application, upgrades, ends that come together and are followed up by runs, while the clock moves on, alarms are damaged, and notices on days off are loaded.
 * After every step {@link Invariants} holds the facts to DESIGN §6. A failing history names its seed and its steps so far; {@code -Dxincheng.history=SEED} plays
 * that one alone, {@code -Dxincheng.histories=N} plays N of them, all parts together.
 */
@XinchengTest
@Import(InterruptedRun.class)
@TestPropertySource(
        properties = {
            "xincheng.expiry.at-most-per-second=1000",
            // What the engine remembers of the past is nobody's fact here, and writing it down would take a sixth of
            // the time.
            "camunda.bpm.history-level=none",
            // More statements than the default keeps come round again and again.
            "spring.datasource.hikari.data-source-properties.preparedStatementCacheQueries=2048",
            "spring.datasource.hikari.data-source-properties.preparedStatementCacheSizeMiB=32",
            // Tables that are small at first and grow: plans made for small ones would read them whole.
            "spring.datasource.hikari.data-source-properties.options=-c enable_seqscan=off -c plan_cache_mode=force_generic_plan -c jit=off"
        })
@DirtiesContext
abstract class RandomHistories {

    private static final Logger log = LoggerFactory.getLogger(RandomHistories.class);

    private static final int HISTORIES = Integer.getInteger("xincheng.histories", 5000);

    /** Into how many classes the histories are parted, so that each process of a test run can play some. */
    private static final int PARTS = 2;

    /** After so many failing histories the rest is left. */
    private static final int MOST_FAILURES = 5;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TestClock clock;

    @Autowired
    private Experts experts;

    private final Map<String, Integer> happened = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int played;
    private final int part;

    /**
     * Histories of every second seed.
     *
     * @param part remainder of the seeds by {@value #PARTS}
     */
    RandomHistories(int part) {
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
        var world = new World(beans);
        var mine = seeds.filter(seed -> seed % PARTS == part).toArray();
        var notices = new Notices(world, PARTS);
        var begun = System.nanoTime();
        for (var seed : mine) {
            play(world, notices, seed);
            if (++played % 250 == 0) {
                log.info("{} histories in {} s", played, (System.nanoTime() - begun) / 1_000_000_000);
            }
            if (failures.size() == MOST_FAILURES) {
                break;
            }
        }
        log.info("{} histories in {} s: {}", mine.length, (System.nanoTime() - begun) / 1_000_000_000, happened);
        assertThat(failures).isEmpty();
        // Random acts that never get anywhere would prove nothing.
        if (one == null) {
            assertThat(happened.keySet()).as("what happened: %s", happened).containsAll(Happenings.of(mine.length));
        }
    }

    private void play(World world, Notices notices, long seed) {
        notices.before(seed);
        var history = new History(world, seed, notices.isFor(seed) ? notices : null);
        try {
            history.play().forEach((what, times) -> happened.merge(what, times, Integer::sum));
        } catch (RuntimeException | Error failed) {
            log.error("seed {}: {}", seed, history.told(), failed);
            failures.add("seed " + seed + ": " + history.told() + failed);
            history.silence();
        }
    }
}
