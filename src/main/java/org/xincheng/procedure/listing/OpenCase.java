package org.xincheng.procedure.listing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.determination.CaseOpening;
import org.xincheng.law.RegimeTables;
import org.xincheng.procedure.CaseVariables;

/** Opens the case on the record named at the start; what the route depends on comes from the regime's row. */
@Component
class OpenCase implements JavaDelegate {

    private final CaseOpening opening;
    private final RegimeTables tables;

    OpenCase(CaseOpening opening, RegimeTables tables) {
        this.opening = opening;
        this.tables = tables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var initiator = (String) execution.getVariable("initiator");
        var actor = new Actor(initiator == null ? Actor.ENGINE : initiator, execution.getCurrentActivityId());
        var opened = opening.open((String) execution.getVariable("recordNumber"), actor);
        var regime = tables.regime(opened.regime()).orElseThrow();
        CaseVariables.keep(execution, opened);
        execution.setVariable("levelDecision", regime.levelDecision());
        execution.setVariable("deliberationRounds", regime.deliberationRounds());
        execution.setVariable("superiorDetermination", regime.superiorDetermination());
    }
}
