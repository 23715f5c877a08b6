package org.xincheng.credit.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Act.Consideration;
import org.xincheng.credit.determination.Act.DeliberationOutcome;
import org.xincheng.credit.determination.Act.HearingOutcome;
import org.xincheng.credit.determination.Act.PanelSeat;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Act.StatementKind;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.service.ServiceOfLetters;
import org.xincheng.law.LegalTime;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.LawfulDecision;
import org.xincheng.support.SampleService;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/**
 * Whoever does what in whatever order: random acts by random people at random times, most of which the store refuses. What
 * must hold (DESIGN §6: 1, 2, 4, 12, 13) is checked on the bare acts after every step. A failing history names its seed;
 * {@code -Dxincheng.history=SEED} plays that one alone, {@code -Dxincheng.histories=N} plays N of them.
 */
@XinchengTest
class RandomDeterminationsTest {

    private static final int HISTORIES = Integer.getInteger("xincheng.histories", 40);
    private static final int STEPS = 70;
    private static final List<String> PEOPLE =
            List.of("officer1", "officer2", "reviewer1", "reviewer2", "chair1", "principal1");
    private static final Set<String> PANEL = Set.of("panel1", "panel2", "panel3");

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private Drafting drafting;

    @Autowired
    private Notification notification;

    @Autowired
    private ServiceOfLetters service;

    @Autowired
    private BeingHeard beingHeard;

    @Autowired
    private Deciding deciding;

    @Autowired
    private TakingEffect effect;

    @Autowired
    private Listings listings;

    @Autowired
    private ListingClock listingClock;

    private int effective;

    @Test
    void whatMustHoldHoldsInAnyOrderOfEvents() {
        var one = Long.getLong("xincheng.history");
        if (one != null) {
            play(one);
            return;
        }
        for (var seed = 1L; seed <= HISTORIES; seed++) {
            play(seed);
        }
        // Random acts that never get anywhere would prove nothing.
        assertThat(effective).as("histories that led to a listing").isPositive();
    }

    private void play(long seed) {
        var random = new Random(seed);
        clock.at(LocalDate.of(2026, 1, 5).plusDays(random.nextInt(200)).atTime(9, 0));
        var cases = CaseFixture.on(beans);
        var opened = cases.open(cases.record(
                CaseFixture.unit("样例历史" + seed),
                "WS-CITY",
                "WS-CITY-J-05",
                clock.today().minusDays(9)));
        var done = new StringBuilder();
        for (var step = 0; step < STEPS; step++) {
            var name = act(random, opened, cases.load(opened));
            done.append(name).append(' ');
            check(cases.load(opened), "seed " + seed + ": " + done);
        }
        if (cases.load(opened).listing().isPresent()) {
            effective++;
        }
    }

    /** One attempt; what the store refuses has not happened. Two in three are the attempt that would go on. */
    private String act(Random random, LegalCase opened, Determination d) {
        var next = forward(d);
        var names = ATTEMPTS.keySet().stream().sorted().toList();
        var name = random.nextInt(3) > 0 && next != null ? next : names.get(random.nextInt(names.size()));
        try {
            ATTEMPTS.get(name).accept(new Attempt(this, random, opened, d));
            return name;
        } catch (RefusedException | BadInputException refused) {
            return "(" + name + ")";
        }
    }

    /** A way on that somebody who knows the procedure would try. */
    private static String forward(Determination d) {
        if (d.closed().isPresent()) {
            return null;
        }
        if (d.level().isEmpty()) {
            return "draft";
        }
        if (!d.reviewPassed(ReviewStage.BEFORE_NOTICE)) {
            return "review";
        }
        if (d.notice().isEmpty()) {
            return "notice";
        }
        if (d.noticeServedOn().isEmpty()) {
            return "serve";
        }
        if (d.windowClosed().isEmpty()) {
            return "close";
        }
        if (d.hearingRequested() && !d.hearingConcluded()) {
            return d.hearing().isEmpty() ? "schedule" : d.hearingHeld() ? "opinion" : "hear";
        }
        if (!d.unconsidered().isEmpty()) {
            return "consider";
        }
        if (d.hearingHeld() && !d.reviewPassed(ReviewStage.AFTER_HEARING)) {
            return "reviewAgain";
        }
        if (d.deliberation(1).isEmpty()) {
            return "deliberate";
        }
        if (d.approval().isEmpty()) {
            return "approve";
        }
        if (d.superior().isEmpty()) {
            return "superior";
        }
        return d.decision().isEmpty() ? "decide" : d.listing().isEmpty() ? "effect" : "publish";
    }

    private void check(Determination d, String history) {
        assertThat(d.acts().stream().map(a -> a.effect() + a.effectSeq()).collect(Collectors.toSet()))
                .as(history)
                .hasSize(d.acts().size());
        LawfulDecision.check(d, history);
        d.listing().ifPresent(taken -> {
            var served = d.servedOn(d.decision().orElseThrow().letterId());
            assertThat(served).as(history).hasValue(taken.effectiveOn());
            var listing = listings.ofCase(d.legalCase().id()).orElseThrow();
            assertThat(listingClock
                            .on(listing, taken.effectiveOn().minusDays(1))
                            .inForce())
                    .as(history)
                    .isFalse();
            assertThat(listingClock
                            .on(listing, taken.effectiveOn().plusYears(3))
                            .inForce())
                    .as(history)
                    .isFalse();
        });
        assertThat(d.publication().isPresent() && d.listing().isEmpty())
                .as(history)
                .isFalse();
    }

