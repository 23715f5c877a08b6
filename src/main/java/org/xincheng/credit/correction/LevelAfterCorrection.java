package org.xincheng.credit.correction;

import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.determination.Act.LevelDetermined;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.RecordCorrections;
import org.xincheng.credit.record.Scoring;
import org.xincheng.law.LevelRule;
import org.xincheng.law.RegimeTables;

/**
 * The level a listing has once wrong records are corrected: what the regime's table gives for the records that were counted then, as they stand now, on the day
 * they were counted. A correction never makes it heavier (行政处罚法 art. 45, by analogy).
 */
@Component
class LevelAfterCorrection {

    private final Determinations determinations;
    private final Listings listings;
    private final RecordCorrections corrections;
    private final RegimeTables tables;

    LevelAfterCorrection(
            Determinations determinations, Listings listings, RecordCorrections corrections, RegimeTables tables) {
        this.determinations = determinations;
        this.listings = listings;
        this.corrections = corrections;
        this.tables = tables;
    }

    /** The level that is left, the listing's own at most; empty where the listing has no ground left. */
    Optional<LevelRule> of(Listing listing) {
        var determined = determinations
                .load(listing.caseId())
                .last(LevelDetermined.class, level -> level.level() != null)
                .orElseThrow();
        var standing = corrections.current(determined.act().records());
        var found = decide(listing, determined, standing);
        var spent = standing.stream()
                .mapToInt(record -> spentBeside(listing, record))
                .max()
                .orElse(0);
        var stands = found.filter(level -> level.rank() > spent)
                .or(() -> decide(
                        listing,
                        determined,
                        standing.stream()
                                .filter(record -> spentBeside(listing, record) == 0)
                                .toList()));
        return stands.map(
                level -> level.rank() < listing.levelRank() ? level : tables.level(listing.regime(), listing.level()));
    }

    private Optional<LevelRule> decide(
            Listing listing, Happened<LevelDetermined> determined, Collection<Record> records) {
        var window = tables.regime(listing.regime()).orElseThrow().window();
        // A new act during a term stays one as long as a record of it stands.
        var inTerm = determined.act().inputs().newActInTerm() && !records.isEmpty();
        return tables.decideLevel(
                listing.regime(),
                Scoring.inputs(window, records, determined.day()).withNewActInTerm(inTerm));
    }

    private int spentBeside(Listing listing, Record record) {
        return listings.spentRankBeside(record.id(), listing.id());
    }
}
