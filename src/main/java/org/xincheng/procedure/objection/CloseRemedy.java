package org.xincheng.procedure.objection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.objection.CarryingOut;
import org.xincheng.procedure.CaseVariables;

/** Closes the case. */
@Component
class CloseRemedy implements JavaDelegate {

    private final CarryingOut carryingOut;

    CloseRemedy(CarryingOut carryingOut) {
        this.carryingOut = carryingOut;
    }

    @Override
    public void execute(DelegateExecution execution) {
        carryingOut.close(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
