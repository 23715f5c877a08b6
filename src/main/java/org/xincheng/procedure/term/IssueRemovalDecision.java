package org.xincheng.procedure.term;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.term.RemovalOnApplication;
import org.xincheng.procedure.CaseVariables;

/** Issues the letter that the listing was removed. */
@Component
class IssueRemovalDecision implements JavaDelegate {

    private final RemovalOnApplication removals;

    IssueRemovalDecision(RemovalOnApplication removals) {
        this.removals = removals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var letter =
                removals.issueDecision(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable(CaseVariables.LETTER_ID, letter.id().toString());
    }
}
