package org.xincheng.credit.correction;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.RecordCorrections;

/** The records a listing rests on as they stand today: corrected ones replaced, withdrawn ones gone. */
@Component
public class ListedRecords {

    private final Listings listings;
    private final RecordCorrections corrections;

    ListedRecords(Listings listings, RecordCorrections corrections) {
        this.listings = listings;
        this.corrections = corrections;
    }

    /** Those of one listing. */
    public List<Record> of(UUID listingId) {
        return corrections.current(listings.recordsOf(listingId));
    }
}
