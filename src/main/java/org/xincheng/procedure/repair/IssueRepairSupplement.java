package org.xincheng.procedure.repair;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.repair.RepairGranting;
import org.xincheng.procedure.CaseVariables;

/** Issues the letter that asks for what is missing. */
@Component
class IssueRepairSupplement implements JavaDelegate {

    private final RepairGranting granting;

    IssueRepairSupplement(RepairGranting granting) {
        this.granting = granting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var letter = granting.issueSupplementRequest(
                CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable(CaseVariables.LETTER_ID, letter.id().toString());
    }
}
