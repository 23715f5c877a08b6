package org.xincheng.supervision.term;

import java.util.List;
import org.xincheng.credit.term.ReconciliationLog.Finding;
import org.xincheng.credit.term.ReconciliationLog.Run;
import org.xincheng.platform.web.ChineseDates;

/**
 * A reconciliation as the page shows it.
 *
 * @param at when it was finished, in Asia/Shanghai
 * @param by name of whoever asked for it
 * @param listings how many listings it compared
 * @param instances how many process instances it compared
 * @param findings what it found
 */
record NightLine(long id, String at, String by, int listings, int instances, List<Finding> findings) {

    static NightLine of(Run run, String by) {
        return new NightLine(
                run.id(), ChineseDates.moment(run.finishedAt()), by, run.listings(), run.instances(), run.findings());
    }
}
