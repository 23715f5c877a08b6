package org.xincheng.procedure.repair;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.repair.RepairGranting;
import org.xincheng.procedure.CaseVariables;

/** Closes the case. */
@Component
class CloseRepair implements JavaDelegate {

    private final RepairGranting granting;

    CloseRepair(RepairGranting granting) {
        this.granting = granting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        granting.close(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
