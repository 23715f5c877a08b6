package org.xincheng.credit.term;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.law.LegalTime;

/** The reports of the nightly reconciliation, and which listings it has to compare. */
@Component
public class ReconciliationLog {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    ReconciliationLog(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What can be found. */
    public enum Kind {
        /** A listing in force had no case of its term. */
        NO_TERM,
        /** A term had no process instance. */
        NO_INSTANCE,
        /** An instance had no open term behind it, or was the second of one. */
        STRAY_INSTANCE,
        /** The term of a listing that had ended early was open. */
        ENDED_EARLY,
        /** A timer was missing. */
        NO_TIMER,
        /** A timer would have rung at another instant. */
        WRONG_TIMER,
        /** It could not be put right; the system's own log says why. */
        FAILED
    }

    /**
     * One finding.
     *
     * @param listingId the listing, or null where none is known
     * @param caseNumber number of the term, or of the determination where there is no term yet
     * @param detail what was wrong and what was done, in one sentence without personal data
     */
    public record Finding(UUID listingId, String caseNumber, Kind kind, String detail) {}

    /**
     * One run.
     *
     * @param listings how many listings were compared
     * @param instances how many process instances were compared
     * @param findings what was found
     * @param by who asked for it
     */
    public record Run(
            long id,
            Instant startedAt,
            Instant finishedAt,
            int listings,
            int instances,
            List<Finding> findings,
            String by) {

        /** Copies the list. */
        public Run {
            findings = List.copyOf(findings);
        }
    }

    /** The present instant. */
    public Instant now() {
        return clock.instant();
    }

    /** Listings with an open term, and those that stand and whose term nobody has found to be over; a few of these are over and have no term to open. */
    @Transactional(readOnly = true)
    public List<UUID> listingsToCompare() {
        return jdbc.sql("""
                        select l.id from credit.listing l
                        where exists (select from credit.legal_case c
                                       where c.about = l.case_id and c.procedure = 'listing-term'
                                         and not exists (select from credit.act a where a.case_id = c.id and a.effect = 'CaseClosed'))
                           or (not exists (select from credit.listing_revocation v where v.listing_id = l.id)
                               and not exists (select from credit.listing_end e
                                                left join credit.listing_restoration r on r.end_id = e.id
                                               where e.listing_id = l.id and r.end_id is null)
                               and not exists (select from credit.legal_case c
                                                join credit.act a on a.case_id = c.id and a.effect = 'ListingExpired'
                                               where c.about = l.case_id and c.procedure = 'listing-term'))
                        order by l.recorded_at, l.id
                        """).query(UUID.class).list();
    }

    /** Keeps the report of a run that ends now. */
    @Transactional
    public Run keep(Instant started, int listings, int instances, List<Finding> findings, String user) {
        var finished = clock.instant();
        long id = jdbc.sql("""
                        insert into credit.reconciliation (started_at, finished_at, listings, instances, findings, run_by)
                        values (?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(at(started), at(finished), listings, instances, findings.size(), user)
                .query(Long.class)
                .single();
        for (int i = 0; i < findings.size(); i++) {
            var found = findings.get(i);
            jdbc.sql("""
                            insert into credit.reconciliation_finding (run_id, seq, listing_id, case_number, kind, detail)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            i + 1,
                            found.listingId(),
                            found.caseNumber(),
                            found.kind().name(),
                            found.detail())
                    .update();
        }
        audit.command(user, "term.reconcile", String.valueOf(id), "findings: " + findings.size());
        return new Run(id, started, finished, listings, instances, findings, user);
    }

    /** The latest reports, newest first. */
    @Transactional(readOnly = true)
    public List<Run> latest(int limit) {
        return jdbc.sql("select * from credit.reconciliation order by id desc limit ?")
                .param(limit)
                .query(this::read)
                .list();
    }

    private Run read(ResultSet row, int n) throws SQLException {
        long id = row.getLong("id");
        var findings = jdbc.sql("select * from credit.reconciliation_finding where run_id = ? order by seq")
                .param(id)
                .query((found, seq) -> new Finding(
                        found.getObject("listing_id", UUID.class),
                        found.getString("case_number"),
                        Kind.valueOf(found.getString("kind")),
                        found.getString("detail")))
                .list();
        return new Run(
                id,
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("finished_at", OffsetDateTime.class).toInstant(),
                row.getInt("listings"),
                row.getInt("instances"),
                findings,
                row.getString("run_by"));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, LegalTime.ZONE);
    }
}
