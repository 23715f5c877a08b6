package org.xincheng.procedure.regime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.xincheng.law.CountDirection;
import org.xincheng.law.CountPurpose;
import org.xincheng.law.DeadlineRule;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeStatus;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.RuleBasis;

/** Writes {@code docs/timetable.md} from the tables of {@code processes/regimes}. */
final class Timetable {

    private static final String HEAD = """
            # Timetable

            Generated from `processes/regimes/deadlines.dmn` and `regimes.dmn`; do not edit. After a change of the tables:
            `./mvnw -q test -Dtest=TimetableIsCurrentTest -Dxincheng.regenerate=true`.

            Every step of every regime under which cases can be opened. The day of the start event is not counted. A last day
            that nobody works is moved to the next working day, except that of a term. *Basis* says how firm a limit is: **law** a
            national law, also by analogy (参照); **regime** the regime's own document; **default** the documents are silent and a
            recommended value is used; **internal** a target of the office without legal consequence.
            """;

    private final TableFiles files;
    private final RegimeTables tables;

    Timetable(TableFiles files) {
        this.files = files;
        this.tables = new DmnRegimeTables(files);
    }

    /** The whole page. */
    String text() {
        List<Regime> regimes = tables.regimes().stream()
                .filter(regime -> regime.status() == RegimeStatus.EXECUTABLE)
                .toList();
        StringBuilder page = new StringBuilder(HEAD);
        page.append(
                "\n## At a glance\n\nA row of the regime's own is in bold type; – where the regime has no such step.\n\n");
        page.append(row(List.of(
                "step",
                regimes.stream().map(regime -> "`" + regime.code() + "`").collect(Collectors.joining(" | ")))));
        page.append("|---".repeat(regimes.size() + 1)).append("|\n");
        for (String step : steps()) {
            page.append(row(List.of(
                    "`" + step + "`",
                    regimes.stream()
                            .map(regime -> has(regime, step) ? atAGlance(regime.code(), step) : "–")
                            .collect(Collectors.joining(" | ")))));
        }
        regimes.forEach(regime -> append(page, regime));
        return page.toString();
    }

    private void append(StringBuilder page, Regime regime) {
        page.append("\n## `")
                .append(regime.code())
                .append("` ")
                .append(regime.title())
                .append("\n\n");
        page.append(regime.document()).append(", in force ");
        page.append(regime.validFrom() == null ? "from a day the city sets" : "from " + regime.validFrom());
        page.append(regime.validTo() == null ? "" : " to " + regime.validTo()).append(".\n\n");
        page.append("| step | 环节 | limit | runs from | basis | document | article |\n|---|---|---|---|---|---|---|\n");
        for (String step : steps().stream().filter(key -> has(regime, key)).toList()) {
            DeadlineRule rule = tables.deadline(regime.code(), step);
            page.append(row(List.of(
                    "`" + step + "`",
                    rule.stepZh(),
                    limit(rule),
                    "`" + rule.startEvent() + "` " + rule.startEventZh(),
                    basis(rule.basis()),
                    rule.document(),
                    rule.article())));
        }
    }

    /** The rows that hold for any regime answer for steps that only some regimes have. */
    private static boolean has(Regime regime, String step) {
        return switch (step) {
            case "firstDeliberation" -> regime.deliberationRounds() == 2;
            case "superiorDetermination" -> regime.superiorDetermination();
            default -> true;
        };
    }

    private String atAGlance(String regime, String step) {
        String limit = limit(tables.deadline(regime, step));
        boolean ownRow = files.lastHits().contains("rule_" + regime + "_" + step);
        return ownRow ? "**" + limit + "**" : limit;
    }

    private static String limit(DeadlineRule rule) {
        String unit = switch (rule.unit()) {
            case WORKING_DAY -> "working day";
            case DAY -> "day";
            case MONTH -> "month";
            case YEAR -> "year";
        };
        String limit = rule.count() + " " + unit + (rule.count() == 1 ? "" : "s");
        String before = rule.direction() == CountDirection.BACKWARD ? " before" : "";
        return limit + before + (rule.purpose() == CountPurpose.TERM ? " (term)" : "");
    }

    private static String basis(RuleBasis basis) {
        return switch (basis) {
            case LAW -> "law";
            case REGIME -> "regime";
            case DEFAULT -> "default";
            case INTERNAL -> "internal";
        };
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Steps in the order of the rows that hold for any regime, then those that only single regimes have. */
    private Set<String> steps() {
        DecisionTable table = TableFiles.model(TableFiles.FOLDER.resolve("deadlines.dmn"))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        int regime = column(table, "regime");
        int step = column(table, "step");
        Set<String> steps = new LinkedHashSet<>();
        table.getRules().stream()
                .filter(rule -> cell(rule, regime).isEmpty())
                .forEach(rule -> steps.add(cell(rule, step)));
        table.getRules().forEach(rule -> steps.add(cell(rule, step)));
        return steps;
    }

    private static int column(DecisionTable table, String name) {
        List<String> names = table.getInputs().stream()
                .map(Input::getInputExpression)
                .map(expression -> expression.getText().getTextContent().strip())
                .toList();
        return names.indexOf(name);
    }

    private static String cell(Rule rule, int column) {
        InputEntry entry = List.copyOf(rule.getInputEntries()).get(column);
        return entry.getTextContent().strip().replace("\"", "");
    }
}
