package org.xincheng.credit.cases;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.RefusedException;
import org.xincheng.law.Deadline;
import org.xincheng.law.DeadlineRule;
import org.xincheng.law.RegimeTables;

/** Finds the deadline of a step from the day its limit runs from, which the case tells. */
@Component
public class CaseDates {

    private final RegimeTables tables;
    private final Deadlines deadlines;

    CaseDates(RegimeTables tables, Deadlines deadlines) {
        this.tables = tables;
        this.deadlines = deadlines;
    }

    /**
     * The deadline of a step of this case; it is kept with its proof.
     *
     * @throws RefusedException where the step's start event has not happened: the step cannot be taken yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Deadline due(CaseHistory history, String step) {
        var rule = tables.deadline(history.legalCase().regime(), step);
        var start = history.dayOf(rule.startEvent())
                .orElseThrow(() -> new RefusedException(stepsFollowTheirStartEvent(rule)));
        return deadlines.set(history.legalCase(), step, start);
    }

    /** The deadline of a step whose start event has happened; kept nowhere. */
    public Optional<Deadline> find(CaseHistory history, String step) {
        var regime = history.legalCase().regime();
        return history.dayOf(tables.deadline(regime, step).startEvent())
                .map(start -> deadlines.count(regime, step, start));
    }

    private static Refusal stepsFollowTheirStartEvent(DeadlineRule rule) {
        return new Refusal(
                "stepsFollowTheirStartEvent",
                "“" + rule.stepZh() + "”的期限自“" + rule.startEventZh() + "”起算，该事项尚未发生，不能进入这一步骤",
                "The step's start event " + rule.startEvent() + " has not happened.",
                rule.document(),
                rule.article());
    }
}
