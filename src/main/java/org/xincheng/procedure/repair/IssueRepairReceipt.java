package org.xincheng.procedure.repair;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.repair.RepairGranting;
import org.xincheng.procedure.CaseVariables;

/** Issues the letter that the application was accepted. */
@Component
class IssueRepairReceipt implements JavaDelegate {

    private final RepairGranting granting;

    IssueRepairReceipt(RepairGranting granting) {
        this.granting = granting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var letter =
                granting.issueReceipt(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable(CaseVariables.LETTER_ID, letter.id().toString());
    }
}
