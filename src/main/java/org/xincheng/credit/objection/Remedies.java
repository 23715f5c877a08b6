package org.xincheng.credit.objection;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;

/** Reads objections and complaints alike. */
@Component
public class Remedies {

    private final CaseLog log;
    private final Objections objections;
    private final Complaints complaints;

    Remedies(CaseLog log, Objections objections, Complaints complaints) {
        this.log = log;
        this.objections = objections;
        this.complaints = complaints;
    }

    /**
     * The objection or complaint with this id.
     *
     * @throws IllegalArgumentException where it is a case of another procedure, or there is none
     */
    public Remedy load(UUID caseId) {
        return read(log.byId(caseId));
    }

    /** All objections to a determination's listing with the complaints against their answers, oldest first. */
    public List<Remedy> about(UUID determinationId) {
        return log.about(determinationId, objections.procedure(), complaints.procedure()).stream()
                .map(this::read)
                .toList();
    }

    private Remedy read(LegalCase legalCase) {
        if (legalCase.procedure().equals(objections.procedure())) {
            return objections.read(legalCase);
        }
        if (legalCase.procedure().equals(complaints.procedure())) {
            return complaints.read(legalCase);
        }
        throw new IllegalArgumentException(legalCase.number() + " is neither an objection nor a complaint");
    }
}
