package org.xincheng.procedure.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.correction.CorrectionLetters;
import org.xincheng.procedure.CaseVariables;

/** Issues the restoration notice, where a revoked listing had been public. */
@Component
class RestoreReputation implements JavaDelegate {

    private final CorrectionLetters letters;

    RestoreReputation(CorrectionLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "publicationToWithdraw",
                letters.restoreReputation(
                        CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId())));
    }
}
