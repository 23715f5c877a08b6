package org.xincheng.procedure.objection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.objection.ExpertPanel;
import org.xincheng.procedure.CaseVariables;

/** Draws the experts by lot. */
@Component
class DrawExperts implements JavaDelegate {

    private final ExpertPanel panel;

    DrawExperts(ExpertPanel panel) {
        this.panel = panel;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var count = ((Number) execution.getVariable("expertCount")).intValue();
        panel.draw(CaseVariables.caseId(execution), count, Actor.engine(execution.getCurrentActivityId()));
    }
}
