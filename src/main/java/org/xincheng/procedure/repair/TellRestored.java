package org.xincheng.procedure.repair;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.repair.RevocationOfRepair;
import org.xincheng.procedure.CaseVariables;

/** Tells the departments that the measures are in force again. */
@Component
class TellRestored implements JavaDelegate {

    private final RevocationOfRepair revocation;

    TellRestored(RevocationOfRepair revocation) {
        this.revocation = revocation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        revocation.tellDepartments(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
