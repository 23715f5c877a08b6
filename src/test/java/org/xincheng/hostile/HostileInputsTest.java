package org.xincheng.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.Identifiers;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.RawHttp;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/**
 * Ten thousand hostile inputs over everything that takes something in, from a seed. Replay a run with
 * {@code -Dxincheng.hostile.seed=<seed>}, shorten or lengthen it with {@code -Dxincheng.hostile.inputs=<number>}.
 */
@XinchengTest
@Import(StoredThings.class)
class HostileInputsTest {

    private static final int MOST_FAILURES = 25;

    private final long seed = Long.getLong("xincheng.hostile.seed", 20260302L);
    private final int inputs = Integer.getInteger("xincheng.hostile.inputs", 10_000);

    @Autowired
    private TaskService tasks;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private SampleRecords records;

    @Autowired
    private TestClock clock;

    @Autowired
    private StoredThings stored;

    @LocalServerPort
    private int port;

    private final Map<String, RawHttp> clients = new HashMap<>();

    @Test
    void nothingHostileFaultsTheServerOrStaysInIt() {
        clock.at("2026-03-02T09:00");
        try (Canary canary = new Canary("xincheng-canary-" + Identifiers.next() + "-"
                + ProcessHandle.current().pid())) {
            Hostile hostile = new Hostile(seed, canary);
            HostileRecords hostileRecords = new HostileRecords(hostile);
            List<Surface> surfaces = new ArrayList<>(
                    new Surfaces(hostile, new HostileFiles(hostile, canary), hostileRecords, cases(), this::client)
                            .all());
            surfaces.add(new TaskForms(hostile, hostileRecords, this::client, tasks, definition()));
            Map<String, Long> before = stored.taken();

            Map<String, Map<Integer, Integer>> answers = new TreeMap<>();
            Map<String, Long> millis = new TreeMap<>();
            List<String> failures = new ArrayList<>();
            for (int i = 0; i < inputs && failures.size() < MOST_FAILURES; i++) {
                Surface surface = choose(surfaces, hostile);
                long began = System.nanoTime();
                Surface.Shot shot = surface.fire();
                millis.merge(surface.name(), (System.nanoTime() - began) / 1_000_000, Long::sum);
                answers.computeIfAbsent(surface.name(), name -> new TreeMap<>())
                        .merge(shot.answer().status(), 1, Integer::sum);
                String fault = fault(shot.answer());
                if (fault != null) {
                    failures.add("input " + i + ", " + surface.name() + ": " + fault + "\n  " + visible(shot.sent())
                            + "\n  -> " + visible(head(shot.answer().text())));
                }
            }
            LoggerFactory.getLogger(HostileInputsTest.class)
                    .info(
                            "Seed {}; answers by surface and status: {}; milliseconds by surface: {}; taken: {}",
                            seed,
                            answers,
                            millis,
                            takenSince(before));

            String replay = "replay with -Dxincheng.hostile.seed=" + seed;
            assertThat(failures).as(replay).isEmpty();
            assertThat(canary.heard()).as(replay).isEmpty();
            assertThat(stored.unsafe()).as(replay).isEmpty();
            assertThat(stored.unaudited()).as(replay).isEmpty();
            if (inputs >= 10_000) {
                assertThat(answers.keySet())
                        .as("every surface was shot at")
                        .containsExactlyInAnyOrderElementsOf(
                                surfaces.stream().map(Surface::name).toList());
                assertThat(takenSince(before))
                        .as("the inputs reached the store")
                        .satisfies(taken -> {
                            assertThat(taken)
                                    .extractingByKey("credit.record", LONG)
                                    .isGreaterThan(30);
                            assertThat(taken)
                                    .extractingByKey("credit.case_file", LONG)
                                    .isGreaterThan(10);
                            assertThat(taken)
                                    .extractingByKey("credit.act", LONG)
                                    .isGreaterThan(10);
                        });
            }
        } finally {
            clients.values().forEach(RawHttp::close);
        }
    }

    private Map<String, Long> takenSince(Map<String, Long> before) {
        Map<String, Long> taken = stored.taken();
        taken.replaceAll((what, count) -> count - before.get(what));
        return taken;
    }

    /** What is wrong with an answer, or null. */
    private static String fault(RawHttp.Answer answer) {
        if (answer.status() == 0) {
            return "no answer";
        }
        if (answer.status() >= 500) {
            return "status " + answer.status();
        }
        if (!answer.header("X-Canary").isEmpty() || answer.header("Set-Cookie").contains("canary")) {
            return "a header was made by the sender";
        }
        if (answer.header("Location").matches("(?i)(https?:)?//(?!127\\.0\\.0\\.1:).*")) {
            return "led to another server: " + answer.header("Location");
        }
        String text = answer.text().toLowerCase(Locale.ROOT);
        boolean page = answer.header("Content-Type").contains("html")
                || answer.header("Content-Type").isEmpty();
        if (page && (text.contains("<" + Hostile.MARK) || text.contains("\" on" + Hostile.MARK))) {
            return "markup came back as markup";
        }
        return null;
    }

    private Surface choose(List<Surface> surfaces, Hostile hostile) {
        int roll = hostile.random()
                .nextInt(surfaces.stream().mapToInt(Surface::weight).sum());
        for (Surface surface : surfaces) {
            roll -= surface.weight();
            if (roll < 0) {
                return surface;
            }
        }
        throw new IllegalStateException("no surface");
    }

    private RawHttp client(String user) {
        return clients.computeIfAbsent(
                user,
                name -> name.isEmpty() ? new RawHttp(port).visit() : new RawHttp(port).signIn(name, password(name)));
    }

    private static String password(String user) {
        return user.equals("admin") ? "admin-test-secret" : user + "-demo";
    }

    private String definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("listing-determination")
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** Cases at every step, so that every form is open. */
    private List<String> cases() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            var record = records.take(
                    records.enterprise(),
                    "WS-CITY",
                    "WS-CITY-J-05",
                    clock.today().minusDays(10));
            var steps = new ListingSteps(driver, clock, driver.start(record.number(), "officer1"));
            numbers.add(steps.caseNumber());
            if (i >= 6) {
                steps.draft("WS-CITY-M-02");
            }
            if (i >= 8) {
                steps.review(true);
            }
            if (i >= 10) {
                steps.serve();
            }
            if (i >= 13) {
                steps.respond("WAIVER");
            }
        }
        return numbers;
    }

    private static String head(String text) {
        return text.substring(0, Math.min(text.length(), 300));
    }

    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}]", "\u00B7");
    }
}
