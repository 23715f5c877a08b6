package org.xincheng.procedure.regime;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.stereotype.Component;

/** Evaluates the deployed tables. The law holds for everybody: no grant of the engine is asked for reading it. */
@Component
class DeployedTables implements TableEvaluator {

    private final DecisionService decisions;
    private final CommandExecutor commands;

    DeployedTables(DecisionService decisions, ProcessEngineConfigurationImpl engine) {
        this.decisions = decisions;
        this.commands = engine.getCommandExecutorTxRequired();
    }

    @Override
    public DmnDecisionTableResult evaluate(String decisionKey, Map<String, Object> inputs) {
        return commands.execute(context ->
                context.runWithoutAuthorization(() -> decisions.evaluateDecisionTableByKey(decisionKey, inputs)));
    }
}
