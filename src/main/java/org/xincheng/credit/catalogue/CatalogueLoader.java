package org.xincheng.credit.catalogue;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.Refusal;
import org.xincheng.law.Gate;
import org.xincheng.law.RegimeTables;

/**
 * Loads the catalogue files of the classpath into the store. The same file is loaded once; a changed one becomes the
 * next version, in force from the day of loading. The first version counts as in force from 2016-01-01, so that older
 * cases find it.
 */
@Service
class CatalogueLoader implements SmartInitializingSingleton {

    static final String BEHAVIOURS_FILE = "catalogue/behaviours.csv";
    static final String MEASURES_FILE = "catalogue/measures.csv";

    private static final LocalDate FIRST_VERSION_FROM = LocalDate.of(2016, 1, 1);
    private static final String ACTOR = "system";

    private final Catalogue catalogue;
    private final JdbcTemplate jdbc;
    private final RegimeTables tables;
    private final AuditLog audit;
    private final Clock clock;

    CatalogueLoader(Catalogue catalogue, JdbcTemplate jdbc, RegimeTables tables, AuditLog audit, Clock clock) {
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.tables = tables;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Loads both files of the classpath where they are new or changed: at start, once the tables of the law are
     * deployed and before the first request.
     */
    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        load(CatalogueFile.read(BEHAVIOURS_FILE), CatalogueFile.read(MEASURES_FILE));
    }

    /** Loads these files where they are new or changed, all rows or none. */
    @Transactional
    public void load(CatalogueFile behaviours, CatalogueFile measures) {
        // Two instances may start at once.
        jdbc.queryForList("select pg_advisory_xact_lock(hashtextextended('catalogue', 1))");
        loadBehaviours(behaviours);
        loadMeasures(measures);
    }

    private void loadBehaviours(CatalogueFile file) {
        Optional<CatalogueVersion> latest = catalogue.latest(Catalogue.BEHAVIOURS);
        int version = latest.map(CatalogueVersion::version).orElse(0);
        if (latest.filter(known -> known.sha256().equals(file.sha256())).isPresent()) {
            return;
        }
        List<Behaviour> rows = file.rows().stream()
                .map(row -> behaviour(row, version + 1))
                .sorted(Comparator.comparing(Behaviour::code))
                .toList();
        insertVersion(Catalogue.BEHAVIOURS, version + 1, file);
        jdbc.batchUpdate("""
                insert into credit.behaviour (version, code, regime, list, section, behaviour_zh, points, conditions_zh, source)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, 100, (statement, row) -> {
            statement.setInt(1, row.version());
            statement.setString(2, row.code());
            statement.setString(3, row.regime());
            statement.setString(4, row.list());
            statement.setString(5, row.section());
            statement.setString(6, row.textZh());
            statement.setObject(7, row.points(), Types.INTEGER);
            statement.setString(8, row.conditionsZh());
            statement.setString(9, row.source());
        });
    }

    private void loadMeasures(CatalogueFile file) {
        CitedDocuments documents = CitedDocuments.load();
        Gate noPrivateDuty = tables.gate("noPrivateDuty");
        Gate citedLaw = tables.gate("citedLaw");
        Optional<CatalogueVersion> latest = catalogue.latest(Catalogue.MEASURES);
        int version = latest.map(CatalogueVersion::version).orElse(0);
        List<Measure> rows = file.rows().stream()
                .map(row -> classified(entry(row, version + 1), documents, noPrivateDuty, citedLaw))
                .sorted(Comparator.comparing(Measure::code))
                .toList();
        // The same file may bind differently once a gate or a document's rank has changed: that too is a new version.
        if (latest.filter(known -> known.sha256().equals(file.sha256())).isPresent() && sameEntries(version, rows)) {
            return;
        }
        insertVersion(Catalogue.MEASURES, version + 1, file);
        jdbc.batchUpdate("""
                insert into credit.measure (version, code, regime, measure_zh, kind, constraint_type, subject_kind, departments,
                                            legal_basis, source, reference_only, reference_reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, 100, (statement, row) -> {
            statement.setInt(1, row.version());
            statement.setString(2, row.code());
            statement.setString(3, row.regime());
            statement.setString(4, row.textZh());
            statement.setString(5, row.kind());
            statement.setString(6, row.constraintType());
            statement.setString(7, row.subjectKind());
            statement.setString(8, row.departments());
            statement.setString(9, row.legalBasis());
            statement.setString(10, row.source());
            statement.setBoolean(11, row.referenceOnly());
            statement.setString(12, row.referenceReason());
        });
    }

    private boolean sameEntries(int version, List<Measure> rows) {
        return catalogue.measures(version).stream()
                .sorted(Comparator.comparing(Measure::code))
                .map(CatalogueLoader::binding)
                .toList()
                .equals(rows.stream().map(CatalogueLoader::binding).toList());
    }

    private static String binding(Measure measure) {
        return measure.code() + " " + measure.referenceOnly() + " " + measure.referenceReason();
    }

    private void insertVersion(String name, int version, CatalogueFile file) {
        LocalDate today = LocalDate.now(clock);
        jdbc.update(
                """
                insert into credit.catalogue_version (catalogue, version, label, source, sha256, effective_from, loaded_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                name,
                version,
                "第" + version + "版（" + today.format(DateTimeFormatter.ofPattern("yyyy-MM")) + "）",
                file.path(),
                file.sha256(),
                version == 1 ? FIRST_VERSION_FROM : today,
                OffsetDateTime.now(clock));
        audit.command(ACTOR, "catalogue.load", name + " " + version, file.rows().size() + " rows");
    }

    private static Behaviour behaviour(CSVRecord row, int version) {
        String points = row.get("points");
        return new Behaviour(
                version,
                row.get("code"),
                row.get("regime"),
                row.get("list"),
                row.get("section"),
                row.get("behaviour_zh"),
                points.isEmpty() ? null : Integer.valueOf(points),
                row.get("conditions_zh"),
                row.get("source"));
    }

    private static Measure entry(CSVRecord row, int version) {
        return new Measure(
                version,
                row.get("code"),
                row.get("regime"),
                row.get("measure_zh"),
                row.get("kind"),
                row.get("constraint_type"),
                row.get("subject_kind"),
                row.get("implementing_departments"),
                row.get("legal_basis"),
                row.get("source"),
                false,
                "");
    }

    private static Measure classified(Measure entry, CitedDocuments documents, Gate noPrivateDuty, Gate citedLaw) {
        return MeasureBindsNoPrivateBody.check(entry, noPrivateDuty)
                .or(() -> MeasureBindsOnlyByCitedLaw.check(entry, documents, citedLaw))
                .map(refusal -> asReference(entry, refusal))
                .orElse(entry);
    }

    private static Measure asReference(Measure entry, Refusal why) {
        return new Measure(
                entry.version(),
                entry.code(),
                entry.regime(),
                entry.textZh(),
                entry.kind(),
                entry.constraintType(),
                entry.subjectKind(),
                entry.departments(),
                entry.legalBasis(),
                entry.source(),
                true,
                why.sentence());
    }
}
