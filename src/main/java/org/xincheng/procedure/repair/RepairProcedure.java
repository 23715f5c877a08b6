package org.xincheng.procedure.repair;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.repair.Repair;
import org.xincheng.credit.repair.RepairFiling;
import org.xincheng.credit.repair.Repairs;
import org.xincheng.credit.repair.Revocation;
import org.xincheng.procedure.CaseVariables;

/** Starts repairs and revocations of repairs, and takes the withdrawal of an application, for pages and APIs that do not know the engine. */
@Service
public class RepairProcedure {

    private static final String WITHDRAWN = "message_credit-repairWithdrawn";

    private final RuntimeService runtime;
    private final Repairs repairs;
    private final RepairFiling filing;

    RepairProcedure(RuntimeService runtime, Repairs repairs, RepairFiling filing) {
        this.runtime = runtime;
        this.repairs = repairs;
        this.filing = filing;
    }

    /**
     * Starts the repair of a determination's listing.
     *
     * @param user id of the case officer
     * @return number of the repair
     * @throws org.xincheng.credit.RefusedException where the store refuses to open a case
     * @throws org.xincheng.credit.BadInputException where there is no such determination
     */
    @Transactional
    public String request(String listingCaseNumber, String user) {
        return start(Repair.PROCEDURE, "listingCaseNumber", listingCaseNumber, user);
    }

    /**
     * Starts the revocation of a repair.
     *
     * @param user id of the case officer
     * @return number of the revocation
     * @throws org.xincheng.credit.RefusedException where the store refuses to open a case
     * @throws org.xincheng.credit.BadInputException where there is no such repair
     */
    @Transactional
    public String suspectFalsehood(String repairNumber, String user) {
        return start(Revocation.PROCEDURE, "repairNumber", repairNumber, user);
    }

    /** Whether the case of this number is a repair. */
    @Transactional(readOnly = true)
    public boolean deals(String number) {
        return repairs.find(number).isPresent();
    }

    /**
     * Registers that an application was withdrawn; its process ends it.
     *
     * @param user id of whoever registers it
     */
    @Transactional
    public void withdraw(String number, LocalDate withdrawnOn, String text, String user) {
        var repair = repairs.byNumber(number).legalCase();
        filing.withdraw(repair.id(), withdrawnOn, text, new Actor(user, "case-file"));
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(repair.number(), Repair.PROCEDURE)
                .singleResult();
        runtime.createMessageCorrelation(WITHDRAWN)
                .processInstanceId(instance.getId())
                .correlate();
    }

    private String start(String procedure, String entry, String value, String user) {
        var started = runtime.createProcessInstanceByKey(procedure)
                .setVariables(Map.of(entry, value, "initiator", user))
                .executeWithVariablesInReturn();
        return (String) started.getVariables().get(CaseVariables.CASE_NUMBER);
    }
}
