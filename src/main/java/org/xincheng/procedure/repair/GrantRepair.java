package org.xincheng.procedure.repair;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.repair.RepairGranting;
import org.xincheng.procedure.CaseVariables;

/** Ends the listing by repair. */
@Component
class GrantRepair implements JavaDelegate {

    private final RepairGranting granting;

    GrantRepair(RepairGranting granting) {
        this.granting = granting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "repaired",
                granting.grant(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId())));
    }
}
