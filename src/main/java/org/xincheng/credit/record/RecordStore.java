package org.xincheng.credit.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.catalogue.Behaviour;
import org.xincheng.credit.record.RecordSearch.Doubt;
import org.xincheng.credit.record.RecordSearch.Page;
import org.xincheng.credit.record.RecordSearch.Row;
import org.xincheng.credit.record.RecordSearch.State;
import org.xincheng.credit.subject.SubjectRows;

/** The table {@code credit.record}: rows are added and read, nothing else. */
@Repository
class RecordStore {

    private static final String COLUMNS = """
            r.*, b.regime as item_regime, b.list, b.section, b.behaviour_zh, b.points as item_points, b.conditions_zh,
            b.source
            """;

    private static final String FROM = """
             from credit.record r
             join credit.behaviour b on b.version = r.behaviour_version and b.code = r.behaviour_code
            """;

    private static final String WITH_SUBJECT =
            " join credit.subject s on s.id = r.subject_id " + SubjectRows.LATEST_PROFILE;

    private static final String SPENT = "exists (select 1 from credit.listing_record l where l.record_id = r.id)";

    private static final String DOUBT = """
            case when exists (select 1 from credit.record_correction k where k.record_id = r.id and k.replacement_id is not null)
                   then 'CORRECTED'
                 when exists (select 1 from credit.record_correction k where k.record_id = r.id) then 'WITHDRAWN'
                 when exists (select 1 from credit.record_verification v where v.record_id = r.id
                   and not exists (select 1 from credit.record_verification_end e where e.case_id = v.case_id))
                   then 'VERIFIED' end
            """;

    private static final String FITS = """
             where (:text = '' or r.number = upper(:text) or s.identifier_mark = :mark or p.name ilike :part)
               and (:regime = '' or r.regime = :regime)
               and (:state = '' or (:state = 'SPENT') =
            """ + SPENT + ") and (:everything or r.document_issuer = any(:units))";

    private final JdbcClient jdbc;
    private final SubjectRows subjects;

    RecordStore(JdbcClient jdbc, SubjectRows subjects) {
        this.jdbc = jdbc;
        this.subjects = subjects;
    }

    // The application's role has no UPDATE, hence no row locks; the same record may be handed in twice at once.
    void lock(String fingerprint) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 2))")
                .param(fingerprint)
                .query((row, n) -> n)
                .single();
    }

    String nextNumber(int year) {
        long sequence = jdbc.sql("select nextval('credit.record_number')")
                .query(Long.class)
                .single();
        return String.format(Locale.ROOT, "SX-%d-%06d", year, sequence);
    }

    void insert(Record record, String fingerprint) {
        jdbc.sql("""
                        insert into credit.record (id, number, subject_id, regime, behaviour_version, behaviour_code, fact, evidence,
                            document_kind, document_number, document_issuer, issuer_level, document_date, document_effective_on,
                            handled_on, severity, points, correction_ordered, correction_made, fingerprint, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        record.id(),
                        record.number(),
                        record.subjectId(),
                        record.regime(),
                        record.item().version(),
                        record.item().code(),
                        record.fact(),
                        record.evidence(),
                        record.document().kind(),
                        record.document().number(),
                        record.document().issuer(),
                        record.document().issuerLevel().name(),
                        record.document().date(),
                        record.document().effectiveOn(),
                        record.handledOn(),
                        record.severity().name(),
                        record.points(),
                        record.correctionOrdered(),
                        record.correctionMade(),
                        fingerprint,
                        record.recordedAt().atOffset(ZoneOffset.UTC),
                        record.recordedBy())
                .update();
    }

    Optional<Record> byFingerprint(String fingerprint) {
        return jdbc.sql("select " + COLUMNS + FROM + " where r.fingerprint = ?")
                .param(fingerprint)
                .query(RecordStore::record)
                .optional();
    }

    Optional<Record> byNumber(String number) {
        return jdbc.sql("select " + COLUMNS + FROM + " where r.number = ?")
                .param(number)
                .query(RecordStore::record)
                .optional();
    }

    List<Record> byIds(Collection<UUID> ids) {
        return jdbc.sql("select " + COLUMNS + FROM + " where r.id in (:ids) order by r.handled_on, r.number")
                .param("ids", ids)
                .query(RecordStore::record)
                .list();
    }

    List<Record> handledBetween(UUID subjectId, String regime, LocalDate from, LocalDate to) {
        return jdbc.sql("select " + COLUMNS + FROM
                        + " where r.subject_id = ? and r.regime = ? and r.handled_on between ? and ?"
                        + " and not exists (select 1 from credit.record_correction c where c.record_id = r.id)"
                        + " order by r.handled_on, r.number")
                .params(subjectId, regime, from, to)
                .query(RecordStore::record)
                .list();
    }

    Page search(RecordSearch search, Sight sight) {
        long total = fitting("select count(*)" + FROM + WITH_SUBJECT + FITS, search, sight)
                .query(Long.class)
                .single();
        String columns = COLUMNS + "," + SubjectRows.COLUMNS + ", " + SPENT + " as spent, " + DOUBT + " as doubt";
        List<Row> rows = fitting(
                        "select " + columns + FROM + WITH_SUBJECT + FITS
                                + " order by r.recorded_at desc, r.number desc limit :size offset :skip",
                        search,
                        sight)
                .param("size", RecordSearch.PAGE_SIZE)
                .param("skip", (search.page() - 1) * RecordSearch.PAGE_SIZE)
                .query(this::row)
                .list();
        return new Page(rows, total, search.page());
    }

    private JdbcClient.StatementSpec fitting(String sql, RecordSearch search, Sight sight) {
        return jdbc.sql(sql)
                .param("everything", sight.everything())
                .param("units", sight.unitArray())
                .param("text", search.text())
                .param("mark", subjects.mark(search.text()))
                .param("part", "%" + search.text().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("regime", search.regime())
                .param("state", search.state() == null ? "" : search.state().name());
    }

    private Row row(ResultSet row, int n) throws SQLException {
        var doubt = row.getString("doubt");
        return new Row(
                record(row, n),
                subjects.map(row),
                row.getBoolean("spent") ? State.SPENT : State.UNSPENT,
                doubt == null ? null : Doubt.valueOf(doubt));
    }

    private static Record record(ResultSet row, int n) throws SQLException {
        return new Record(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("subject_id", UUID.class),
                row.getString("regime"),
                item(row),
                row.getString("fact"),
                row.getString("evidence"),
                new LegalDocument(
                        row.getString("document_kind"),
                        row.getString("document_number"),
                        row.getString("document_issuer"),
                        AuthorityLevel.valueOf(row.getString("issuer_level")),
                        row.getObject("document_date", LocalDate.class),
                        row.getObject("document_effective_on", LocalDate.class)),
                row.getObject("handled_on", LocalDate.class),
                Severity.valueOf(row.getString("severity")),
                row.getInt("points"),
                row.getBoolean("correction_ordered"),
                row.getBoolean("correction_made"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }

    private static Behaviour item(ResultSet row) throws SQLException {
        return new Behaviour(
                row.getInt("behaviour_version"),
                row.getString("behaviour_code"),
                row.getString("item_regime"),
                row.getString("list"),
                row.getString("section"),
                row.getString("behaviour_zh"),
                row.getObject("item_points", Integer.class),
                row.getString("conditions_zh"),
                row.getString("source"));
    }
}
