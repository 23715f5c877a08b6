package org.xincheng.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.ending.RepairTerms;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.ListingEnd;
import org.xincheng.credit.listing.Suspensions;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.Suspension;
import org.xincheng.law.TermClock;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.supervision.TermView.Span;
import org.xincheng.supervision.TermView.State;
import org.xincheng.supervision.TermView.Stop;

/** Reads the clock of a listing's term, with the count by which every date comes about. */
@Component
class TermViews {

    private final ListingClock listingClock;
    private final Suspensions suspensions;
    private final RepairTerms repairs;
    private final AttachedTermViews attached;
    private final CaseLog log;
    private final RegimeTables tables;
    private final Texts texts;
    private final Clock clock;

    TermViews(
            ListingClock listingClock,
            Suspensions suspensions,
            RepairTerms repairs,
            AttachedTermViews attached,
            CaseLog log,
            RegimeTables tables,
            Texts texts,
            Clock clock) {
        this.listingClock = listingClock;
        this.suspensions = suspensions;
        this.repairs = repairs;
        this.attached = attached;
        this.log = log;
        this.tables = tables;
        this.texts = texts;
        this.clock = clock;
    }

    /** The clock as it stands today. */
    TermView of(Listing listing) {
        var today = LegalTime.today(clock);
        var term = listingClock.term(listing, today);
        var early = listing.endedEarlyOn(today);
        var state = state(listing, term, today);
        var stopped = term.map(TermClock::effectiveSuspensions).orElse(List.of()).stream()
                .map(span -> new Span(span.from(), span.until(), days(span.from(), span.until(), today)))
                .toList();
        var count = new Count(listing, state, stopped, today);
        return new TermView(
                listing.caseNumber(),
                state,
                texts.of("cases.term.state." + state.name()),
                today,
                term.map(TermClock::firstDay).orElse(null),
                term.map(TermClock::plannedLastDay).orElse(null),
                term.flatMap(t -> lastDay(t, state)).orElse(null),
                term.flatMap(TermClock::maximumLastDay).orElse(null),
                term.filter(count::isCapped).isPresent(),
                listing.revokedOn(),
                early.map(ListingEnd::from).orElse(null),
                isOn(state) ? repairs.of(listing).earliest() : null,
                suspensions.ofListing(listing.id()).stream()
                        .map(entry -> stop(entry, today))
                        .toList(),
                stopped,
                count.stoppedDays(),
                term.filter(t -> state == State.RUNNING || state == State.STOPPED)
                        .map(t -> t.remainingDays(today))
                        .orElse(null),
                attached.lines(listing),
                count.sentences(term));
    }

    private static State state(Listing listing, Optional<TermClock> term, LocalDate today) {
        if (listing.revokedOn() != null) {
            return State.REVOKED;
        }
        if (listing.endedEarlyOn(today).isPresent()) {
            return State.LIFTED;
        }
        return term.map(t -> State.valueOf(t.stateOn(today).name())).orElse(State.NOT_STARTED);
    }

    private static boolean isOn(State state) {
        return state == State.NOT_STARTED || state == State.RUNNING || state == State.STOPPED;
    }

    private static Optional<LocalDate> lastDay(TermClock term, State state) {
        return state == State.ENDED ? term.latestLastDay() : term.lastDay();
    }

    private Stop stop(Suspensions.Entry entry, LocalDate today) {
        var legalCase = log.byId(entry.caseId());
        return new Stop(
                legalCase.number(),
                CaseType.of(legalCase).map(CaseType::zh).orElse(""),
                entry.from(),
                entry.until(),
                days(entry.from(), entry.until(), today));
    }

