package org.xincheng.procedure.objection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.objection.CarryingOut;
import org.xincheng.procedure.CaseVariables;

/** Corrects the wrong records and tells whether the listing still has a ground. */
@Component
class CorrectRecords implements JavaDelegate {

    private final CarryingOut carryingOut;

    CorrectRecords(CarryingOut carryingOut) {
        this.carryingOut = carryingOut;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var stands =
                carryingOut.correct(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable("listingStands", stands);
    }
}
