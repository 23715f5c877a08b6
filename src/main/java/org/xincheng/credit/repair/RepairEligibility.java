package org.xincheng.credit.repair;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.ending.RepairTerms;
import org.xincheng.credit.ending.RepairTerms.Terms;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** Whether repair of a listing can be asked for, and from which day; a function of the listing's facts and the tables ({@code processes/repair/}). */
@Component
public class RepairEligibility {

    private final Listings listings;
    private final ListingClock listingClock;
    private final Records records;
    private final RepairTerms repairTerms;
    private final RegimeTables tables;
    private final Clock clock;

    RepairEligibility(
            Listings listings,
            ListingClock listingClock,
            Records records,
            RepairTerms repairTerms,
            RegimeTables tables,
            Clock clock) {
        this.listings = listings;
        this.listingClock = listingClock;
        this.records = records;
        this.repairTerms = repairTerms;
        this.tables = tables;
        this.clock = clock;
    }

    /** What holds for repair of this listing. */
    @Transactional(readOnly = true)
    public Terms terms(Listing listing) {
        return repairTerms.of(listing);
    }

    /** Why repair of this listing cannot be asked for by an application received on a day; empty where it can. */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacle(Listing listing, LocalDate receivedOn) {
        var terms = terms(listing);
        return theListingIsInForce(listing)
                .or(() -> theMinimumPeriodIsOver(terms, receivedOn))
                .or(() -> noRecordCameInSince(listing, terms));
    }

    /** What has ended needs no repair. */
    private Optional<Refusal> theListingIsInForce(Listing listing) {
        return listingClock.now(listing).inForce()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "theListingIsInForce",
                        tables.gate("repairAccepted"),
                        "该列入不在有效期内，不需要修复",
                        "The listing is not in force."));
    }

    /** Repair can be asked for once the shortest public period is over (信用修复管理办法; MOHURD art. 15, capped). */
    private Optional<Refusal> theMinimumPeriodIsOver(Terms terms, LocalDate receivedOn) {
        return receivedOn.isBefore(terms.earliest())
                ? Optional.of(new Refusal(
                        "theMinimumPeriodIsOver",
                        "最短公示期未满，最早可以自" + terms.earliest() + "起申请修复",
                        "The shortest public period is not over.",
                        terms.rule().document(),
                        terms.rule().article()))
                : Optional.empty();
    }

    /** No new record since the listing, where the regime wants it (NANNING art. 16). */
    private Optional<Refusal> noRecordCameInSince(Listing listing, Terms terms) {
        if (!terms.rule().noNewRecord()) {
            return Optional.empty();
        }
        var founding = listings.recordsOf(listing.id());
        return records
                .handledBetween(listing.subjectId(), listing.regime(), listing.effectiveOn(), LegalTime.today(clock))
                .stream()
                .filter(record -> !founding.contains(record.id()))
                .findFirst()
                .map(record -> newRecord(record, terms));
    }

    private Refusal newRecord(Record record, Terms terms) {
        return new Refusal(
                "noRecordCameInSince",
                "列入期间新增不良记录" + record.number() + "，不符合修复条件",
                "A record came in since the listing.",
                terms.rule().document(),
                terms.rule().article());
    }
}
