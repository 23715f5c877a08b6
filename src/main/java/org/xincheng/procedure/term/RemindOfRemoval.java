package org.xincheng.procedure.term;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.term.RemovalOnApplication;
import org.xincheng.procedure.CaseVariables;

/** Reminds the subject of the window for applications, where its day has come. */
@Component
class RemindOfRemoval implements JavaDelegate {

    private final RemovalOnApplication removals;

    RemindOfRemoval(RemovalOnApplication removals) {
        this.removals = removals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "reminded",
                removals.remind(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId())));
    }
}
