package org.xincheng.procedure.history;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.xincheng.credit.StoreAnswer;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.law.BadCount;
import org.xincheng.law.LegalTime;
import org.xincheng.procedure.history.Waiting.Kind;

/**
 * One random history of the listings of one subject, or of some whose terms end together. Each step is what somebody files, what somebody does about a task, or
 * time that passes; what the store refuses has not happened. After each step {@link Invariants} looks at the facts.
 */
final class History {

    private final World world;
    private final Notices notices;
    private final Random random;
    private final Plot plot;
    private final Invariants invariants;
    private final TaskWork work;
    private final Filings filings;
    private final WrongAttempts wrong;
    private final Passing time;
    private final Map<UUID, NewSubject> subjects = new LinkedHashMap<>();
    private final List<Listed> listings = new ArrayList<>();
    private final Map<String, List<Did>> cases = new LinkedHashMap<>();
    private final Set<String> settled = new HashSet<>();
    private final Map<String, Integer> happened = new TreeMap<>();
    private final StringBuilder told = new StringBuilder();
    private List<Waiting> waiting = List.of();
    private final Set<String> atFirst = new HashSet<>();
    private LocalDate begun;
    private int steps;

    /** @param notices where a notice on days off is loaded in its middle; null where none is */
    History(World world, long seed, Notices notices) {
        this.world = world;
        this.notices = notices;
        this.random = new Random(seed);
        this.plot = Plot.any(random);
        this.invariants = new Invariants(this);
        this.work = new TaskWork(this);
        this.filings = new Filings(this);
        this.wrong = new WrongAttempts(this);
        this.time = new Passing(this);
        told.append(plot).append(": ");
    }

    /** Plays it to its end; gives what happened how often. */
    Map<String, Integer> play() {
        world.clock().morningOf(LocalDate.of(2026, 1, 5).plusDays(random.nextInt(250)));
        filings.begin();
        begun = today();
        check(false);
        atFirst.addAll(cases.keySet());
        var end = plot.steps(random);
        for (steps = 0; steps < end; steps++) {
            if (steps == 3 && notices != null) {
                notices.load();
                tell("(a notice on days off) ");
                happened("notice");
                check(false);
            }
            step();
        }
        new Closing(this).check();
        return happened;
    }

    /** Has its alarms ring no more. */
    void silence() {
        world.facts().silence(cases.keySet());
    }

    /** What has been done so far, for whoever has to find out what went wrong. */
    String told() {
        return told.toString();
    }

    private void step() {
        var refused = false;
        tell(world.clock().today() + " ");
        try {
            tell(next() + "; ");
        } catch (RuntimeException thrown) {
            mustBeARefusal(thrown);
            var answer = StoreAnswer.in(thrown);
            tell("refused: "
                    + answer.reasons()
                            .get(0)
                            .codePoints()
                            .limit(40)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    + "; ");
            happened("refused");
            refused = true;
        }
        check(refused);
    }

