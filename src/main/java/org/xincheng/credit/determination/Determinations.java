package org.xincheng.credit.determination;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;

/** Reads determinations from the case log. */
@Component
public class Determinations {

    /** Key of the procedure, the same as the BPMN model's. */
    public static final String PROCEDURE = "listing-determination";

    private final CaseLog log;

    Determinations(CaseLog log) {
        this.log = log;
    }

    /** The determination with this id. */
    public Determination load(UUID caseId) {
        return of(log.byId(caseId));
    }

    /**
     * The determination with this number.
     *
     * @throws BadInputException where there is none
     */
    public Determination byNumber(String number) {
        return of(log.byNumber(number)
                .orElseThrow(() -> new BadInputException("caseNumber", "没有编号为" + number + "的案件", "no case " + number)));
    }

    private Determination of(LegalCase legalCase) {
        return new Determination(legalCase, log.acts(legalCase.id(), Act.class));
    }
}
