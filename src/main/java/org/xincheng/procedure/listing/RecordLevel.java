package org.xincheng.procedure.listing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.determination.Drafting;
import org.xincheng.procedure.CaseVariables;

/** Records the level that the regime's table found. */
@Component
class RecordLevel implements ExecutionListener {

    private final Drafting drafting;

    RecordLevel(Drafting drafting) {
        this.drafting = drafting;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var stands = drafting.recordLevel(
                CaseVariables.caseId(execution),
                (String) execution.getVariable("level"),
                Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable("levelReached", stands.isPresent());
    }
}
