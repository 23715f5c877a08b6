package org.xincheng.procedure.regime;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.stereotype.Component;

/**
 * Evaluates the deployed tables. The law holds for everybody: no grant of the engine is asked for reading it.
 *
 * <p>Which version was deployed last is asked each time, in the transaction that asks, so that a redeployed table counts at once. What a version answers never
 * changes and is remembered: the engine parses every cell anew at each evaluation, some milliseconds for a table of a hundred rows.
 */
@Component
class DeployedTables implements TableEvaluator {

    /** There are some hundreds of rows; scores could make more questions, so that the memory is emptied before it grows large. */
    private static final int MOST_ANSWERS = 20_000;

    private final DecisionService decisions;
    private final CommandExecutor commands;
    private final Map<Question, DmnDecisionTableResult> answers = new ConcurrentHashMap<>();

    DeployedTables(DecisionService decisions, ProcessEngineConfigurationImpl engine) {
        this.decisions = decisions;
        this.commands = engine.getCommandExecutorTxRequired();
    }

    /** A question to one version of a table. */
    private record Question(String definitionId, Map<String, Object> inputs) {}

    @Override
    public DmnDecisionTableResult evaluate(String decisionKey, Map<String, Object> inputs) {
        return commands.execute(context -> context.runWithoutAuthorization(() -> answer(context, decisionKey, inputs)));
    }

    private DmnDecisionTableResult answer(CommandContext context, String decisionKey, Map<String, Object> inputs) {
        var latest = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedLatestDecisionDefinitionByKey(decisionKey);
        var question = new Question(latest.getId(), new HashMap<>(inputs));
        var known = answers.get(question);
        if (known != null) {
            return known;
        }
        if (answers.size() >= MOST_ANSWERS) {
            answers.clear();
        }
        var found = decisions.evaluateDecisionTableById(latest.getId(), inputs);
        answers.put(question, found);
        return found;
    }
}
