package org.xincheng.procedure.deadline;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.LateSteps;
import org.xincheng.platform.engine.ModelFunctions;
import org.xincheng.procedure.CaseVariables;

/** Known to models as {@code lateness}: flags a step as late and changes nothing else. Public because expressions call it. */
@Component("lateness")
public class LatenessFunctions implements ModelFunctions {

    private final LateSteps lateness;

    LatenessFunctions(LateSteps lateness) {
        this.lateness = lateness;
    }

    /** Flags the step; the task stays with whoever has it. */
    public void flag(DelegateExecution execution, String step) {
        lateness.flag(CaseVariables.caseId(execution), step, Actor.engine(execution.getCurrentActivityId()));
    }
}
