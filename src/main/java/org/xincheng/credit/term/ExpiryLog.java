package org.xincheng.credit.term;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.term.ExpiryItem.Outcome;
import org.xincheng.credit.term.ExpiryRun.Certificate;
import org.xincheng.law.LegalTime;

/** The runs that follow up terms that are over: begun, what each did, and the certificate of each that came to its end. */
@Component
public class ExpiryLog {

    private static final String RUNS = """
            select r.*, i.followed_up, i.not_over, i.failed, c.finished_at, c.followed_up as certified_followed_up,
                   c.not_over as certified_not_over, c.failed as certified_failed, c.sha256
            from credit.expiry_run r
            left join credit.expiry_certificate c on c.run_id = r.id
            cross join lateral (
              select count(*) filter (where outcome = 'FOLLOWED_UP') as followed_up, count(*) filter (where outcome = 'NOT_OVER') as not_over,
                     count(*) filter (where outcome = 'FAILED') as failed
              from credit.expiry_item where run_id = r.id) i
            """;

    private static final String ITEMS = "select * from credit.expiry_item where run_id = ? ";

    private final JdbcClient jdbc;
    private final Terms terms;
    private final TermDates dates;
    private final AuditLog audit;
    private final Clock clock;

    ExpiryLog(JdbcClient jdbc, Terms terms, TermDates dates, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.dates = dates;
        this.audit = audit;
        this.clock = clock;
    }

    /** The run that has no certificate yet: it is under way, or was interrupted and has to go on. */
    @Transactional(readOnly = true)
    public Optional<ExpiryRun> unfinished() {
        return jdbc.sql(RUNS + " where c.run_id is null order by r.id limit 1")
                .query(ExpiryLog::run)
                .optional();
    }

    /**
     * Begins a run.
     *
     * @param user id of whoever began it, or {@code engine}
     * @param expected how many terms wait
     */
    @Transactional
    public ExpiryRun begin(String user, int expected) {
        long id = jdbc.sql(
                        "insert into credit.expiry_run (started_at, started_by, expected) values (?, ?, ?) returning id")
                .params(at(now()), user, expected)
                .query(Long.class)
                .single();
        audit.command(user, "term.expiry.begin", String.valueOf(id), "expected: " + expected);
        return byId(id).orElseThrow();
    }

    /** Keeps what became of a term, in the transaction in which it became so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lookedAt(long run, String caseNumber) {
        var term = terms.byNumber(caseNumber);
        var outcome = term.expired().isPresent() ? Outcome.FOLLOWED_UP : Outcome.NOT_OVER;
        var lastDay = term.expired()
                .map(TermAct.ListingExpired::lastDay)
                .orElseGet(() -> dates.expectedLastDay(term.listingId()));
        add(run, term, lastDay, outcome, "");
    }

    /** Keeps that a term could not be followed up, after its transaction was taken back. */
    @Transactional
    public void failed(long run, String caseNumber, String fault) {
        var term = terms.byNumber(caseNumber);
        add(run, term, dates.expectedLastDay(term.listingId()), Outcome.FAILED, fault);
    }

    private void add(long run, Term term, LocalDate lastDay, Outcome outcome, String detail) {
        jdbc.sql("""
                        insert into credit.expiry_item (run_id, seq, listing_id, case_number, regime, last_day, outcome, detail, at)
                        select :run, coalesce(max(seq), 0) + 1, :listing, :number, :regime, :lastDay, :outcome, :detail, :at
                        from credit.expiry_item where run_id = :run
                        """)
                .param("run", run)
                .param("listing", term.listingId())
                .param("number", term.legalCase().number())
                .param("regime", term.legalCase().regime())
                .param("lastDay", lastDay)
                .param("outcome", outcome.name())
                .param("detail", detail)
                .param("at", at(now()))
                .update();
    }

    /** Ends a run: counts, and vouches for its list by a hash. */
    @Transactional
    public ExpiryRun certify(long id) {
        var run = byId(id).orElseThrow();
        jdbc.sql("""
                        insert into credit.expiry_certificate (run_id, finished_at, followed_up, not_over, failed, sha256)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, at(now()), run.followedUp(), run.notOver(), run.failed(), hash(id))
                .update();
        audit.command(
                run.startedBy(),
                "term.expiry.finish",
                String.valueOf(id),
                "followed up: %d, not over: %d, failed: %d".formatted(run.followedUp(), run.notOver(), run.failed()));
        return byId(id).orElseThrow();
    }

    /** The run with this number. */
    @Transactional(readOnly = true)
    public Optional<ExpiryRun> byId(long id) {
        return jdbc.sql(RUNS + " where r.id = ?")
                .param(id)
                .query(ExpiryLog::run)
                .optional();
    }

    /** The latest runs, newest first. */
    @Transactional(readOnly = true)
    public List<ExpiryRun> latest(int limit) {
        return jdbc.sql(RUNS + " order by r.id desc limit ?")
                .param(limit)
                .query(ExpiryLog::run)
                .list();
    }

    /** A page of a run's items in their order, only those of one outcome where one is named. */
    @Transactional(readOnly = true)
    public List<ExpiryItem> items(long run, Optional<Outcome> outcome, int limit, int offset) {
        return jdbc.sql(ITEMS + " and (cast(? as text) is null or outcome = ?) order by seq limit ? offset ?")
                .params(
                        run,
                        outcome.map(Enum::name).orElse(null),
                        outcome.map(Enum::name).orElse(null),
                        limit,
                        offset)
                .query(ExpiryLog::item)
                .list();
    }

    /**
     * Writes the list that the certificate vouches for: a head line and one line for each item, each ended by a line feed, in UTF-8. {@code sha256sum} of what is
     * written gives the certificate's hash.
     */
    @Transactional(readOnly = true)
    public void write(long run, Consumer<String> lines) {
        lines.accept(String.join(",", ExpiryItem.COLUMNS) + "\n");
        try (var items = jdbc.sql(ITEMS + " order by seq").param(run).query(ExpiryLog::item).stream()) {
            items.forEach(item -> lines.accept(item.line() + "\n"));
        }
    }

    /** The hash of a run's list as it is kept now; of a finished run, the certificate's, unless somebody has touched either. */
    @Transactional(readOnly = true)
    public String hash(long run) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            write(run, line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static ExpiryRun run(ResultSet row, int n) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new ExpiryRun(
                row.getLong("id"),
                instant(row, "started_at"),
                row.getString("started_by"),
                row.getInt("expected"),
                row.getInt("followed_up"),
                row.getInt("not_over"),
                row.getInt("failed"),
                finished == null
                        ? Optional.empty()
                        : Optional.of(new Certificate(
                                finished.toInstant(),
                                row.getInt("certified_followed_up"),
                                row.getInt("certified_not_over"),
                                row.getInt("certified_failed"),
                                row.getString("sha256"))));
    }

    private static ExpiryItem item(ResultSet row, int n) throws SQLException {
        return new ExpiryItem(
                row.getInt("seq"),
                row.getObject("listing_id", UUID.class),
                row.getString("case_number"),
                row.getString("regime"),
                row.getObject("last_day", LocalDate.class),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("detail"),
                instant(row, "at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** As the database keeps it: a hash over it must come out the same when it is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, LegalTime.ZONE);
    }
}
