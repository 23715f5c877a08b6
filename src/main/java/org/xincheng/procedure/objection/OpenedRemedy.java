package org.xincheng.procedure.objection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.procedure.CaseVariables;

/** What a process keeps of an objection or a complaint that was opened. */
final class OpenedRemedy {

    private OpenedRemedy() {}

    static void keep(DelegateExecution execution, LegalCase opened) {
        CaseVariables.keep(execution, opened);
        // A withdrawal may come before the acceptance is settled: then nothing was suspended.
        execution.setVariable(CheckRemedyForm.ACCEPTED, false);
    }
}
