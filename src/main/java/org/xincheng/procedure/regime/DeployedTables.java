package org.xincheng.procedure.regime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Evaluates the deployed tables. The law holds for everybody: no grant of the engine is asked for reading it.
 *
 * <p>Which versions were deployed last is asked once in each transaction, when it first asks for a table: a redeployed table counts from the next transaction
 * on, and no answer mixes two states of the law. Outside of a transaction it is asked each time. What a version answers never changes and is remembered: the
 * engine parses every cell anew at each evaluation, some milliseconds for a table of a hundred rows.
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
        if (TransactionSynchronizationManager.getResource(this) instanceof LatestVersions latest) {
            var known = latest.idOf(decisionKey).map(id -> answers.get(new Question(id, new HashMap<>(inputs))));
            if (known.isPresent()) {
                return known.orElseThrow();
            }
        }
        return commands.execute(context -> context.runWithoutAuthorization(() -> answer(context, decisionKey, inputs)));
    }

    private DmnDecisionTableResult answer(CommandContext context, String decisionKey, Map<String, Object> inputs) {
        var definitionId = latest(context)
                .idOf(decisionKey)
                .orElseThrow(() -> new IllegalStateException("no table " + decisionKey + " is deployed"));
        var question = new Question(definitionId, new HashMap<>(inputs));
        var known = answers.get(question);
        if (known != null) {
            return known;
        }
        if (answers.size() >= MOST_ANSWERS) {
            answers.clear();
        }
        var found = decisions.evaluateDecisionTableById(definitionId, inputs);
        answers.put(question, found);
        return found;
    }

    private LatestVersions latest(CommandContext context) {
        if (TransactionSynchronizationManager.getResource(this) instanceof LatestVersions seen) {
            return seen;
        }
        var latest = new LatestVersions(context);
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(this, latest);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(latest, this) {});
        }
        return latest;
    }

    /** The tables deployed last, as one transaction sees them. */
    private static final class LatestVersions extends ResourceHolderSupport {

        private final Map<String, String> ids;

        LatestVersions(CommandContext context) {
            this.ids = context
                    .getProcessEngineConfiguration()
                    .getRepositoryService()
                    .createDecisionDefinitionQuery()
                    .withoutTenantId()
                    .latestVersion()
                    .list()
                    .stream()
                    .collect(Collectors.toMap(DecisionDefinition::getKey, DecisionDefinition::getId));
        }

        Optional<String> idOf(String decisionKey) {
            return Optional.ofNullable(ids.get(decisionKey));
        }
    }
}
