package org.xincheng.credit.correction;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.catalogue.Catalogue;
import org.xincheng.credit.catalogue.Measure;
import org.xincheng.credit.catalogue.MeasuresOnOffer;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.WrongListings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.RecordCorrections;
import org.xincheng.credit.record.RecordCorrections.Truth;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.LevelRule;

/** Carries out that a record was wrong, whatever case found it: the record is replaced or withdrawn, and the listings that rest on it are found anew. */
@Component
public class CorrectedListings {

    private final RecordCorrections corrections;
    private final LevelAfterCorrection levels;
    private final Listings listings;
    private final WrongListings wrongListings;
    private final Catalogue catalogue;
    private final MeasuresOnOffer offers;
    private final Subjects subjects;

    CorrectedListings(
            RecordCorrections corrections,
            LevelAfterCorrection levels,
            Listings listings,
            WrongListings wrongListings,
            Catalogue catalogue,
            MeasuresOnOffer offers,
            Subjects subjects) {
        this.corrections = corrections;
        this.levels = levels;
        this.listings = listings;
        this.wrongListings = wrongListings;
        this.catalogue = catalogue;
        this.offers = offers;
        this.subjects = subjects;
    }

    /**
     * Replaces or withdraws a wrong record.
     *
     * @return the record that takes its place; empty where none does
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> change(Record wrong, RecordChange change, UUID caseId, String actor) {
        if (change.withdrawn()) {
            corrections.withdraw(wrong, caseId, actor);
            return Optional.empty();
        }
        var truth = new Truth(
                change.fact().strip(),
                change.itemCode().isBlank()
                        ? wrong.item()
                        : catalogue.behaviour(change.itemCode()).orElseThrow(),
                change.documentNumber().isBlank()
                        ? wrong.document().number()
                        : change.documentNumber().strip(),
                change.handledOn() == null ? wrong.handledOn() : change.handledOn(),
                change.correctionMade() == null ? wrong.correctionMade() : change.correctionMade());
        return Optional.of(corrections.replace(wrong, truth, caseId, actor).id());
    }

    /**
     * Finds the level of a listing anew whose records were changed.
     *
     * @param replacements the records that took the place of wrong ones; they are spent on it as those were
     * @return the level that is left, its own at most; empty where it has no ground left
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<LevelRule> settle(UUID listingId, Collection<UUID> replacements, UUID caseId, String actor) {
        var before = listings.byId(listingId);
        wrongListings.spend(listingId, replacements);
        var left = levels.of(before);
        left.filter(level -> level.rank() < before.levelRank())
                .ifPresent(level -> wrongListings.correct(listingId, caseId, level, notBorneBy(level, before), actor));
        return left;
    }

    /** The listing's measures that the lighter level does not bear by the list they were decided from. */
    private List<String> notBorneBy(LevelRule level, Listing listing) {
        var kind = subjects.get(listing.subjectId()).kind();
        var borne = listings.measuresOf(listing.id()).stream()
                .findFirst()
                .map(any -> offers.in(any.version(), level.regime(), level.level(), kind).stream()
                        .map(Measure::code)
                        .toList())
                .orElse(List.of());
        return listings.measuresOf(listing.id()).stream()
                .map(Measure::code)
                .filter(code -> !borne.contains(code))
                .toList();
    }
}
