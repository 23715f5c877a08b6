package org.xincheng.procedure.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.correction.CorrectionLetters;
import org.xincheng.procedure.CaseVariables;

/** Tells the departments what came of the verification. */
@Component
class TellCorrectionResult implements JavaDelegate {

    private final CorrectionLetters letters;

    TellCorrectionResult(CorrectionLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.tellDepartments(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
