package org.xincheng.credit.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.catalogue.Catalogue;
import org.xincheng.credit.catalogue.Measure;
import org.xincheng.law.Suspension;

/** The listings on record. */
@Component
public class Listings {

    /**
     * A listing with its case's number, the last day for its publication, its latest publication, and what has become of it since;
     * {@link #read} reads a row. The last day is the one kept last for the step: a notice on days off may have moved it since the listing
     * took effect.
     */
    static final String SELECT = """
            select l.id, l.case_id, l.subject_id, l.regime, l.effective_on, l.decision_id, l.document_date,
                   coalesce(t.due, l.publish_by) as publication_due,
                   coalesce(x.level, l.level) as level, coalesce(x.level_rank, l.level_rank) as level_rank,
                   c.number as case_number, p.published_on, p.legal_basis as publication_basis,
                   least(k.expires_on, w.withdrawn_on - 1) as consent_until,
                   stopped.froms, stopped.untils, (v.revoked_at at time zone 'Asia/Shanghai')::date as revoked_on,
                   ended.ends
            from credit.listing l
            join credit.legal_case c on c.id = l.case_id
            left join lateral (select d.due from credit.deadline d
                                where d.case_id = l.case_id and d.step = 'publication' and l.publish_by is not null
                                order by d.seq desc limit 1) t on true
            left join credit.publication p on p.listing_id = l.id
              and p.seq = (select max(seq) from credit.publication q where q.listing_id = l.id)
            left join credit.consent k on k.id = p.consent_id
            left join credit.consent_withdrawal w on w.consent_id = k.id
            left join credit.listing_revocation v on v.listing_id = l.id
            left join credit.listing_correction x on x.listing_id = l.id
              and x.seq = (select max(seq) from credit.listing_correction y where y.listing_id = l.id)
            left join lateral (
              select array_agg(cast(s.from_day as text) order by s.started_at, s.id) as froms,
                     array_agg(cast(e.until_day as text) order by s.started_at, s.id) as untils
              from credit.suspension s left join credit.suspension_end e on e.suspension_id = s.id
              where s.listing_id = l.id) stopped on true
            left join lateral (
              select array_agg(concat_ws('/', e.id, e.kind, e.case_id, e.from_day, r.from_day) order by e.ended_at, e.id) as ends
              from credit.listing_end e left join credit.listing_restoration r on r.end_id = e.id
              where e.listing_id = l.id) ended on true
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Listings(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Records a listing with the measures it brings and the records it spends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            Listing listing, int measureVersion, Collection<String> measures, Collection<UUID> records, String actor) {
        jdbc.sql("""
                        insert into credit.listing (id, case_id, subject_id, regime, level, level_rank, effective_on,
                          decision_id, document_date, publish_by, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        listing.id(),
                        listing.caseId(),
                        listing.subjectId(),
                        listing.regime(),
                        listing.level(),
                        listing.levelRank(),
                        listing.effectiveOn(),
                        listing.decisionId(),
                        listing.documentDate(),
                        listing.publishBy(),
                        OffsetDateTime.now(clock),
                        actor)
                .update();
        jdbc.sql(
                        "insert into credit.listing_measure (listing_id, measure_version, measure_code) select ?, ?, unnest(?)")
                .params(listing.id(), measureVersion, measures.toArray(String[]::new))
                .update();
        for (var record : records) {
            jdbc.sql("insert into credit.listing_record (listing_id, record_id) values (?, ?)")
                    .params(listing.id(), record)
                    .update();
        }
        events.publishEvent(new ListingChanged(listing.id()));
    }

    /**
     * Records a publication.
     *
     * @param legalBasis what it rests on, in words
     * @param consentId the consent it rests on, or null where it rests on law
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(
            UUID listingId, LocalDate on, List<String> channels, String legalBasis, UUID consentId, String actor) {
        jdbc.sql("""
                        insert into credit.publication (listing_id, seq, published_on, channels, legal_basis, consent_id, recorded_at,
                                                        recorded_by)
                        select :listing, coalesce(max(seq), 0) + 1, :on, :channels, :basis, cast(:consent as uuid), :at, :actor
                        from credit.publication where listing_id = :listing
                        """)
                .param("listing", listingId)
                .param("on", on)
                .param("channels", String.join(";", channels))
                .param("basis", legalBasis)
                .param("consent", consentId)
                .param("at", OffsetDateTime.now(clock))
                .param("actor", actor)
                .update();
        events.publishEvent(new ListingChanged(listingId));
    }

    /** The listing a case led to. */
    public Optional<Listing> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + " where l.case_id = ?")
                .param(caseId)
                .query(Listings::read)
                .optional();
    }

    /** A subject's listings, newest first. */
    public List<Listing> ofSubject(UUID subjectId) {
        return jdbc.sql(SELECT + " where l.subject_id = ? order by l.effective_on desc")
                .param(subjectId)
                .query(Listings::read)
                .list();
    }

    /** The listing with this id. */
    public Listing byId(UUID id) {
        return jdbc.sql(SELECT + " where l.id = ?")
                .param(id)
                .query(Listings::read)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no listing " + id));
    }

    /** The numbers of the determinations that led to these listings, in order. */
    public List<String> caseNumbers(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select c.number from credit.listing l join credit.legal_case c on c.id = l.case_id
                                where l.id in (:ids) order by c.number
                                """).param("ids", ids).query(String.class).list();
    }

    /** Highest rank of the listings a record was spent on, or 0 where it is unspent; a revoked listing spends nothing. */
    public int spentRank(UUID recordId) {
        return spentOn(recordId).mapToInt(Listing::levelRank).max().orElse(0);
    }

    /** Ids of the records a listing was founded on, and of those that took the place of wrong ones. */
    public List<UUID> recordsOf(UUID listingId) {
        return jdbc.sql("select record_id from credit.listing_record where listing_id = ?")
                .param(listingId)
                .query(UUID.class)
                .list();
    }

    /**
     * Highest rank of the other listings a record was spent on, or 0 where there is none.
     *
     * @param listingId the listing that does not count
     */
    public int spentRankBeside(UUID recordId, UUID listingId) {
        return spentOn(recordId)
                .filter(listing -> !listing.id().equals(listingId))
                .mapToInt(Listing::levelRank)
                .max()
                .orElse(0);
    }

    /** The listings that rest on a record, without those that were revoked: the heaviest first, the oldest of equals. */
    public List<Listing> restingOn(UUID recordId) {
        return spentOn(recordId)
                .sorted(Comparator.comparing(Listing::levelRank)
                        .reversed()
                        .thenComparing(Listing::effectiveOn)
                        .thenComparing(Listing::caseNumber))
                .toList();
    }

    /** The listings a record was spent on. They are found first: joined, the whole list would be read for one record. */
    private Stream<Listing> spentOn(UUID recordId) {
        return jdbc
                .sql(SELECT
                        + " where l.id = any(array(select listing_id from credit.listing_record where record_id = ?))")
                .param(recordId)
                .query(Listings::read)
                .list()
                .stream()
                .filter(listing -> listing.revokedOn() == null);
    }

    /** The measures a listing brings, by code and as they were decided, without those that a correction has lifted. */
    public List<Measure> measuresOf(UUID listingId) {
        return jdbc.sql("""
                        select e.* from credit.listing_measure m
                        join credit.measure e on e.version = m.measure_version and e.code = m.measure_code
                        where m.listing_id = ? and not exists (select 1 from credit.listing_measure_lift t
                          where t.listing_id = m.listing_id and t.measure_code = m.measure_code)
                        order by e.code
                        """).param(listingId).query(Catalogue::measure).list();
    }

    /** The measures that a case's correction has lifted from the listing it is about, by code. */
    public List<Measure> measuresLiftedBy(UUID caseId) {
        return jdbc.sql("""
                        select e.* from credit.listing_measure_lift t
                        join credit.listing_measure m on m.listing_id = t.listing_id and m.measure_code = t.measure_code
                        join credit.measure e on e.version = m.measure_version and e.code = m.measure_code
                        where t.case_id = ? order by e.code
                        """).param(caseId).query(Catalogue::measure).list();
    }

    /** The departments that carry out a listing's measures, or did until this case took them away, in the order of the measures. */
    public List<String> departmentsOf(UUID listingId, UUID caseId) {
        return Stream.concat(measuresOf(listingId).stream(), measuresLiftedBy(caseId).stream())
                .flatMap(measure -> measure.departmentList().stream())
                .distinct()
                .toList();
    }

    static Listing read(ResultSet rs, int row) throws SQLException {
        var basis = rs.getString("publication_basis");
        return new Listing(
                rs.getObject("id", UUID.class),
                rs.getObject("case_id", UUID.class),
                rs.getString("case_number"),
                rs.getObject("subject_id", UUID.class),
                rs.getString("regime"),
                rs.getString("level"),
                rs.getInt("level_rank"),
                rs.getObject("effective_on", LocalDate.class),
                rs.getObject("decision_id", UUID.class),
                rs.getObject("document_date", LocalDate.class),
                rs.getObject("publication_due", LocalDate.class),
                rs.getObject("published_on", LocalDate.class),
                basis == null ? "" : basis,
                rs.getObject("consent_until", LocalDate.class),
                suspensions(rs),
                rs.getObject("revoked_on", LocalDate.class),
                ends(rs));
    }

    private static List<ListingEnd> ends(ResultSet rs) throws SQLException {
        var ends = rs.getArray("ends");
        return ends == null
                ? List.of()
                : Arrays.stream((String[]) ends.getArray()).map(Listings::end).toList();
    }

    private static ListingEnd end(String row) {
        var parts = row.split("/", 5);
        return new ListingEnd(
                UUID.fromString(parts[0]),
                ListingEnd.Kind.valueOf(parts[1]),
                UUID.fromString(parts[2]),
                LocalDate.parse(parts[3]),
                parts.length > 4 ? LocalDate.parse(parts[4]) : null);
    }

    private static List<Suspension> suspensions(ResultSet rs) throws SQLException {
        var froms = rs.getArray("froms");
        if (froms == null) {
            return List.of();
        }
        var from = (String[]) froms.getArray();
        var until = (String[]) rs.getArray("untils").getArray();
        return IntStream.range(0, from.length)
                .mapToObj(i ->
                        new Suspension(LocalDate.parse(from[i]), until[i] == null ? null : LocalDate.parse(until[i])))
                .toList();
    }
}
