package org.xincheng.procedure.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.correction.CorrectionCarriedOut;
import org.xincheng.procedure.CaseVariables;

/** Closes the case. */
@Component
class CloseCorrection implements JavaDelegate {

    private final CorrectionCarriedOut carriedOut;

    CloseCorrection(CorrectionCarriedOut carriedOut) {
        this.carriedOut = carriedOut;
    }

    @Override
    public void execute(DelegateExecution execution) {
        carriedOut.close(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
