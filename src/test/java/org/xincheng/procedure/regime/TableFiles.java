package org.xincheng.procedure.regime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * The tables of {@code processes/} as files, evaluated by the engine's own decision engine without a process
 * engine around it. Remembers which rules answered last.
 */
final class TableFiles implements TableEvaluator {

    static final Path FOLDER = Path.of("processes", "regimes");

    private final Map<String, DmnDecision> decisions = new HashMap<>();
    private final Map<String, Path> files = new HashMap<>();
    private final Set<String> lastHits = new LinkedHashSet<>();
    private final DmnEngine engine;

    TableFiles() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        DmnDecisionTableEvaluationListener listener = event -> {
            lastHits.clear();
            event.getMatchingRules().stream()
                    .map(DmnEvaluatedDecisionRule::getId)
                    .forEach(lastHits::add);
        };
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
        engine = configuration.buildEngine();
        for (Path file : paths()) {
            for (DmnDecision decision : engine.parseDecisions(Dmn.readModelFromFile(file.toFile()))) {
                decisions.put(decision.getKey(), decision);
                files.put(decision.getKey(), file);
            }
        }
    }

    static List<Path> paths() {
        try (Stream<Path> files = Files.walk(FOLDER.getParent())) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DmnModelInstance model(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Dmn.readModelFromStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of every rule of the decision, in the order of the table. */
    List<String> ruleIds(String decisionKey) {
        return model(files.get(decisionKey)).getModelElementsByType(DecisionTable.class).stream()
                .flatMap(table -> table.getRules().stream())
                .map(Rule::getId)
                .toList();
    }

    /** What the rule says about its source. */
    String annotation(String decisionKey, String ruleId) {
        Rule rule = model(files.get(decisionKey)).getModelElementById(ruleId);
        return rule.getDescription().getTextContent();
    }

    Set<String> keys() {
        return decisions.keySet();
    }

    /** Ids of the rules that gave the last answer. */
    List<String> lastHits() {
        return List.copyOf(lastHits);
    }

    @Override
    public DmnDecisionTableResult evaluate(String decisionKey, Map<String, Object> inputs) {
        return engine.evaluateDecisionTable(decisions.get(decisionKey), inputs);
    }
}
