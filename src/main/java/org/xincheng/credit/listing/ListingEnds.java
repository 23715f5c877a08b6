package org.xincheng.credit.listing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.law.LegalTime;

/** The ends of listings before their terms are over, and their restoration where a repair rested on false material. */
@Component
public class ListingEnds {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ListingEnds(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Ends a listing today: from this transaction's commit on it is on no page, in no search and in no answer as one in force (DESIGN §6, 11).
     *
     * @param caseId the case that ends it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ListingEnd end(UUID listingId, ListingEnd.Kind kind, UUID caseId, String actor) {
        var end = new ListingEnd(UUID.randomUUID(), kind, caseId, LegalTime.today(clock), null);
        jdbc.sql("""
                        insert into credit.listing_end (id, listing_id, kind, case_id, from_day, ended_at, ended_by)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(end.id(), listingId, kind.name(), caseId, end.from(), OffsetDateTime.now(clock), actor)
                .update();
        events.publishEvent(new ListingChanged(listingId));
        return end;
    }

    /**
     * Restores a listing from today on, for what is left of its term; where nothing is left it stays over.
     *
     * @param caseId the case that revoked the repair
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void restore(UUID listingId, ListingEnd end, UUID caseId, String actor) {
        jdbc.sql("""
                        insert into credit.listing_restoration (end_id, case_id, from_day, restored_at, restored_by)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(end.id(), caseId, LegalTime.today(clock), OffsetDateTime.now(clock), actor)
                .update();
        events.publishEvent(new ListingChanged(listingId));
    }

    /** The listing that a case has ended. */
    public Optional<UUID> listingEndedBy(UUID caseId) {
        return jdbc.sql("select listing_id from credit.listing_end where case_id = ?")
                .param(caseId)
                .query(UUID.class)
                .optional();
    }
}
