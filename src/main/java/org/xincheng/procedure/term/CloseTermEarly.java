package org.xincheng.procedure.term;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.term.TermOfListing;
import org.xincheng.procedure.CaseVariables;

/** Closes the case of a listing that another case has ended. */
@Component
class CloseTermEarly implements JavaDelegate {

    private final TermOfListing terms;

    CloseTermEarly(TermOfListing terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        terms.closeEarly(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
