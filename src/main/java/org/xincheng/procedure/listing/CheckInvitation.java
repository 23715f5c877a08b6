package org.xincheng.procedure.listing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.determination.BeingHeard;
import org.xincheng.procedure.CaseVariables;

/** Asks whether the invitation was served in time. */
@Component
class CheckInvitation implements JavaDelegate {

    private final BeingHeard beingHeard;

    CheckInvitation(BeingHeard beingHeard) {
        this.beingHeard = beingHeard;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("invitedInTime", beingHeard.invitedInTime(CaseVariables.caseId(execution)));
    }
}
