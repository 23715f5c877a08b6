package org.xincheng.credit.listing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xincheng.law.Counting;
import org.xincheng.law.LegalTime;
import org.xincheng.law.Regime.TermStart;
import org.xincheng.law.RegimeTables;

/**
 * Tells where a listing stands from its facts and the day alone (DESIGN §1, 2 and §6, 12).
 *
 * <p>A term that runs from publication runs from the last day for publication at the latest: an authority that publishes
 * late must not lengthen it. Public display ends with the term or with the national maximum counted from the founding
 * document (信用修复管理办法, 发展改革委令第36号), whichever is earlier (domain/national.md §1); where it rests on the
 * person's consent, with that consent, whether it expires or is withdrawn (WZ2022 (五); 个人信息保护法 art. 15).
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

    /** Where the listing stands on a day. */
    public ListingStatus on(Listing listing, LocalDate day) {
        var start = termStart(listing, day);
        var lastDay = start == null
                ? null
                : counting.count(tables.deadline(listing.regime(), "listingTerm"), start)
                        .due();
        var inForce = !day.isBefore(listing.effectiveOn()) && (lastDay == null || !day.isAfter(lastDay));
        if (listing.publishedOn() == null) {
            return new ListingStatus(inForce, start, lastDay, false, null);
        }
        var months =
                tables.level(listing.regime(), listing.level()).seriousness().maxPublicMonths();
        var cap = listing.documentDate().plusMonths(months);
        var publicUntil = Stream.of(lastDay, cap, listing.consentUntil())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var published = inForce && !day.isBefore(listing.publishedOn()) && !day.isAfter(publicUntil);
        return new ListingStatus(inForce, start, lastDay, published, publicUntil);
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
