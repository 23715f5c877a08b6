package org.xincheng.procedure.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.correction.CorrectionLetters;
import org.xincheng.procedure.CaseVariables;

/** Asks the unit that provided the data to verify it. */
@Component
class AskProvider implements JavaDelegate {

    private final CorrectionLetters letters;

    AskProvider(CorrectionLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.askProvider(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
