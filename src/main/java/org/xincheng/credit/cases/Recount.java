package org.xincheng.credit.cases;

import java.util.UUID;
import org.xincheng.law.Deadline;

/**
 * A step's date that a calendar changes: it moves, is provisional no longer, or rests on other days.
 *
 * @param caseId the case
 * @param caseNumber its number
 * @param before the date as it was kept last
 * @param after the date as it is counted by the calendar, under the same rule and from the same day
 */
public record Recount(UUID caseId, String caseNumber, Deadline before, Deadline after) {

    /** Key of the step. */
    public String step() {
        return after.rule().step();
    }

    /** Whether the last day is another one. */
    public boolean moves() {
        return !before.due().equals(after.due());
    }
}
