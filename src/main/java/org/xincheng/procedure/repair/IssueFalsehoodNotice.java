package org.xincheng.procedure.repair;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.repair.RevocationOfRepair;
import org.xincheng.procedure.CaseVariables;

/** Issues the notice that the repair is to be revoked. */
@Component
class IssueFalsehoodNotice implements JavaDelegate {

    private final RevocationOfRepair revocation;

    IssueFalsehoodNotice(RevocationOfRepair revocation) {
        this.revocation = revocation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var letter =
                revocation.issueNotice(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable(CaseVariables.LETTER_ID, letter.id().toString());
    }
}
