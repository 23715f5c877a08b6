package org.xincheng.procedure.listing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.determination.BeingHeard;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.procedure.CaseVariables;

/** Closes the statement window and tells what the subject wants. */
@Component
class CloseWindow implements JavaDelegate {

    private final BeingHeard beingHeard;
    private final Determinations determinations;

    CloseWindow(BeingHeard beingHeard, Determinations determinations) {
        this.beingHeard = beingHeard;
        this.determinations = determinations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = CaseVariables.caseId(execution);
        beingHeard.closeWindow(caseId, Actor.engine(execution.getCurrentActivityId()));
        var determination = determinations.load(caseId);
        execution.setVariable("hearingRequested", determination.hearingRequested());
        execution.setVariable(
                "statementsReceived", !determination.unconsidered().isEmpty());
    }
}
