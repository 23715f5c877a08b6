package org.xincheng.credit.objection;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.IdentityNumbers;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CaseReader;
import org.xincheng.credit.cases.LegalCase;

/** Reads objections from the case log. */
@Component
public class Objections implements CaseReader {

    private final CaseLog log;

    Objections(CaseLog log) {
        this.log = log;
    }

    @Override
    public String procedure() {
        return RemedyKind.OBJECTION.procedure();
    }

    @Override
    public Objection read(LegalCase legalCase) {
        return new Objection(legalCase, log.acts(legalCase.id(), Objection.ACTS));
    }

    /** The objection with this id. */
    public Objection load(UUID caseId) {
        return read(log.byId(caseId));
    }

    /**
     * The objection with this number.
     *
     * @throws BadInputException where there is none
     */
    public Objection byNumber(String number) {
        return log.byNumber(number)
                .filter(found -> found.procedure().equals(procedure()))
                .map(this::read)
                .orElseThrow(() -> new BadInputException(
                        "objectionNumber",
                        "没有编号为“" + (IdentityNumbers.in(number) ? "***" : number) + "”的" + RemedyKind.OBJECTION.zh()
                                + "案件",
                        "no objection with this number"));
    }
}
