package org.xincheng.credit.cases;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.CommonAct.LatenessFlagged;

/** Flags late steps. Nothing else changes: an authority's silence is never an answer (DESIGN §6, 10). */
@Service
public class LateSteps {

    private final CaseLog log;
    private final Cases cases;
    private final CaseDates dates;

    LateSteps(CaseLog log, Cases cases, CaseDates dates) {
        this.log = log;
        this.cases = cases;
        this.dates = dates;
    }

    /** Flags a step as late; one that was flagged for the same last day already is not flagged again. */
    @Transactional
    public void flag(UUID caseId, String step, Actor actor) {
        var history = cases.load(caseId);
        var flag = new LatenessFlagged(step, dates.due(history, step).due());
        if (history.last(LatenessFlagged.class, flag::equals).isEmpty()) {
            log.append(history.legalCase(), actor, flag);
        }
    }
}