    /** Natural days; of one that is still running those until today, today included. */
    private static long days(LocalDate from, LocalDate until, LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(from, until == null ? today.plusDays(1) : until));
    }

    /** The sentences of the count. */
    private final class Count {

        private final Listing listing;
        private final State state;
        private final List<Span> stopped;
        private final LocalDate today;

        Count(Listing listing, State state, List<Span> stopped, LocalDate today) {
            this.listing = listing;
            this.state = state;
            this.stopped = stopped;
            this.today = today;
        }

        long stoppedDays() {
            return stopped.stream().mapToLong(Span::days).sum();
        }

        boolean isCapped(TermClock term) {
            return term.maximumLastDay()
                    .filter(maximum -> stoppedDays() > 0
                            && term.plannedLastDay().plusDays(stoppedDays()).isAfter(maximum))
                    .isPresent();
        }

        List<String> sentences(Optional<TermClock> open) {
            var lines = new ArrayList<String>();
            if (open.isEmpty()) {
                lines.add(texts.of("cases.term.count.open", day(listing.publishBy())));
                return lines;
            }
            var term = open.get();
            var rule = tables.deadline(listing.regime(), "listingTerm");
            lines.add(texts.of(
                    "cases.term.count.planned",
                    day(term.firstDay()),
                    texts.of("cases.limit." + rule.unit().name(), rule.count()),
                    day(term.plannedLastDay())));
            if (state == State.REVOKED) {
                lines.add(texts.of("cases.term.count.revoked", day(listing.revokedOn())));
                return lines;
            }
            if (state == State.LIFTED) {
                var end = listing.endedEarlyOn(today).orElseThrow();
                lines.add(texts.of(
                        "cases.term.count.lifted", day(end.from()), end.kind().zh()));
                return lines;
            }
            addStops(lines, term);
            addRest(lines, term);
            if (isOn(state)) {
                var found = repairs.of(listing);
                lines.add(texts.of(
                        "cases.term.count.repair",
                        day(found.earliest()),
                        found.rule().document() + found.rule().article()));
                lines.add(texts.of("cases.term.count.objection"));
            }
            return lines;
        }

        private void addStops(List<String> lines, TermClock term) {
            if (stopped.isEmpty()) {
                return;
            }
            for (var span : stopped) {
                lines.add(
                        span.until() == null
                                ? texts.of("cases.term.count.running", day(span.from()), day(today), span.days())
                                : texts.of(
                                        "cases.term.count.stopped",
                                        day(span.from()),
                                        day(span.until().minusDays(1)),
                                        span.days()));
            }
            term.lastDay()
                    .ifPresent(last -> lines.add(texts.of(
                            "cases.term.count.moved", day(term.plannedLastDay()), stoppedDays(), day(moved(term)))));
            if (isCapped(term)) {
                lines.add(texts.of(
                        "cases.term.count.capped", day(term.maximumLastDay().orElseThrow())));
            }
        }

        private void addRest(List<String> lines, TermClock term) {
            var left = term.remainingDays(today);
            if (state == State.ENDED) {
                lines.add(texts.of(
                        "cases.term.count.ended", day(term.latestLastDay().orElseThrow())));
            } else if (state == State.RUNNING) {
                lines.add(texts.of(
                        "cases.term.count.left", day(today), day(term.lastDay().orElseThrow()), left));
            } else if (state == State.STOPPED) {
                addStandstill(lines, term, left);
            }
        }

        /** While the clock stands the days left are those of the day before it stopped, unless the maximum is nearer. */
        private void addStandstill(List<String> lines, TermClock term, long left) {
            var running = term.effectiveSuspensions().stream()
                    .filter(Suspension::running)
                    .findFirst();
            if (running.isEmpty()) {
                return;
            }
            var stoppedOn = running.get().from();
            var ended = stopped.stream()
                    .filter(span -> span.until() != null)
                    .mapToLong(Span::days)
                    .sum();
            var lastDayThen = earlier(
                    term.plannedLastDay().plusDays(ended), term.maximumLastDay().orElse(null));
            var leftThen = ChronoUnit.DAYS.between(stoppedOn.minusDays(1), lastDayThen);
            lines.add(texts.of("cases.term.count.kept", day(stoppedOn.minusDays(1)), day(lastDayThen), leftThen));
            if (left < leftThen) {
                lines.add(texts.of(
                        "cases.term.count.keptByMaximum",
                        day(today),
                        day(term.maximumLastDay().orElseThrow()),
                        left));
            }
            lines.add(texts.of(
                    "cases.term.count.ifResumed",
                    day(lastDayThen),
                    ChronoUnit.DAYS.between(stoppedOn, today),
                    day(term.lastDayIfResumedOn(today))));
        }

        private LocalDate moved(TermClock term) {
            return term.plannedLastDay().plusDays(stoppedDays());
        }

        private static LocalDate earlier(LocalDate day, LocalDate maximum) {
            return maximum == null || day.isBefore(maximum) ? day : maximum;
        }

        private static String day(LocalDate day) {
            return ChineseDates.day(day);
        }
    }
}
