package org.xincheng.credit.listing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Scoring;
import org.xincheng.law.LegalTime;
import org.xincheng.law.Regime.ScoringWindow;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.UpgradeRule;

/** What a new act does to the terms that are running, and what becomes of a lighter listing when a heavier one takes effect ({@code processes/term/upgrade.dmn}). */
@Component
public class RunningTerms {

    private final Listings listings;
    private final ListingClock listingClock;
    private final ListingEnds ends;
    private final RegimeTables tables;
    private final Clock clock;

    RunningTerms(Listings listings, ListingClock listingClock, ListingEnds ends, RegimeTables tables, Clock clock) {
        this.listings = listings;
        this.listingClock = listingClock;
        this.ends = ends;
        this.tables = tables;
        this.clock = clock;
    }

    /** By which rule a record makes a heavier listing of one that is in force today; empty where it makes none. */
    public Optional<UpgradeRule> upgradedBy(Listing listing, Record record) {
        return upgradedBy(listing, record, LegalTime.today(clock));
    }

    /**
     * Which of these records are new acts during a term that they make heavier. Points begin anew with each calendar year; this does not (regimes.md §C 14).
     *
     * @param unspent records of the subject that no listing rests on
     * @param day the day on which the term has to be running
     */
    public List<Record> newActsInTerm(UUID subjectId, String regime, Collection<Record> unspent, LocalDate day) {
        var running = listings.ofSubject(subjectId).stream()
                .filter(listing -> listing.regime().equals(regime))
                .toList();
        return unspent.stream()
                .filter(record -> running.stream()
                        .anyMatch(listing -> upgradedBy(listing, record, day).isPresent()))
                .toList();
    }

    /** Ends the lighter listings of the same subject under the same regime that a heavier one takes the place of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ListingEnd> endLighterThan(Listing heavier, String actor) {
        var today = LegalTime.today(clock);
        return listings.ofSubject(heavier.subjectId()).stream()
                .filter(other -> other.regime().equals(heavier.regime()) && other.levelRank() < heavier.levelRank())
                .filter(other -> listingClock.on(other, today).inForce())
                .map(other -> ends.end(other.id(), ListingEnd.Kind.UPGRADED, heavier.caseId(), actor))
                .toList();
    }

    private Optional<UpgradeRule> upgradedBy(Listing listing, Record record, LocalDate day) {
        // An act that was dealt with before the listing took effect is none during its term.
        var during = record.regime().equals(listing.regime())
                && !record.handledOn().isBefore(listing.effectiveOn())
                && listingClock.on(listing, day).inForce()
                && !Scoring.counted(ScoringWindow.NONE, List.of(record), day).isEmpty()
                && !listings.recordsOf(listing.id()).contains(record.id());
        return during
                ? tables.upgradeRule(
                        listing.regime(), listing.level(), record.item().list())
                : Optional.empty();
    }
}
