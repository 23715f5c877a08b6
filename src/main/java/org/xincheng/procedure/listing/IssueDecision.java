package org.xincheng.procedure.listing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.determination.Deciding;
import org.xincheng.procedure.CaseVariables;

/** Issues the decision. */
@Component
class IssueDecision implements JavaDelegate {

    private final Deciding deciding;

    IssueDecision(Deciding deciding) {
        this.deciding = deciding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var letter =
                deciding.issueDecision(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable(CaseVariables.LETTER_ID, letter.id().toString());
    }
}
