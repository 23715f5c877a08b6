package org.xincheng.procedure.listing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.determination.TakingEffect;
import org.xincheng.procedure.CaseVariables;

/** Closes the case without a listing. */
@Component
class CloseNotListed implements JavaDelegate {

    private final TakingEffect takingEffect;

    CloseNotListed(TakingEffect takingEffect) {
        this.takingEffect = takingEffect;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var informed = takingEffect.closeNotListed(
                CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable("subjectInformed", informed);
    }
}
