package org.xincheng.supervision;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.determination.Determination;
import org.xincheng.credit.ending.EndingCase;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.ListingStatus;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.objection.Remedy;
import org.xincheng.law.RegimeTables;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.supervision.CaseFile.ListingView;

/** Finds the listing that a case led to or is about, and says where it stands. */
@Component
class ListingViews {

    private final Listings listings;
    private final ListingClock listingClock;
    private final Texts texts;

    ListingViews(Listings listings, ListingClock listingClock, Texts texts) {
        this.listings = listings;
        this.listingClock = listingClock;
        this.texts = texts;
    }

    /** The listing a determination led to, or a remedy is about. */
    Optional<Listing> of(CaseHistory history) {
        if (history instanceof Remedy remedy) {
            return Optional.of(listings.byId(remedy.listingId()));
        }
        if (history instanceof EndingCase ending) {
            return Optional.of(listings.byId(ending.listingId()));
        }
        // A correction is about a record: the heaviest listing that rested on it when it was opened, if any did.
        var legalCase = history.legalCase();
        return listings.ofCase(Optional.ofNullable(legalCase.about()).orElse(legalCase.id()));
    }

    /** Name of the listing's list and level, before there is one the current draft's; empty where none was determined. */
    String levelName(CaseHistory history, Optional<Listing> listing, RegimeTables rows) {
        return listing.map(Listing::level)
                .or(() -> history instanceof Determination d ? d.level().map(level -> level.level()) : Optional.empty())
                .map(level -> rows.level(history.legalCase().regime(), level).nameZh())
                .orElse("");
    }

    /** Where it stands. */
    ListingView view(Listing listing) {
        var status = listingClock.now(listing);
        return new ListingView(
                listing.effectiveOn(),
                status.inForce(),
                status.measuresInForce(),
                status.disputed(),
                listing.revokedOn(),
                status.lastDay(),
                listing.publishBy(),
                listing.publishedOn(),
                status.published(),
                status.publicUntil(),
                List.of(force(listing, status), publicity(listing, status)));
    }

    private String force(Listing listing, ListingStatus status) {
        if (listing.revokedOn() != null) {
            return texts.of("cases.listing.revoked", ChineseDates.day(listing.revokedOn()));
        }
        var ended = listing.standingEnd();
        if (ended.isPresent()) {
            return texts.of(
                    "cases.listing.endedEarly",
                    ended.get().kind().zh(),
                    ChineseDates.day(ended.get().from()));
        }
        if (status.disputed()) {
            return texts.of("cases.listing.disputed");
        }
        if (status.lastDay() == null) {
            return texts.of(status.inForce() ? "cases.listing.termOpen" : "cases.listing.overByMaximum");
        }
        return texts.of(
                status.inForce() ? "cases.listing.inForce" : "cases.listing.over", ChineseDates.day(status.lastDay()));
    }

    private String publicity(Listing listing, ListingStatus status) {
        if (listing.publishedOn() == null) {
            return listing.publishBy() == null
                    ? texts.of("cases.listing.unpublished")
                    : texts.of("cases.listing.toPublish", ChineseDates.day(listing.publishBy()));
        }
        if (listing.revokedOn() != null) {
            return texts.of("cases.listing.publicRevoked", ChineseDates.day(listing.publishedOn()));
        }
        var endedIt =
                listing.standingEnd().filter(end -> end.from().minusDays(1).equals(status.publicUntil()));
        if (endedIt.isPresent()) {
            return texts.of(
                    "cases.listing.publicEnded",
                    ChineseDates.day(listing.publishedOn()),
                    ChineseDates.day(endedIt.get().from()),
                    endedIt.get().kind().zh());
        }
        if (status.published() && status.lastDay() == null) {
            return texts.of(
                    "cases.listing.publishedAtMost",
                    ChineseDates.day(listing.publishedOn()),
                    ChineseDates.day(status.publicUntil()));
        }
        return texts.of(
                status.published() ? "cases.listing.published" : "cases.listing.publicOver",
                ChineseDates.day(listing.publishedOn()),
                ChineseDates.day(status.publicUntil()));
    }
}
