package org.xincheng.procedure;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The few things a process knows of its case: ids, the number, the regime's code. */
public final class CaseVariables {

    /** Id of the case, a UUID as text. */
    public static final String CASE_ID = "caseId";

    /** Number of the case. */
    public static final String CASE_NUMBER = "caseNumber";

    /** Code of the regime. */
    public static final String REGIME = "regime";

    /** Id of the letter last issued, a UUID as text. */
    public static final String LETTER_ID = "letterId";

    private CaseVariables() {}

    /** The case of an execution. */
    public static UUID caseId(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(CASE_ID));
    }

    /** The letter an execution is about. */
    public static UUID letterId(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(LETTER_ID));
    }
}
