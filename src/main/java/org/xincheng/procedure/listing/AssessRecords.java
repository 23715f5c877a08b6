package org.xincheng.procedure.listing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.determination.Drafting;
import org.xincheng.procedure.CaseVariables;

/** Gathers what the level decision reads. */
@Component
class AssessRecords implements JavaDelegate {

    private final Drafting drafting;

    AssessRecords(Drafting drafting) {
        this.drafting = drafting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var inputs = drafting.assess(CaseVariables.caseId(execution));
        execution.setVariable("points", inputs.points());
        execution.setVariable("sameItemCount", inputs.sameItemCount());
        execution.setVariable("seriousCount", inputs.seriousCount());
        execution.setVariable("behaviours", inputs.behaviours());
        execution.setVariable("newActInTerm", inputs.newActInTerm());
    }
}
