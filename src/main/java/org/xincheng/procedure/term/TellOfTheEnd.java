package org.xincheng.procedure.term;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.ending.EndFollowUp;
import org.xincheng.procedure.CaseVariables;

/** Tells the departments that the measures have ended, and says what else has to follow. */
@Component
class TellOfTheEnd implements JavaDelegate {

    private final EndFollowUp followUp;

    TellOfTheEnd(EndFollowUp followUp) {
        this.followUp = followUp;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = CaseVariables.caseId(execution);
        var told = followUp.tellDepartments(caseId, Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable("departmentsTold", told.isPresent());
        execution.setVariable("publicationToWithdraw", followUp.publicationToWithdraw(caseId));
    }
}
