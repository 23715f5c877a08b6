package org.xincheng.supervision;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Cases;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.catalogue.Measure;
import org.xincheng.credit.listing.AttachedTerms;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.term.Term;
import org.xincheng.law.LegalTime;
import org.xincheng.platform.web.ChineseDates;

/** Says what the pages show of measures with a term of their own. */
@Component
class AttachedTermViews {

    private final Cases cases;
    private final Listings listings;
    private final AttachedTerms attached;
    private final Texts texts;
    private final Clock clock;

    AttachedTermViews(Cases cases, Listings listings, AttachedTerms attached, Texts texts, Clock clock) {
        this.cases = cases;
        this.listings = listings;
        this.attached = attached;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * The page of a term.
     *
     * @param lines the terms that are registered
     * @param measures those of the listing, each of which could have a term of its own
     * @param open whether one can still be registered
     */
    record View(List<Line> lines, List<Measure> measures, boolean open) {}

    /**
     * A measure's own term.
     *
     * @param measure its words
     * @param days from when until when
     * @param law by which it is set
     * @param binds whether it binds today, whatever became of the listing
     */
    record Line(String measure, String days, String law, boolean binds) {}

    /** What is registered with a term; empty where the case is none. */
    Optional<View> of(LegalCase legalCase) {
        return Optional.of(legalCase)
                .filter(one -> one.procedure().equals(Term.PROCEDURE))
                .map(one -> (Term) cases.read(one))
                .map(term -> {
                    var listing = listings.byId(term.listingId());
                    return new View(
                            lines(listing),
                            listings.measuresOf(listing.id()),
                            term.closed().isEmpty());
                });
    }

    /** The terms of a listing's measures, in the order in which they were registered. */
    List<Line> lines(Listing listing) {
        var binding = attached.outliving(listing, LegalTime.today(clock));
        var measures = listings.measuresOf(listing.id());
        return attached.of(listing.id()).stream()
                .map(entry -> new Line(
                        entry.textIn(measures),
                        days(entry),
                        entry.document() + entry.article(),
                        binding.contains(entry)))
                .toList();
    }

    private String days(AttachedTerms.Entry entry) {
        var from = ChineseDates.day(entry.from());
        return entry.until() == null
                ? texts.of("term.act.attached.open", from)
                : texts.of("term.act.attached.days", from, ChineseDates.day(entry.until()));
    }
}
