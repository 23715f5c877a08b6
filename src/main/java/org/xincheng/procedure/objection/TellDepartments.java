package org.xincheng.procedure.objection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.objection.Answering;
import org.xincheng.procedure.CaseVariables;

/** Tells the departments where the measures stand now. */
@Component
class TellDepartments implements JavaDelegate {

    private final Answering answering;

    TellDepartments(Answering answering) {
        this.answering = answering;
    }

    @Override
    public void execute(DelegateExecution execution) {
        answering.tellDepartments(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
