package org.xincheng.procedure.repair;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.repair.RevocationOfRepair;
import org.xincheng.procedure.CaseVariables;

/** Opens the revocation of the repair named at the start. */
@Component
class OpenRevocation implements JavaDelegate {

    private final RevocationOfRepair revocation;

    OpenRevocation(RevocationOfRepair revocation) {
        this.revocation = revocation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var initiator = (String) execution.getVariable("initiator");
        var actor = new Actor(initiator == null ? Actor.ENGINE : initiator, execution.getCurrentActivityId());
        var opened = revocation.open((String) execution.getVariable("repairNumber"), actor);
        CaseVariables.keep(execution, opened);
    }
}
