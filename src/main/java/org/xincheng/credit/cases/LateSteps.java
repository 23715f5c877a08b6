package org.xincheng.credit.cases;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.cases.CommonAct.LatenessFlagged;
import org.xincheng.credit.cases.CommonAct.SupervisionOrdered;

/** Flags late steps, and takes the supervisor's order about a late answer. Nothing else changes: an authority's silence is never an answer (DESIGN §6, 10). */
@Service
public class LateSteps {

    private static final int LONGEST_ORDER = 4000;

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

    /** Flags the answer that the party waits for as late. */
    @Transactional
    public void flagAnswer(UUID caseId, Actor actor) {
        flag(caseId, stepOfTheAnswer(cases.load(caseId)), actor);
    }

    /** Records a supervisor's order about the answer that is late (NANNING art. 23(二)). */
    @Transactional
    public void orderSupervision(UUID caseId, String order, Actor actor) {
        var history = cases.load(caseId);
        var faults = new FaultList();
        faults.requiredText("order", "督办意见", order, LONGEST_ORDER);
        faults.throwIfAny();
        log.append(history.legalCase(), actor, new SupervisionOrdered(stepOfTheAnswer(history), order.strip()));
    }

    private static String stepOfTheAnswer(CaseHistory history) {
        return history.stepOfTheAnswer()
                .orElseThrow(() -> new IllegalStateException(history.legalCase().number() + " owes nobody an answer"));
    }
}
