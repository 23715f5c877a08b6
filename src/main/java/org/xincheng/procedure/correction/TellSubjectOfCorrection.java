package org.xincheng.procedure.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.correction.CorrectionLetters;
import org.xincheng.procedure.CaseVariables;

/** Tells the subject that its data was corrected, where it has not asked itself. */
@Component
class TellSubjectOfCorrection implements JavaDelegate {

    private final CorrectionLetters letters;

    TellSubjectOfCorrection(CorrectionLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var letter =
                letters.tellSubject(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        letter.ifPresent(
                told -> execution.setVariable(CaseVariables.LETTER_ID, told.id().toString()));
        execution.setVariable("subjectTold", letter.isPresent());
    }
}
