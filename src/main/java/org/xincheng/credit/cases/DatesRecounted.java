package org.xincheng.credit.cases;

import java.util.List;

/**
 * Kept dates were counted anew, in this transaction: whoever set alarms by them sets them anew before it commits.
 *
 * @param recounts each date with what it was before
 */
public record DatesRecounted(List<Recount> recounts) {

    /** Keeps its own copy. */
    public DatesRecounted {
        recounts = List.copyOf(recounts);
    }
}
