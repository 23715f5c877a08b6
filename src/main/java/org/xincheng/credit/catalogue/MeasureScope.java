package org.xincheng.credit.catalogue;

import java.util.Comparator;
import java.util.List;

/**
 * Where an entry of the measures list can be chosen: {@code catalogue/measure-scope.csv}. A row's {@code code} is an
 * entry's code, or a beginning of codes followed by a star; the longest that fits decides.
 */
final class MeasureScope {

    private static final String ANY = "*";

    /** What an entry is; steps of the procedure and headings are in the list but nobody can choose them. */
    private enum Role {
        MEASURE,
        STEP,
        HEADING
    }

    private record Row(String code, List<String> regimes, List<String> levels, Role role) {

        boolean names(Measure measure) {
            return code.endsWith(ANY)
                    ? measure.code().startsWith(code.substring(0, code.length() - 1))
                    : measure.code().equals(code);
        }

        boolean offers(Measure measure, String regime, String level) {
            // A row without regimes leaves an entry to the regime whose document lists it.
            boolean inRegime = regimes.isEmpty() ? measure.regime().equals(regime) : regimes.contains(regime);
            return role == Role.MEASURE && inRegime && (levels.isEmpty() || levels.contains(level));
        }
    }

    private final List<Row> rows;

    private MeasureScope(List<Row> rows) {
        this.rows = rows;
    }

    /** The table on the classpath. */
    static MeasureScope load() {
        return new MeasureScope(CatalogueFile.read("catalogue/measure-scope.csv").rows().stream()
                .map(row -> new Row(
                        row.get("code"),
                        Measure.split(row.get("regimes")),
                        Measure.split(row.get("levels")),
                        Role.valueOf(row.get("role"))))
                .sorted(Comparator.comparingInt((Row row) -> row.code().length())
                        .reversed())
                .toList());
    }

    /**
     * Whether a case under this regime, for this level, may choose the entry. An entry without a row is not offered.
     */
    boolean offers(Measure measure, String regime, String level) {
        return rows.stream()
                .filter(row -> row.names(measure))
                .findFirst()
                .filter(row -> row.offers(measure, regime, level))
                .isPresent();
    }
}
