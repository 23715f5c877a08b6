package org.xincheng.procedure.listing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.determination.BeingHeard;
import org.xincheng.procedure.CaseVariables;

/** Issues the invitation to the hearing. */
@Component
class IssueInvitation implements JavaDelegate {

    private final BeingHeard beingHeard;

    IssueInvitation(BeingHeard beingHeard) {
        this.beingHeard = beingHeard;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var letter = beingHeard.invite(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable(CaseVariables.LETTER_ID, letter.id().toString());
    }
}
