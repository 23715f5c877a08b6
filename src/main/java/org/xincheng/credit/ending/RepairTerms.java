package org.xincheng.credit.ending;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.law.LevelRule;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.RepairRoute;
import org.xincheng.law.RepairRule;

/** What the tables in {@code processes/repair/} say of a listing: from when it can be repaired, under which conditions, by whom. */
@Component
public class RepairTerms {

    private final Listings listings;
    private final RegimeTables tables;

    RepairTerms(Listings listings, RegimeTables tables) {
        this.listings = listings;
        this.tables = tables;
    }

    /**
     * What holds for repair of a listing.
     *
     * @param rule the row of the table
     * @param route who deals with it
     * @param earliest first day on which it can be asked for
     * @param repeated whether the subject was on a list of this seriousness under this regime before
     */
    public record Terms(RepairRule rule, RepairRoute route, LocalDate earliest, boolean repeated) {}

    /** What holds for this listing. */
    @Transactional(readOnly = true)
    public Terms of(Listing listing) {
        var level = tables.level(listing.regime(), listing.level());
        var repeated = wasListedBefore(listing.subjectId(), level, listing.effectiveOn());
        var rule = tables.repairRule(level, listing.publishBy() != null, repeated);
        return new Terms(
                rule,
                tables.repairRoute(level),
                rule.earliest(listing.documentDate(), listing.publishedOn()),
                repeated);
    }

    /** What will hold for a listing that is decided on a day and not published yet. */
    @Transactional(readOnly = true)
    public Terms expected(UUID subjectId, LevelRule level, boolean publicList, LocalDate documentDate, LocalDate day) {
        var repeated = wasListedBefore(subjectId, level, day);
        var rule = tables.repairRule(level, publicList, repeated);
        return new Terms(rule, tables.repairRoute(level), rule.earliest(documentDate, null), repeated);
    }

    private boolean wasListedBefore(UUID subjectId, LevelRule level, LocalDate day) {
        return listings.ofSubject(subjectId).stream()
                .filter(other -> other.revokedOn() == null && other.regime().equals(level.regime()))
                .filter(other -> other.effectiveOn().isBefore(day))
                .anyMatch(other -> tables.level(other.regime(), other.level()).seriousness() == level.seriousness());
    }
}
