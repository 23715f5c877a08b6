package org.xincheng.procedure.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Expected rows written out in a test: one line per rule, cells between bars, the rule's id without {@code rule_} first.
 */
final class Expected {

    private Expected() {}

    static Stream<Arguments> rows(String table, int columns) {
        return cells(table).map(cells -> {
            assertThat(cells).as("cells of %s", cells[0]).hasSize(columns);
            return Arguments.of((Object[]) cells);
        });
    }

    static List<String> ruleIds(String table) {
        return cells(table).map(cells -> "rule_" + cells[0]).toList();
    }

    private static Stream<String[]> cells(String table) {
        return table.lines()
                .filter(line -> !line.isBlank())
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new));
    }
}
