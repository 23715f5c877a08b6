package org.xincheng.procedure.term;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.term.RemovalOnApplication;
import org.xincheng.procedure.CaseVariables;

/** Removes the listing, where its last working days have come. */
@Component
class RemoveListing implements JavaDelegate {

    private final RemovalOnApplication removals;

    RemoveListing(RemovalOnApplication removals) {
        this.removals = removals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var attempt = removals.remove(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable("removalAttempt", attempt.name());
    }
}
