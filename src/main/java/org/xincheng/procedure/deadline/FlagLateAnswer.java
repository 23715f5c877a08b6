package org.xincheng.procedure.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.LateSteps;
import org.xincheng.procedure.CaseVariables;

/** Flags the answer as late; the suspension stays, and a supervisor gets the case to hand. */
@Component
class FlagLateAnswer implements JavaDelegate {

    private final LateSteps lateSteps;

    FlagLateAnswer(LateSteps lateSteps) {
        this.lateSteps = lateSteps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lateSteps.flagAnswer(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
