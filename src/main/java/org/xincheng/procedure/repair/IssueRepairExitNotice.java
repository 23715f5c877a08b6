package org.xincheng.procedure.repair;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.repair.RepairGranting;
import org.xincheng.procedure.CaseVariables;

/** Issues the notice of the exit, where the regime publishes it. */
@Component
class IssueRepairExitNotice implements JavaDelegate {

    private final RepairGranting granting;

    IssueRepairExitNotice(RepairGranting granting) {
        this.granting = granting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        granting.issueExitNotice(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
