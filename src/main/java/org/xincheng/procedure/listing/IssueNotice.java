package org.xincheng.procedure.listing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.determination.Notification;
import org.xincheng.procedure.CaseVariables;

/** Issues the pre-decision notice. */
@Component
class IssueNotice implements JavaDelegate {

    private final Notification notification;

    IssueNotice(Notification notification) {
        this.notification = notification;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var letter = notification.issueNotice(
                CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable(CaseVariables.LETTER_ID, letter.id().toString());
    }
}
