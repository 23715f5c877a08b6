package org.xincheng.procedure.repair;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.repair.RevocationOfRepair;
import org.xincheng.procedure.CaseVariables;

/** Revokes the repair; the listing is in force again until the last day it had. */
@Component
class RevokeRepair implements JavaDelegate {

    private final RevocationOfRepair revocation;

    RevokeRepair(RevocationOfRepair revocation) {
        this.revocation = revocation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        revocation.revoke(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
