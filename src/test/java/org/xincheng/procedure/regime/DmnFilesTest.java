package org.xincheng.procedure.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xincheng.law.CountUnit;

/** What must hold of every table, whoever edits it. */
class DmnFilesTest {

    /** An article or item, a part of a compilation, a section or a document number; or plainly that there is none. */
    private static final String CITATION = "第[^，。；：]{1,12}[条项号]|篇[一二三四五六七八九十]|（[一二三四五六七八九十]+）|备忘录一、二|〔\\d{4}〕|无外部依据";

    private static final String DMNDI = "https://www.omg.org/spec/DMN/20191111/DMNDI/";

    static Stream<Path> files() {
        return TableFiles.paths().stream();
    }

    @Test
    void theFoldersHoldTheTablesTheReaderAsksFor() {
        assertThat(new TableFiles().keys())
                .containsExactlyInAnyOrder(
                        "regime",
                        "levelRule",
                        "level-nanning",
                        "level-mohurd",
                        "level-ws-city",
                        "level-ws-jinan",
                        "level-ws-saws",
                        "deadline",
                        "gate",
                        "documentKind",
                        "behaviourRestriction",
                        "repairEligibility",
                        "repairRoute",
                        "removalRule",
                        "upgradeRule");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void theEngineParsesIt(Path file) {
        DmnEngine engine = new DefaultDmnEngineConfiguration().buildEngine();

        assertThat(engine.parseDecisions(TableFiles.model(file)))
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.getName()).containsPattern("\\p{IsHan}");
                    assertThat(decision.isDecisionTable()).isTrue();
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void theEngineKeepsItsHistoryForTenYears(Path file) {
        assertThat(decision(TableFiles.model(file)).getCamundaHistoryTimeToLiveString())
                .isEqualTo("P3650D");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyColumnIsLabelledInChinese(Path file) {
        DecisionTable table = table(TableFiles.model(file));

        assertThat(table.getInputs())
                .allSatisfy(input -> assertThat(input.getLabel()).containsPattern("\\p{IsHan}"));
        assertThat(table.getOutputs())
                .allSatisfy(output -> assertThat(output.getLabel()).containsPattern("\\p{IsHan}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyRuleCitesItsSource(Path file) {
        assertThat(table(TableFiles.model(file)).getRules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.getDescription().getTextContent())
                        .as(rule.getId())
                        .containsPattern(CITATION));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void noCellForADocumentOrAnArticleIsBlank(Path file) {
        DecisionTable table = table(TableFiles.model(file));
        List<Output> outputs = List.copyOf(table.getOutputs());
        for (Rule rule : table.getRules()) {
            List<OutputEntry> cells = List.copyOf(rule.getOutputEntries());
            assertThat(cells).as(rule.getId()).hasSameSizeAs(outputs);
            for (int i = 0; i < cells.size(); i++) {
                if (outputs.get(i).getName().equals("document")
                        || outputs.get(i).getName().equals("article")) {
                    assertThat(cells.get(i).getText().getTextContent())
                            .as(rule.getId())
                            .matches("\"[^\"]+\"");
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void theModelerCanDrawIt(Path file) {
        DmnModelInstance model = TableFiles.model(file);
        DomElement root = model.getDocument().getRootElement();

        List<String> drawn = root.getChildElementsByNameNs(DMNDI, "DMNDI").stream()
                .flatMap(di -> di.getChildElementsByNameNs(DMNDI, "DMNDiagram").stream())
                .flatMap(diagram -> Stream.of("DMNShape", "DMNEdge")
                        .flatMap(kind -> diagram.getChildElementsByNameNs(DMNDI, kind).stream()))
                .map(shape -> shape.getAttribute("dmnElementRef"))
                .toList();

        assertThat(drawn).contains(decision(model).getId());
        assertThat(drawn)
                .allSatisfy(id -> assertThat(model.<ModelElementInstance>getModelElementById(id))
                        .as(id)
                        .isNotNull());
        assertThat(drawn).hasSize(1 + 2 * table(model).getInputs().size());
    }

    @Test
    void aSlipInACellNamesFileRowAndColumn() {
        TableRow row = new TableRow(
                "deadlines.dmn",
                "regime WS-CITY, step draft",
                Map.of("unit", "WORKDAY", "count", 1.5, "document", "  ", "active", "yes", "validFrom", "2026-02-31"));

        assertThatThrownBy(() -> row.constant("unit", CountUnit.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("deadlines.dmn, row for regime WS-CITY, step draft: column unit holds WORKDAY,"
                        + " expected one of [WORKING_DAY, DAY, MONTH, YEAR]");
        assertThatThrownBy(() -> row.whole("count")).hasMessageContaining("column count holds 1.5");
        assertThatThrownBy(() -> row.text("document")).hasMessageContaining("column document");
        assertThatThrownBy(() -> row.flag("active")).hasMessageContaining("column active holds yes");
        assertThatThrownBy(() -> row.date("validFrom")).hasMessageContaining("column validFrom holds 2026-02-31");
        assertThatThrownBy(() -> row.optionalText("count")).hasMessageContaining("expected a text in quotation marks");
        assertThatThrownBy(() -> row.whole("absent")).hasMessageContaining("column absent holds null");
    }

    private static Decision decision(DmnModelInstance model) {
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        assertThat(decisions).hasSize(1);
        return decisions.iterator().next();
    }

    private static DecisionTable table(DmnModelInstance model) {
        return model.getModelElementsByType(DecisionTable.class).iterator().next();
    }
}
