package org.xincheng.credit.determination;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CaseReader;
import org.xincheng.credit.cases.LegalCase;

/** Reads determinations from the case log. */
@Component
public class Determinations implements CaseReader {

    /** Key of the procedure, the same as the BPMN model's. */
    public static final String PROCEDURE = "listing-determination";

    private final CaseLog log;

    Determinations(CaseLog log) {
        this.log = log;
    }

    /** The determination with this id. */
    public Determination load(UUID caseId) {
        return read(log.byId(caseId));
    }

    /**
     * The determination with this number.
     *
     * @throws BadInputException where there is none
     */
    public Determination byNumber(String number) {
        return read(log.byNumber(number)
                .orElseThrow(() -> new BadInputException("caseNumber", "没有编号为" + number + "的案件", "no case " + number)));
    }

    @Override
    public String procedure() {
        return PROCEDURE;
    }

    @Override
    public Determination read(LegalCase legalCase) {
        return new Determination(legalCase, log.acts(legalCase.id(), Determination.ACTS));
    }
}
