package org.xincheng.credit.privacy.redaction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.law.Counting;
import org.xincheng.law.Deadline;
import org.xincheng.law.DeadlineRule;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.TablesOfOneAnswer;

/**
 * Whose data is past its retention. Computed from the facts and now: every listing, case and record of a person has an end and a row
 * {@code personRetention} of its regime; the latest of all last days counts.
 */
@Service
public class RetentionDue {

    /** Rows on one page. */
    public static final int PAGE_SIZE = 20;

    private static final String STEP = "personRetention";

    private static final String NOT_CLOSED =
            "not exists (select from credit.act a where a.case_id = c.id and a.effect = 'CaseClosed')";

    /**
     * What ended, by regime: records by the day they were handled, cases by the day they were closed. The case of a listing's term ends with the listing, however
     * late the office was with what followed.
     */
    private static final String ENDS = """
            select r.regime, max(r.handled_on) as ended from credit.record r where r.subject_id = :subject group by r.regime
            union all
            select c.regime, max((a.at at time zone 'Asia/Shanghai')::date)
              from credit.legal_case c join credit.act a on a.case_id = c.id and a.effect = 'CaseClosed'
             where c.subject_id = :subject and c.procedure <> 'listing-term' group by c.regime
            """;

    /** Persons whose data may be due: no case and no redaction order open, and nothing that ended on the day or later. */
    private static final String CANDIDATES = """
            select s.id from credit.subject s
             where s.kind = 'PERSON' and s.redacted_at is null
               and not exists (select from credit.redaction_order o
                                where o.subject_id = s.id and not exists (
                                    select from credit.redaction_review v where v.order_id = o.id))
               and not exists (select from credit.record r where r.subject_id = s.id and r.handled_on >= :day)
               and not exists (select from credit.legal_case c
                                where c.subject_id = s.id and not exists (
                                    select from credit.act a where a.case_id = c.id and a.effect = 'CaseClosed'
                                       and (c.procedure = 'listing-term' or (a.at at time zone 'Asia/Shanghai')::date < :day)))
            """;

    private static final String REFERENCE = """
            select coalesce((select c.number from credit.legal_case c where c.subject_id = :subject
                              order by c.opened_at desc, c.number desc limit 1),
                            (select r.number from credit.record r where r.subject_id = :subject
                              order by r.recorded_at desc, r.number desc limit 1), '')
            """;

    private final JdbcClient jdbc;
    private final Listings listings;
    private final ListingClock listingClock;
    private final RegimeTables tables;
    private final Counting counting;
    private final Clock clock;

    RetentionDue(
            JdbcClient jdbc,
            Listings listings,
            ListingClock listingClock,
            RegimeTables tables,
            Counting counting,
            Clock clock) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.listingClock = listingClock;
        this.tables = tables;
        this.counting = counting;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param rows at most {@value #PAGE_SIZE}, the longest overdue first
     * @param total how many there are on all pages
     * @param number of this page, 1 for the first
     */
    public record Page(List<Retention> rows, int total, int number) {

        /** How many pages there are, at least 1. */
        public int pages() {
            return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        }
    }

    /** Natural persons whose data is past its retention today and whose redaction nobody has proposed yet. */
    @Transactional(readOnly = true)
    public Page page(int number) {
        var today = LegalTime.today(clock);
        var rows = new TablesOfOneAnswer(tables);
        var due = jdbc.sql(CANDIDATES).param("day", latestStartPast(rows, today)).query(UUID.class).list().stream()
                .map(subject -> of(subject, rows))
                .filter(retention -> retention.overOn(today))
                .sorted(Comparator.comparing((Retention one) -> one.until().due())
                        .thenComparing(Retention::reference))
                .toList();
        var shown =
                due.stream().skip((number - 1L) * PAGE_SIZE).limit(PAGE_SIZE).toList();
        return new Page(shown, due.size(), number);
    }

    /** How long this person's data is kept. */
    @Transactional(readOnly = true)
    public Retention of(UUID subjectId) {
        return of(subjectId, tables);
    }

    private Retention of(UUID subjectId, RegimeTables rows) {
        var today = LegalTime.today(clock);
        var reference = jdbc.sql(REFERENCE)
                .param("subject", subjectId)
                .query(String.class)
                .single();
        var open = jdbc.sql("select c.number from credit.legal_case c where c.subject_id = ? and " + NOT_CLOSED
                        + " order by c.number limit 1")
                .param(subjectId)
                .query(String.class)
                .optional()
                .orElse("");
        record End(String regime, LocalDate day) {}
        var ends = new ArrayList<>(jdbc.sql(ENDS)
                .param("subject", subjectId)
                .query((row, n) -> new End(row.getString("regime"), row.getObject("ended", LocalDate.class)))
                .list());
        var inForce = "";
        for (var listing : listings.ofSubject(subjectId)) {
            var status = listingClock.on(listing, today);
            if (status.inForce()) {
                inForce = listing.caseNumber();
            } else if (status.lastDay() != null) {
                ends.add(new End(listing.regime(), status.lastDay()));
            }
        }
        if (!open.isEmpty() || !inForce.isEmpty()) {
            return new Retention(subjectId, reference, open, inForce, null, null);
        }
        Optional<Deadline> until = ends.stream()
                .map(end -> counting.count(rows.deadline(end.regime(), STEP), end.day()))
                .max(Comparator.comparing(Deadline::due));
        var lastEnd = ends.stream().map(End::day).max(Comparator.naturalOrder());
        return new Retention(subjectId, reference, open, inForce, lastEnd.orElse(null), until.orElse(null));
    }

    /** A day on or after which nothing that ended can be past the shortest retention there is. */
    private static LocalDate latestStartPast(RegimeTables rows, LocalDate today) {
        return rows.regimes().stream()
                .map(regime -> back(rows.deadline(regime.code(), STEP), today))
                .max(Comparator.naturalOrder())
                .orElse(today);
    }

    private static LocalDate back(DeadlineRule rule, LocalDate today) {
        return switch (rule.unit()) {
            case YEAR -> today.minusYears(rule.count()).plusDays(1);
            case MONTH -> today.minusMonths(rule.count()).plusDays(1);
            case DAY, WORKING_DAY -> today.minusDays(rule.count());
        };
    }
}
