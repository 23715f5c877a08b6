package org.xincheng.procedure.regime;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;

/** Evaluates a decision table by its key: the deployed one, or in tests the file itself. */
@FunctionalInterface
interface TableEvaluator {

    /**
     * Finds the rows that match.
     *
     * @param decisionKey id of the decision element
     * @param inputs value of every input expression, by name; a value may be null
     * @return the outputs of each row, in the order of the table
     */
    DmnDecisionTableResult evaluate(String decisionKey, Map<String, Object> inputs);
}
