package org.xincheng.procedure.listing;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.determination.BeingHeard;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.procedure.CaseVariables;

/** Starts determinations and takes late statements to them, for pages and APIs that do not know the engine. */
@Service
public class ListingProcedure {

    private static final String LATE_STATEMENT = "message_lateStatement";

    private final RuntimeService runtime;
    private final Determinations determinations;
    private final BeingHeard beingHeard;

    ListingProcedure(RuntimeService runtime, Determinations determinations, BeingHeard beingHeard) {
        this.runtime = runtime;
        this.determinations = determinations;
        this.beingHeard = beingHeard;
    }

    /**
     * Starts a determination on a record.
     *
     * @param user id of the case officer
     * @return number of the case
     * @throws org.xincheng.credit.RefusedException where the store refuses to open a case
     * @throws org.xincheng.credit.BadInputException where there is no such record
     */
    @Transactional
    public String start(String recordNumber, String user) {
        var started = runtime.createProcessInstanceByKey(Determinations.PROCEDURE)
                .setVariables(Map.of("recordNumber", recordNumber, "initiator", user))
                .executeWithVariablesInReturn();
        return (String) started.getVariables().get(CaseVariables.CASE_NUMBER);
    }

    /**
     * Registers a statement that came after the window; somebody gets the task to consider it before the decision.
     *
     * @param user id of whoever registers it
     */
    @Transactional
    public void lateStatement(String caseNumber, LocalDate receivedOn, String text, String user) {
        var determination = determinations.byNumber(caseNumber);
        var caseId = determination.legalCase().id();
        beingHeard.receiveLate(caseId, receivedOn, text, new Actor(user, "case-file"));
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber, Determinations.PROCEDURE)
                .singleResult();
        runtime.createMessageCorrelation(LATE_STATEMENT)
                .processInstanceId(instance.getId())
                .correlate();
    }
}