    /** No step here asks for a date that cannot be counted: where the store cannot count one, it is at fault. */
    private static void mustBeARefusal(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadCount) {
                throw thrown;
            }
        }
    }

    private String next() {
        var tasks = tasks();
        var roll = random.nextInt(100);
        if (steps == 0 && plot.beginsLater() && roll < 85) {
            return time.passes();
        }
        if (tasks.isEmpty() || steps == 0) {
            return roll < 78 ? filings.come() : roll < 95 ? time.passes() : time.disturb();
        }
        if (roll < (plot.isDeep() ? 88 : plot == Plot.ENDS ? 50 : 70)) {
            return work.doOneOf(tasks);
        }
        var other = random.nextInt(30);
        if (plot == Plot.ENDS && other < 20) {
            return time.passes();
        }
        if (other < 8) {
            return filings.come();
        }
        if (other < 11 && !plot.isDeep()) {
            return filings.withdraw();
        }
        if (other < 15) {
            return wrong.tryOne();
        }
        return other < 28 ? time.passes() : time.disturb();
    }

    /** Reads what became of it all, and holds it against what must hold. */
    private void check(boolean refused) {
        read(refused);
        while (time.ring()) {
            read(false);
        }
        world.transaction().executeWithoutResult(status -> invariants.check());
    }

    private void read(boolean refused) {
        var now = world.facts().acts(subjects.keySet(), settled);
        invariants.grown(cases, now, refused);
        var news = new ArrayList<Did>();
        now.forEach((number, acts) -> {
            var known = cases.getOrDefault(number, List.of()).size();
            news.addAll(acts.subList(known, acts.size()));
            cases.put(number, acts);
        });
        invariants.happened(news);
        news.forEach(did -> happened(did.what()));
        look();
        cases.forEach((number, acts) -> {
            if (isClosed(number)
                    && waiting.stream().noneMatch(one -> one.number().equals(number))) {
                settled.add(number);
            }
        });
    }

    /** Asks the engine what it waits for. */
    void look() {
        waiting = world.facts().waiting(openCases());
    }

    /** Something happened that the histories are to hold. */
    void happened(String what) {
        happened.merge(what, 1, Integer::sum);
    }

    void tell(String text) {
        told.append(text);
    }

    Invariants invariants() {
        return invariants;
    }

    /** The day on which it began. */
    LocalDate begun() {
        return begun;
    }

    /** Whether a case was driven through the store alone, to begin with; it has no process. */
    boolean madeByTheStore(String number) {
        return atFirst.contains(number)
                && plot != Plot.DETERMINATION
                && acts(number).get(0).procedure().equals("listing-determination");
    }

    World world() {
        return world;
    }

    Random random() {
        return random;
    }

    Plot plot() {
        return plot;
    }

    int steps() {
        return steps;
    }

    LocalDate today() {
        return world.clock().today();
    }

    /** The time, Asia/Shanghai. */
    LocalDateTime now() {
        return LocalDateTime.ofInstant(world.clock().now(), LegalTime.ZONE);
    }

    void add(UUID id, NewSubject subject) {
        subjects.put(id, subject);
    }

    Map<UUID, NewSubject> subjects() {
        return subjects;
    }

    List<Listed> listings() {
        return listings;
    }

    /** The listing with this id. */
    Listed listing(UUID id) {
        return listings.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** One of the listings, a later one rather than an earlier. */
    Optional<Listed> anyListing() {
        return listings.isEmpty() ? Optional.empty() : Optional.of(listings.get(random.nextInt(listings.size())));
    }

    Map<String, List<Did>> cases() {
        return cases;
    }

    /** The acts of one case. */
    List<Did> acts(String number) {
        return cases.getOrDefault(number, List.of());
    }

    /** The acts of the cases of one procedure, case by case, in the order in which those were opened. */
    List<List<Did>> of(String procedure) {
        return cases.values().stream()
                .filter(acts -> acts.get(0).procedure().equals(procedure))
                .sorted(Comparator.comparing(acts -> acts.get(0).number()))
                .toList();
    }

    /** The terms of a listing, oldest first. */
    List<List<Did>> termsOf(Listed listed) {
        return of("listing-term").stream()
                .filter(acts -> acts.get(0).id("listingId").equals(listed.id()))
                .toList();
    }

    boolean isClosed(String number) {
        return acts(number).stream().anyMatch(did -> did.is("CaseClosed"));
    }

    /** Numbers of the cases that are not settled. */
    List<String> openCases() {
        return cases.keySet().stream()
                .filter(number -> !settled.contains(number))
                .toList();
    }

    List<Waiting> waiting() {
        return waiting;
    }

    List<Waiting> tasks() {
        return waiting.stream().filter(one -> one.kind() == Kind.TASK).toList();
    }

    /** Whether a task of this key is open in a case. */
    boolean hasTask(String number, String key) {
        return waiting.stream()
                .anyMatch(one -> one.kind() == Kind.TASK
                        && one.number().equals(number)
                        && one.activity().equals(key));
    }
}
