package org.xincheng.credit.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.law.LegalTime;

/** The suspensions on record: each belongs to the one case whose acceptance began it; a case stops a listing once. */
@Component
public class Suspensions {

    private static final String SELECT = """
            select s.id, s.listing_id, s.case_id, s.from_day, e.until_day
              from credit.suspension s left join credit.suspension_end e on e.suspension_id = s.id
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Suspensions(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One suspension.
     *
     * @param from the first day the clock stands
     * @param until the day it runs again, or null while it stands
     */
    public record Entry(UUID id, UUID listingId, UUID caseId, LocalDate from, LocalDate until) {}

    /** Stops measures and clock of a listing from today on, at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry begin(UUID listingId, UUID caseId, String actor) {
        var entry = new Entry(UUID.randomUUID(), listingId, caseId, LegalTime.today(clock), null);
        jdbc.sql("""
                        insert into credit.suspension (id, listing_id, case_id, from_day, started_at, started_by)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(entry.id(), listingId, caseId, entry.from(), OffsetDateTime.now(clock), actor)
                .update();
        events.publishEvent(new ListingChanged(listingId));
        return entry;
    }

    /** Ends a suspension: measures are in force again and the clock runs again, today included. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Entry running, String actor) {
        jdbc.sql("insert into credit.suspension_end (suspension_id, until_day, ended_at, ended_by) values (?, ?, ?, ?)")
                .params(running.id(), LegalTime.today(clock), OffsetDateTime.now(clock), actor)
                .update();
        events.publishEvent(new ListingChanged(running.listingId()));
    }

    /** The suspension of a listing that a case began. */
    public Optional<Entry> of(UUID caseId, UUID listingId) {
        return jdbc.sql(SELECT + " where s.case_id = ? and s.listing_id = ?")
                .params(caseId, listingId)
                .query(Suspensions::read)
                .optional();
    }

    /** All suspensions that a case began. */
    public List<Entry> begunBy(UUID caseId) {
        return jdbc.sql(SELECT + " where s.case_id = ? order by s.started_at, s.id")
                .param(caseId)
                .query(Suspensions::read)
                .list();
    }

    /** All suspensions of a listing, in the order in which cases were accepted. */
    public List<Entry> ofListing(UUID listingId) {
        return jdbc.sql(SELECT + " where s.listing_id = ? order by s.started_at, s.id")
                .param(listingId)
                .query(Suspensions::read)
                .list();
    }

    private static Entry read(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("listing_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class));
    }
}
