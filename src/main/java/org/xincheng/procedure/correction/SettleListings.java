package org.xincheng.procedure.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.correction.CorrectionCarriedOut;
import org.xincheng.procedure.CaseVariables;

/** Ends the verification: listings without a ground are revoked, the others run again. */
@Component
class SettleListings implements JavaDelegate {

    private final CorrectionCarriedOut carriedOut;

    SettleListings(CorrectionCarriedOut carriedOut) {
        this.carriedOut = carriedOut;
    }

    @Override
    public void execute(DelegateExecution execution) {
        carriedOut.settle(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
