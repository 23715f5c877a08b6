package org.xincheng.procedure.term;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.record.RecordTaken;
import org.xincheng.credit.term.UpgradeOnNewAct;

/** Tells the terms of a subject's listings of a new act, in the transaction in which its record is taken in. */
@Component
class NewActs {

    private static final String NEW_ACT_RECORDED = "message_newActRecorded";

    private final UpgradeOnNewAct upgrades;
    private final TermInstances instances;
    private final AsTheProcedure engine;

    NewActs(UpgradeOnNewAct upgrades, TermInstances instances, AsTheProcedure engine) {
        this.upgrades = upgrades;
        this.instances = instances;
        this.engine = engine;
    }

    /** A term in which somebody considers a new act already is not told again: the task shows every act that waits. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RecordTaken taken) {
        upgrades.note(taken.recordId(), Actor.engine("record-intake"))
                .forEach(term -> engine.run(() -> instances.tell(term, NEW_ACT_RECORDED)));
    }
}
