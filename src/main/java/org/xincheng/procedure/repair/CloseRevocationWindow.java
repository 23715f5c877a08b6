package org.xincheng.procedure.repair;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.repair.RevocationOfRepair;
import org.xincheng.procedure.CaseVariables;

/** Closes the time for statements. */
@Component
class CloseRevocationWindow implements JavaDelegate {

    private final RevocationOfRepair revocation;

    CloseRevocationWindow(RevocationOfRepair revocation) {
        this.revocation = revocation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        revocation.closeWindow(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
