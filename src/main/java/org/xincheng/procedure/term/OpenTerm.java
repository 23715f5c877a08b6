package org.xincheng.procedure.term;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.term.TermOfListing;
import org.xincheng.law.RegimeTables;
import org.xincheng.procedure.CaseVariables;

/** Opens the case of the term of the listing named at the start, or takes up the one that is open. */
@Component
class OpenTerm implements JavaDelegate {

    private final TermOfListing terms;
    private final RegimeTables tables;

    OpenTerm(TermOfListing terms, RegimeTables tables) {
        this.terms = terms;
        this.tables = tables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var listingId = UUID.fromString((String) execution.getVariable(TermInstances.LISTING_ID));
        var opened = terms.open(listingId, Actor.engine(execution.getCurrentActivityId()));
        execution.setProcessBusinessKey(opened.number());
        execution.setVariable(CaseVariables.CASE_ID, opened.id().toString());
        execution.setVariable(CaseVariables.CASE_NUMBER, opened.number());
        execution.setVariable(CaseVariables.REGIME, opened.regime());
        execution.setVariable(
                "removalOnApplication", tables.removalRule(opened.regime()).onApplication());
    }
}
