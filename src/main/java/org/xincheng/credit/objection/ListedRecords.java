package org.xincheng.credit.objection;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.RecordCorrections;

/** The records a listing rests on as they stand today: corrected ones replaced, withdrawn ones gone. */
@Component
class ListedRecords {

    private final Listings listings;
    private final RecordCorrections corrections;

    ListedRecords(Listings listings, RecordCorrections corrections) {
        this.listings = listings;
        this.corrections = corrections;
    }

    List<Record> of(UUID listingId) {
        return corrections.current(listings.recordsOf(listingId));
    }
}
