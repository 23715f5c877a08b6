package org.xincheng.procedure;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.xincheng.credit.cases.LegalCase;

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

    /** Keeps what a process knows of the case it has opened; its number is the business key. */
    public static void keep(DelegateExecution execution, LegalCase opened) {
        execution.setProcessBusinessKey(opened.number());
        execution.setVariable(CASE_ID, opened.id().toString());
        execution.setVariable(CASE_NUMBER, opened.number());
        execution.setVariable(REGIME, opened.regime());
    }

    /** The case of an execution. */
    public static UUID caseId(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(CASE_ID));
    }

    /** The letter an execution is about. */
    public static UUID letterId(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(LETTER_ID));
    }
}
