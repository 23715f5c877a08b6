package org.xincheng.procedure.term;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.term.TermOfListing;
import org.xincheng.procedure.CaseVariables;

/** Looks whether the term is over: the timer has only called to look. */
@Component
class LookWhetherOver implements JavaDelegate {

    private final TermOfListing terms;

    LookWhetherOver(TermOfListing terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "termIsOver",
                terms.lookWhetherOver(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId())));
    }
}