    private static final Map<String, Consumer<Attempt>> ATTEMPTS = Map.ofEntries(
            Map.entry("draft", Attempt::draft),
            Map.entry("review", a -> a.review(ReviewStage.BEFORE_NOTICE)),
            Map.entry("reviewAgain", a -> a.review(ReviewStage.AFTER_HEARING)),
            Map.entry("notice", a -> a.test.notification.issueNotice(a.id(), a.engine())),
            Map.entry("serve", Attempt::serve),
            Map.entry("say", Attempt::say),
            Map.entry("close", a -> a.test.beingHeard.closeWindow(a.id(), a.engine())),
            Map.entry("schedule", Attempt::schedule),
            Map.entry("hear", Attempt::hear),
            Map.entry("opinion", a -> a.test.beingHeard.giveOpinion(a.id(), "样例意见", a.chair())),
            Map.entry("consider", Attempt::consider),
            Map.entry("deliberate", Attempt::deliberate),
            Map.entry("approve", a -> a.test.deciding.approve(a.id(), a.often(), "样例意见", a.somebody())),
            Map.entry("superior", Attempt::superior),
            Map.entry("decide", a -> a.test.deciding.issueDecision(a.id(), a.engine())),
            Map.entry("effect", a -> {
                a.serve();
                a.test.effect.takeEffect(a.id(), a.engine());
            }),
            Map.entry("publish", a -> a.test.effect.publish(a.id(), a.today(), List.of("样例网站"), a.somebody())),
            Map.entry("drop", a -> {
                if (a.random.nextInt(10) == 0) {
                    a.test.effect.closeNotListed(a.id(), a.engine());
                }
            }),
            Map.entry("wait", a -> a.test.clock.advance(Duration.ofHours(a.random.nextInt(24 * 9)))));

    /** One attempt of a history. */
    private record Attempt(RandomDeterminationsTest test, Random random, LegalCase opened, Determination d) {

        UUID id() {
            return opened.id();
        }

        LocalDate today() {
            return test.clock.today();
        }

        Actor engine() {
            return Actor.engine("history");
        }

        Actor somebody() {
            return new Actor(PEOPLE.get(random.nextInt(PEOPLE.size())), "history");
        }

        Actor chair() {
            return new Actor("chair1", "history");
        }

        <T> T any(T[] choices) {
            return List.of(choices).get(random.nextInt(choices.length));
        }

        boolean often() {
            return random.nextInt(5) > 0;
        }

        void draft() {
            test.drafting.submit(id(), new Drafting.Draft(true, "样例事实", "样例证据", "", "", List.of()), somebody());
            test.drafting.recordLevel(id(), "JOINT", engine());
        }

        void review(ReviewStage stage) {
            test.drafting.review(id(), stage, often(), "样例意见", somebody());
        }

        void serve() {
            // The guide to repair goes out with the decision and is served with it.
            var letter = d.last(LetterWasIssued.class, l -> l.kind() != LetterKind.REPAIR_GUIDE)
                    .map(h -> h.act().letterId());
            if (letter.isPresent()) {
                var method = any(ServiceMethod.values());
                var outcome = often() ? ServiceOutcome.SERVED : ServiceOutcome.FAILED;
                test.service.recordService(
                        id(), letter.get(), SampleService.attempt(method, outcome, today()), somebody());
            }
        }

        void say() {
            test.beingHeard.receive(id(), any(StatementKind.values()), today(), "样例意见", somebody());
        }

        void schedule() {
            var at = today().plusDays(10 + random.nextInt(20)).atTime(9, 0).atZone(LegalTime.ZONE);
            test.beingHeard.schedule(id(), "chair1", at.toOffsetDateTime(), "样例地点", true, somebody());
            var invitation = test.beingHeard.invite(id(), engine());
            test.service.recordService(id(), invitation.id(), SampleService.inPerson(today()), somebody());
        }

        void hear() {
            d.hearing().ifPresent(h -> {
                if (often() && test.clock.now().isBefore(h.at().toInstant())) {
                    test.clock.at(h.at().toInstant());
                }
            });
            test.beingHeard.recordHearing(id(), any(HearingOutcome.values()), "样例笔录", chair());
        }

        void consider() {
            var outcome = often() ? Consideration.NOT_ADOPTED : Consideration.REDRAFT;
            test.beingHeard.consider(id(), outcome, "样例理由", somebody());
        }

        void deliberate() {
            var seats = PANEL.stream()
                    .sorted()
                    .map(m -> new PanelSeat(m, random.nextInt(8) == 0, "样例理由", often()))
                    .toList();
            var outcome = often() ? DeliberationOutcome.LIST : DeliberationOutcome.REDRAFT;
            test.deciding.deliberate(id(), 1, today(), seats, outcome, "样例纪要", PANEL, new Actor("panel1", "history"));
        }

        void superior() {
            test.deciding.recordSuperior(id(), often(), "样例上级", "样认〔2026〕1号", today(), somebody());
        }
    }
}
