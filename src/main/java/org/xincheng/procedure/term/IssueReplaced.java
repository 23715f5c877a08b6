package org.xincheng.procedure.term;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.term.TermOfListing;
import org.xincheng.procedure.CaseVariables;

/** Issues the letter that a heavier listing took the place of this one. */
@Component
class IssueReplaced implements JavaDelegate {

    private final TermOfListing terms;

    IssueReplaced(TermOfListing terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var letter =
                terms.issueReplaced(CaseVariables.caseId(execution), Actor.engine(execution.getCurrentActivityId()));
        execution.setVariable(CaseVariables.LETTER_ID, letter.id().toString());
    }
}
