package org.xincheng.procedure.repair;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.repair.RevocationOfRepair;
import org.xincheng.procedure.CaseVariables;

/** Closes the case. */
@Component
class CloseRevocation implements JavaDelegate {

    private final RevocationOfRepair revocation;

    CloseRevocation(RevocationOfRepair revocation) {
        this.revocation = revocation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        revocation.close(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
