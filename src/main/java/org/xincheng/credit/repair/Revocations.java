package org.xincheng.credit.repair;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CaseReader;
import org.xincheng.credit.cases.LegalCase;

/** Reads revocations of repairs from the case log. */
@Component
public class Revocations implements CaseReader {

    private final CaseLog log;

    Revocations(CaseLog log) {
        this.log = log;
    }

    @Override
    public String procedure() {
        return Revocation.PROCEDURE;
    }

    @Override
    public Revocation read(LegalCase legalCase) {
        return new Revocation(legalCase, log.acts(legalCase.id(), Revocation.ACTS));
    }

    /** The revocation with this id. */
    public Revocation load(UUID caseId) {
        return read(log.byId(caseId));
    }

    /** All revocations of repairs of a determination's listing. */
    public List<Revocation> about(UUID determinationId) {
        return log.about(determinationId, Revocation.PROCEDURE).stream()
                .map(this::read)
                .toList();
    }
}
