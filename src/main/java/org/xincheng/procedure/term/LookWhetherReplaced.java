package org.xincheng.procedure.term;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.term.TermOfListing;
import org.xincheng.procedure.CaseVariables;

/** Looks whether a heavier listing has ended this one: that end has no case of its own to follow it up. */
@Component
class LookWhetherReplaced implements JavaDelegate {

    private final TermOfListing terms;

    LookWhetherReplaced(TermOfListing terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "replacedByAHeavierListing",
                terms.lookWhetherReplaced(
                        CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId())));
    }
}
