package org.xincheng.procedure.listing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.determination.TakingEffect;
import org.xincheng.procedure.CaseVariables;

/** Makes the listing effective. */
@Component
class TakeEffect implements JavaDelegate {

    private final TakingEffect takingEffect;

    TakeEffect(TakingEffect takingEffect) {
        this.takingEffect = takingEffect;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var publishable = takingEffect.takeEffect(
                CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable("publicationAllowed", publishable);
    }
}
