package org.xincheng.procedure.term;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.term.TermOfListing;
import org.xincheng.procedure.CaseVariables;

/** Closes the case. */
@Component
class CloseTerm implements JavaDelegate {

    private final TermOfListing terms;

    CloseTerm(TermOfListing terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        terms.close(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
    }
}
