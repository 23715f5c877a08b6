package org.xincheng.procedure.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.term.ExpiryItem.Outcome;
import org.xincheng.credit.term.ExpiryLog;
import org.xincheng.credit.term.ReconciliationLog.Kind;
import org.xincheng.law.LegalTime;
import org.xincheng.procedure.term.ExpiryRuns;
import org.xincheng.procedure.term.InterruptedRun;
import org.xincheng.procedure.term.TermAlarms;

/** Time that passes: the clock, the alarms that ring, the runs that follow up ends, and the night in which alarms are held against the facts. */
final class Passing {

    private final History history;
    private final World world;

    Passing(History history) {
        this.history = history;
        this.world = history.world();
    }

    /** Moves the clock on. */
    String passes() {
        var now = history.now();
        var to = destination(now);
        world.clock().at(to.isAfter(now) ? to : now.plusHours(20));
        inForceWhateverRang();
        return "now " + history.now().toLocalDate();
    }

    private LocalDateTime destination(LocalDateTime now) {
        var roll = chance(12);
        if (history.plot() == Plot.REPAIR || history.plot() == Plot.REVOCATION) {
            var young = history.listings().stream()
                    .anyMatch(one -> history.today().isBefore(history.begun().plusDays(85)));
            if (young && roll < 10) {
                var months = history.plot() == Plot.REPAIR ? 84L + chance(14) : 93L + chance(20);
                return history.begun().plusDays(months).atTime(9, 0);
            }
        }
        if (history.plot() == Plot.REMOVAL
                && history.today().isBefore(history.begun().plusDays(280))
                && roll < 9) {
            return history.begun().plusDays(280L + chance(70)).atTime(9, 0);
        }
        if (roll < 3 || (history.plot() == Plot.ENDS && roll < 7)) {
            var end = someEnd();
            if (end.isPresent()) {
                return end.get();
            }
        }
        if (roll < 6) {
            var rings = history.waiting().stream()
                    .filter(one -> one.kind() == Waiting.Kind.JOB && !one.isTermOver() && one.at() != null)
                    .map(Waiting::at)
                    .filter(at -> at.isAfter(now))
                    .min(LocalDateTime::compareTo);
            if (rings.isPresent()) {
                return rings.get();
            }
        }
        return now.toLocalDate().plusDays(1L + chance(25)).atTime(9, 0);
    }

    /** The last second of a term, its midnight, or some day after. */
    private Optional<LocalDateTime> someEnd() {
        return history.anyListing()
                .map(listed -> listed.book().lastDay())
                .filter(last -> !last.isBefore(history.today()))
                .map(last -> switch (chance(4)) {
                    case 0 -> last.atTime(23, 59, 59);
                    case 1 -> last.plusDays(1L + chance(20)).atTime(9, 0);
                    default -> last.plusDays(1).atStartOfDay();
                });
    }

    /** Before any alarm has rung (DESIGN §6, 12). */
    private void inForceWhateverRang() {
        world.transaction()
                .executeWithoutResult(status -> history.listings().forEach(listed -> {
                    var listing = world.bean(Listings.class).byId(listed.id());
                    assertThat(world.bean(ListingClock.class).now(listing).inForce())
                            .as("12 with no alarm rung: %s", listed.number())
                            .isEqualTo(listed.book().inForce(history.today()));
                }));
    }

    /** Rings one alarm that the clock has reached; those of terms that are over are left to a run. Says whether there was one. */
    boolean ring() {
        var due = history.waiting().stream()
                .filter(one -> one.isDue(history.now()))
                .toList();
        var first = due.stream().filter(one -> !one.isTermOver()).findFirst();
        if (first.isPresent()) {
            world.management().executeJob(first.get().id());
            return true;
        }
        if (due.isEmpty()) {
            return false;
        }
        followUp(due);
        return true;
    }

    private void followUp(List<Waiting> rung) {
        var interrupted = rung.size() > 1 && chance(2) == 0;
        if (interrupted) {
            world.bean(InterruptedRun.class).of(1 + chance(rung.size() - 1));
            history.happened("run.interrupted");
        }
        var run = world.bean(ExpiryRuns.class).run("engine").orElseThrow();
        history.tell("(run of " + rung.size() + (interrupted ? ", interrupted" : "") + ") ");
        var items = world.bean(ExpiryLog.class).items(run.id(), Optional.empty(), 100, 0);
        assertThat(items)
                .extracting(item -> item.caseNumber())
                .as("each term once")
                .containsExactlyInAnyOrderElementsOf(
                        rung.stream().map(Waiting::number).toList());
        assertThat(run.certificate()).isPresent();
        for (var item : items) {
            var book = history.listing(item.listingId()).book();
            assertThat(item.outcome())
                    .as(item.caseNumber())
                    .isEqualTo(book.expired(history.today()) ? Outcome.FOLLOWED_UP : Outcome.NOT_OVER);
            if (item.outcome() == Outcome.FOLLOWED_UP) {
                assertThat(item.lastDay()).isEqualTo(book.lastDay());
            }
            history.happened("run." + item.outcome());
        }
        if (items.size() > 1) {
            history.happened("run.several");
        }
    }

    /** Somebody damages the alarms of a term; the night finds it, and finds nothing a second time. */
    String disturb() {
        var terms = history.openCases().stream()
                .filter(number -> history.acts(number).get(0).procedure().equals("listing-term"))
                .filter(number -> alarm(number).isPresent())
                .toList();
        if (terms.isEmpty()) {
            return passes();
        }
        var number = terms.get(chance(terms.size()));
        var listing = history.acts(number).get(0).id("listingId");
        var alarms = world.bean(TermAlarms.class);
        assertThat(alarms.settle(listing)).as("nothing is wrong before").isEmpty();
        history.look();
        var alarm = alarm(number).orElseThrow();
        var expected = new ArrayList<Kind>();
        switch (chance(3)) {
            case 0 -> {
                world.management().deleteJob(alarm.id());
                expected.add(Kind.NO_TIMER);
            }
            case 1 -> {
                world.management()
                        .setJobDuedate(
                                alarm.id(),
                                java.util.Date.from(alarm.at()
                                        .plusDays(3)
                                        .atZone(LegalTime.ZONE)
                                        .toInstant()));
                expected.add(Kind.WRONG_TIMER);
            }
            default -> {
                world.runtime()
                        .deleteProcessInstance(
                                world.driver().instance(number, "listing-term"), "somebody deleted it", true);
                expected.add(Kind.NO_INSTANCE);
            }
        }
        assertThat(alarms.settle(listing)).extracting(finding -> finding.kind()).containsExactlyElementsOf(expected);
        assertThat(alarms.settle(listing)).as("twice does nothing").isEmpty();
        history.happened("night." + expected.get(0));
        return "night " + expected + " " + number;
    }

    private Optional<Waiting> alarm(String number) {
        return history.waiting().stream()
                .filter(one -> one.number().equals(number) && one.isTermOver())
                .findFirst();
    }

    private int chance(int bound) {
        return history.random().nextInt(bound);
    }
}
