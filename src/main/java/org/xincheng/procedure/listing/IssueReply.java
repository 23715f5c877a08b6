package org.xincheng.procedure.listing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.determination.TakingEffect;
import org.xincheng.procedure.CaseVariables;

/** Issues the reply that the subject is not listed. */
@Component
class IssueReply implements JavaDelegate {

    private final TakingEffect takingEffect;

    IssueReply(TakingEffect takingEffect) {
        this.takingEffect = takingEffect;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var letter = takingEffect.issueReply(
                CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable(CaseVariables.LETTER_ID, letter.id().toString());
    }
}
