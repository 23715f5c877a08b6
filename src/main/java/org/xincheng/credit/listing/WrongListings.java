package org.xincheng.credit.listing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.law.LevelRule;

/** What becomes of listings that were found wrong: revoked as void from their beginning, or corrected to a lighter level. */
@Component
public class WrongListings {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WrongListings(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Revokes a listing: it never was in force. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(UUID listingId, UUID caseId, String actor) {
        jdbc.sql(
                        "insert into credit.listing_revocation (listing_id, case_id, revoked_at, revoked_by) values (?, ?, ?, ?)")
                .params(listingId, caseId, OffsetDateTime.now(clock), actor)
                .update();
        events.publishEvent(new ListingChanged(listingId));
    }

    /**
     * Moves a listing to a lighter level.
     *
     * @param lifted codes of the measures that the lighter level does not bear
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(UUID listingId, UUID caseId, LevelRule level, Collection<String> lifted, String actor) {
        jdbc.sql("""
                        insert into credit.listing_correction (listing_id, seq, case_id, level, level_rank, corrected_at, corrected_by)
                        select :listing, coalesce(max(seq), 0) + 1, :case, :level, :rank, :at, :actor
                        from credit.listing_correction where listing_id = :listing
                        """)
                .param("listing", listingId)
                .param("case", caseId)
                .param("level", level.level())
                .param("rank", level.rank())
                .param("at", OffsetDateTime.now(clock))
                .param("actor", actor)
                .update();
        for (var code : lifted) {
            jdbc.sql(
                            "insert into credit.listing_measure_lift (listing_id, measure_code, case_id, lifted_at) values (?, ?, ?, ?)")
                    .params(listingId, code, caseId, OffsetDateTime.now(clock))
                    .update();
        }
        events.publishEvent(new ListingChanged(listingId));
    }

    /** Records that take the place of corrected ones are spent on the listing as those were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void spend(UUID listingId, Collection<UUID> replacements) {
        for (var record : replacements) {
            jdbc.sql("insert into credit.listing_record (listing_id, record_id) values (?, ?)")
                    .params(listingId, record)
                    .update();
        }
    }
}
