package org.xincheng.procedure.objection;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.objection.RemedyKind;
import org.xincheng.credit.objection.Withdrawal;
import org.xincheng.procedure.CaseVariables;

/** Starts objections and complaints and takes their withdrawal, for pages and APIs that do not know the engine. */
@Service
public class ObjectionProcedure {

    private final RuntimeService runtime;
    private final CaseLog log;
    private final Withdrawal withdrawal;

    ObjectionProcedure(RuntimeService runtime, CaseLog log, Withdrawal withdrawal) {
        this.runtime = runtime;
        this.log = log;
        this.withdrawal = withdrawal;
    }

    /**
     * Starts an objection to the listing of a determination.
     *
     * @param user id of the case officer
     * @return number of the objection
     * @throws org.xincheng.credit.RefusedException where the store refuses to open a case
     * @throws BadInputException where there is no such determination
     */
    @Transactional
    public String object(String listingCaseNumber, String user) {
        return start(RemedyKind.OBJECTION, "listingCaseNumber", listingCaseNumber, user);
    }

    /**
     * Starts a complaint against the answer to an objection.
     *
     * @param user id of the case officer
     * @return number of the complaint
     * @throws org.xincheng.credit.RefusedException where the store refuses to open a case
     * @throws BadInputException where there is no such objection
     */
    @Transactional
    public String complain(String objectionNumber, String user) {
        return start(RemedyKind.COMPLAINT, "objectionNumber", objectionNumber, user);
    }

    /**
     * Registers that an objection or a complaint was withdrawn; its process ends it.
     *
     * @param user id of whoever registers it
     * @throws BadInputException where there is no such case, or the entries are faulty
     */
    @Transactional
    public void withdraw(String number, LocalDate withdrawnOn, String text, String user) {
        var legalCase = log.byNumber(number)
                .filter(ObjectionProcedure::isRemedy)
                .orElseThrow(() -> new BadInputException("caseNumber", "没有这一编号的异议或者投诉", "no such case"));
        withdrawal.withdraw(legalCase.id(), withdrawnOn, text, new Actor(user, "case-file"));
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number, legalCase.procedure())
                .singleResult();
        runtime.createMessageCorrelation("message_" + legalCase.procedure() + "Withdrawn")
                .processInstanceId(instance.getId())
                .correlate();
    }

    private String start(RemedyKind kind, String entry, String value, String user) {
        var started = runtime.createProcessInstanceByKey(kind.procedure())
                .setVariables(Map.of(entry, value, "initiator", user))
                .executeWithVariablesInReturn();
        return (String) started.getVariables().get(CaseVariables.CASE_NUMBER);
    }

    private static boolean isRemedy(LegalCase legalCase) {
        return legalCase.procedure().equals(RemedyKind.OBJECTION.procedure())
                || legalCase.procedure().equals(RemedyKind.COMPLAINT.procedure());
    }
}
