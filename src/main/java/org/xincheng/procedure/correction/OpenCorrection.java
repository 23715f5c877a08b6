package org.xincheng.procedure.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.correction.CorrectionFiling;
import org.xincheng.procedure.CaseVariables;

/** Opens the correction of the record named at the start. */
@Component
class OpenCorrection implements JavaDelegate {

    private final CorrectionFiling filing;

    OpenCorrection(CorrectionFiling filing) {
        this.filing = filing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var initiator = (String) execution.getVariable("initiator");
        var actor = new Actor(initiator == null ? Actor.ENGINE : initiator, execution.getCurrentActivityId());
        CaseVariables.keep(execution, filing.open((String) execution.getVariable("recordNumber"), actor));
    }
}
