package org.xincheng.credit.objection;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.IdentityNumbers;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CaseReader;
import org.xincheng.credit.cases.LegalCase;

/** Reads complaints from the case log. */
@Component
public class Complaints implements CaseReader {

    private final CaseLog log;

    Complaints(CaseLog log) {
        this.log = log;
    }

    @Override
    public String procedure() {
        return RemedyKind.COMPLAINT.procedure();
    }

    @Override
    public Complaint read(LegalCase legalCase) {
        return new Complaint(legalCase, log.acts(legalCase.id(), Complaint.ACTS));
    }

    /** The complaint with this id. */
    public Complaint load(UUID caseId) {
        return read(log.byId(caseId));
    }

    /**
     * The complaint with this number.
     *
     * @throws BadInputException where there is none
     */
    public Complaint byNumber(String number) {
        return log.byNumber(number)
                .filter(found -> found.procedure().equals(procedure()))
                .map(this::read)
                .orElseThrow(() -> new BadInputException(
                        "complaintNumber",
                        "没有编号为“" + (IdentityNumbers.in(number) ? "***" : number) + "”的" + RemedyKind.COMPLAINT.zh()
                                + "案件",
                        "no complaint with this number"));
    }
}
