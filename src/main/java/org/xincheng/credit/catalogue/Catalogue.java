package org.xincheng.credit.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads the catalogues. Behaviours are read in their latest version, measures in the version in force on a day. */
@Service
public class Catalogue {

    static final String BEHAVIOURS = "behaviours";
    static final String MEASURES = "measures";

    private static final String LATEST_BEHAVIOURS = """
            select b.* from credit.behaviour b
             where b.version = (select max(version) from credit.catalogue_version where catalogue = 'behaviours')
            """;

    private final JdbcClient jdbc;

    Catalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The item with this code in the latest version. */
    public Optional<Behaviour> behaviour(String code) {
        return jdbc.sql(LATEST_BEHAVIOURS + " and b.code = ?")
                .param(code)
                .query(Catalogue::behaviour)
                .optional();
    }

    /** All items of a regime in the latest version, categories too, by code. */
    public List<Behaviour> behaviours(String regime) {
        return jdbc.sql(LATEST_BEHAVIOURS + " and b.regime = ? order by b.code")
                .param(regime)
                .query(Catalogue::behaviour)
                .list();
    }

    /**
     * The version of the measures list in force on a day.
     *
     * @throws IllegalArgumentException where none was
     */
    public CatalogueVersion measuresListOn(LocalDate day) {
        return jdbc.sql("""
                        select * from credit.catalogue_version
                         where catalogue = 'measures' and effective_from <= ? order by version desc limit 1
                        """)
                .param(day)
                .query(Catalogue::version)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no measures list was in force on " + day));
    }

    /** The latest version of a catalogue, {@code behaviours} or {@code measures}. */
    public Optional<CatalogueVersion> latest(String catalogue) {
        return jdbc.sql("select * from credit.catalogue_version where catalogue = ? order by version desc limit 1")
                .param(catalogue)
                .query(Catalogue::version)
                .optional();
    }

    /** All entries of a version of the measures list, by code. */
    public List<Measure> measures(int version) {
        return jdbc.sql("select * from credit.measure where version = ? order by code")
                .param(version)
                .query(Catalogue::measure)
                .list();
    }

    /**
     * Entries of a version of the measures list, in the order of their codes here.
     *
     * @throws IllegalArgumentException where the version has no entry with one of the codes
     */
    public List<Measure> measures(int version, List<String> codes) {
        var found = jdbc
                .sql("select * from credit.measure where version = ? and code = any(?)")
                .params(version, codes.toArray(String[]::new))
                .query(Catalogue::measure)
                .list()
                .stream()
                .collect(Collectors.toMap(Measure::code, Function.identity()));
        return codes.stream()
                .map(code -> Optional.ofNullable(found.get(code))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "version " + version + " of the measures list has no entry " + code)))
                .toList();
    }

    /** All items of a version of the behaviour catalogue, by code. */
    List<Behaviour> behaviours(int version) {
        return jdbc.sql("select * from credit.behaviour where version = ? order by code")
                .param(version)
                .query(Catalogue::behaviour)
                .list();
    }

    private static CatalogueVersion version(ResultSet row, int n) throws SQLException {
        return new CatalogueVersion(
                row.getString("catalogue"),
                row.getInt("version"),
                row.getString("label"),
                row.getString("source"),
                row.getString("sha256"),
                row.getObject("effective_from", LocalDate.class));
    }

    private static Behaviour behaviour(ResultSet row, int n) throws SQLException {
        return new Behaviour(
                row.getInt("version"),
                row.getString("code"),
                row.getString("regime"),
                row.getString("list"),
                row.getString("section"),
                row.getString("behaviour_zh"),
                row.getObject("points", Integer.class),
                row.getString("conditions_zh"),
                row.getString("source"));
    }

    /** Reads a row of the measures list, with all its columns. */
    public static Measure measure(ResultSet row, int n) throws SQLException {
        return new Measure(
                row.getInt("version"),
                row.getString("code"),
                row.getString("regime"),
                row.getString("measure_zh"),
                row.getString("kind"),
                row.getString("constraint_type"),
                row.getString("subject_kind"),
                row.getString("departments"),
                row.getString("legal_basis"),
                row.getString("source"),
                row.getBoolean("reference_only"),
                row.getString("reference_reason"));
    }
}
