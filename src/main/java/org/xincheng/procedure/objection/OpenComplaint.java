package org.xincheng.procedure.objection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.objection.ComplaintFiling;

/** Opens the complaint against the answer to the objection named at the start. */
@Component
class OpenComplaint implements JavaDelegate {

    private final ComplaintFiling filing;

    OpenComplaint(ComplaintFiling filing) {
        this.filing = filing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var initiator = (String) execution.getVariable("initiator");
        var actor = new Actor(initiator == null ? Actor.ENGINE : initiator, execution.getCurrentActivityId());
        OpenedRemedy.keep(execution, filing.open((String) execution.getVariable("objectionNumber"), actor));
    }
}
