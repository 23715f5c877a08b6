package org.xincheng.credit.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.xincheng.law.LegalTime;

/**
 * An act as the log keeps it.
 *
 * @param seq position in the case, from 1
 * @param effect name of the act, e.g. {@code NoticeIssued}
 * @param effectSeq how many acts of this name the case has had, this one included
 * @param actor who did it
 * @param cause through which task, timer or request
 * @param at when
 * @param act what was done
 */
public record LoggedAct(int seq, String effect, int effectSeq, String actor, String cause, Instant at, CaseAct act) {

    /** The day of the act, Asia/Shanghai. */
    public LocalDate day() {
        return LegalTime.dateOf(at);
    }

    /** The day on which it counts as done. */
    public LocalDate doneOn() {
        return act.doneOn(day());
    }
}
