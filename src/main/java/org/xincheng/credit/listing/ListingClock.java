package org.xincheng.credit.listing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xincheng.law.Counting;
import org.xincheng.law.LegalTime;
import org.xincheng.law.Regime.TermStart;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.TermClock;
import org.xincheng.law.TermState;

/**
 * Tells where a listing stands from its facts and the day alone (DESIGN §1, 2 and §6, 12).
 *
 * <p>A term that runs from publication runs from the last day for publication at the latest: an authority that publishes
 * late must not lengthen it. Public display ends with the term or with the national maximum counted from the founding
 * document (信用修复管理办法, 发展改革委令第36号), whichever is earlier (domain/national.md §1); where it rests on the
 * person's consent, with that consent, whether it expires or is withdrawn (WZ2022 (五); 个人信息保护法 art. 15).
 *
 * <p>While an objection or a complaint is verified the term stands still (regimes.md §C 7–9): the subject stays on the list, marked as disputed, and no
 * measure is in force. The end moves by the suspended days. On a list of serious dishonesty it does not move beyond the
 * three years that the law sets as the longest (信用修复管理办法, 令第36号); for other lists none is set (docs/adr/0012). A revoked listing never was in force.
 */
@Component
public class ListingClock {

    private final RegimeTables tables;
    private final Counting counting;
    private final Clock clock;

    ListingClock(RegimeTables tables, Counting counting, Clock clock) {
        this.tables = tables;
        this.counting = counting;
        this.clock = clock;
    }

    /** Where the listing stands now. */
    public ListingStatus now(Listing listing) {
        return on(listing, LegalTime.today(clock));
    }

    /** Where the listing stands on a day, as recorded until now. */
    public ListingStatus on(Listing listing, LocalDate day) {
        var start = termStart(listing, day);
        var term = term(listing, day);
        var lastDay = term.flatMap(TermClock::lastDay).orElse(null);
        var ended = term.map(clockOfTerm -> clockOfTerm.stateOn(day) == TermState.ENDED)
                .orElse(false);
        var inForce = listing.revokedOn() == null
                && !day.isBefore(listing.effectiveOn())
                && !ended
                && listing.endedEarlyOn(day).isEmpty();
        var suspended = listing.suspensions().stream().anyMatch(suspension -> suspension.covers(day));
        var disputed = inForce && suspended;
        if (listing.publishedOn() == null) {
            return new ListingStatus(inForce, inForce && !suspended, disputed, start, lastDay, false, null);
        }
        var endedBefore =
                listing.standingEnd().map(end -> end.from().minusDays(1)).orElse(null);
        var publicUntil = Stream.of(
                        lastDay,
                        publicMaximum(listing),
                        withdrawnByItself(listing),
                        listing.consentUntil(),
                        endedBefore)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var published = inForce && !day.isBefore(listing.publishedOn()) && !day.isAfter(publicUntil);
        return new ListingStatus(inForce, inForce && !suspended, disputed, start, lastDay, published, publicUntil);
    }

    /**
     * The instant at which it is worth looking whether the listing's term is over: 24:00 of its last day as it stands on this day. While its clock stands, of the
     * last day there would be if it ran again on this day, or of the statutory maximum where that is nearer; while the day from which the term runs is open, of
     * the last day there would be if that were the last day for publication. An alarm set by it may ring early; never late.
     */
    public Instant looksOver(Listing listing, LocalDate day) {
        var term = term(listing, day)
                .orElseGet(() -> term(listing, listing.publishBy().plusDays(1)).orElseThrow());
        return LegalTime.endOfDay(term.lastDay().orElseGet(() -> term.lastDayIfResumedOn(day)));
    }

    /** The clock of the listing's term as it stands on a day; empty while the day from which the term runs is open. */
    public Optional<TermClock> term(Listing listing, LocalDate day) {
        var start = termStart(listing, day);
        if (start == null) {
            return Optional.empty();
        }
        var rule = tables.deadline(listing.regime(), "listingTerm");
        var planned = counting.count(rule, start).due();
        var level = tables.level(listing.regime(), listing.level());
        // Only for lists of serious dishonesty does the law set a longest time; one that the planned end exceeds from
        // the beginning does not shorten it.
        var maximum = Stream.of(planned, publicMaximum(listing))
                .max(Comparator.naturalOrder())
                .filter(last -> level.seriousList())
                .orElse(null);
        return Optional.of(new TermClock(start, planned, listing.suspensions(), maximum));
    }

    /** The last day of public display that the national rule allows, counted from the founding document. */
    private LocalDate publicMaximum(Listing listing) {
        var months =
                tables.level(listing.regime(), listing.level()).seriousness().maxPublicMonths();
        return listing.documentDate().plusMonths(months);
    }

    /** The last day of public display under the regime itself, counted from publication (MOHURD art. 16: five years); the national maximum comes first. */
    private LocalDate withdrawnByItself(Listing listing) {
        var rule = tables.deadline(listing.regime(), "automaticWithdrawal");
        return counting.count(rule, listing.publishedOn()).due();
    }

    private LocalDate termStart(Listing listing, LocalDate day) {
        var regime = tables.regime(listing.regime()).orElseThrow();
        if (regime.termStart() == TermStart.SERVICE || listing.publishBy() == null) {
            return listing.effectiveOn();
        }
        var published = listing.publishedOn();
        if (published != null && published.isBefore(listing.publishBy())) {
            return published;
        }
        return published != null || day.isAfter(listing.publishBy()) ? listing.publishBy() : null;
    }
}
