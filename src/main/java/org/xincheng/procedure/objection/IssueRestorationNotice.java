package org.xincheng.procedure.objection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.objection.Answering;
import org.xincheng.procedure.CaseVariables;

/** Issues the notice that restores the subject's reputation, where the wrong listing had been public. */
@Component
class IssueRestorationNotice implements JavaDelegate {

    private final Answering answering;

    IssueRestorationNotice(Answering answering) {
        this.answering = answering;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var issued = answering.issueRestorationNotice(
                CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable("publicationToWithdraw", issued);
    }
}
