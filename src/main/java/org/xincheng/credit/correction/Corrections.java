package org.xincheng.credit.correction;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CaseReader;
import org.xincheng.credit.cases.LegalCase;

/** Reads corrections from the case log. */
@Component
public class Corrections implements CaseReader {

    private final CaseLog log;

    Corrections(CaseLog log) {
        this.log = log;
    }

    @Override
    public String procedure() {
        return Correction.PROCEDURE;
    }

    @Override
    public Correction read(LegalCase legalCase) {
        return new Correction(legalCase, log.acts(legalCase.id(), Correction.ACTS));
    }

    /** The correction with this id. */
    public Correction load(UUID caseId) {
        return read(log.byId(caseId));
    }

    /** All corrections of a subject's record, oldest first. */
    List<Correction> of(UUID subjectId, UUID recordId) {
        return log.ofSubject(subjectId, Correction.PROCEDURE).stream()
                .map(this::read)
                .filter(correction -> correction.recordId().equals(recordId))
                .toList();
    }
}
