package org.xincheng.procedure.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.correction.CorrectionLetters;
import org.xincheng.procedure.CaseVariables;

/** Tells the departments that the measures rest while the data is verified. */
@Component
class TellMeasuresRest implements JavaDelegate {

    private final CorrectionLetters letters;

    TellMeasuresRest(CorrectionLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.tellSuspended(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
