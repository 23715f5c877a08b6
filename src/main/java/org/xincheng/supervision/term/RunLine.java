package org.xincheng.supervision.term;

import org.xincheng.credit.term.ExpiryRun;
import org.xincheng.platform.web.ChineseDates;

/**
 * A run as the pages show it.
 *
 * @param startedAt when, in Asia/Shanghai
 * @param by name of whoever began it
 * @param finishedAt when, or empty while it is under way or interrupted
 */
record RunLine(
        long id,
        String startedAt,
        String by,
        int expected,
        int done,
        int followedUp,
        int notOver,
        int failed,
        String finishedAt,
        String sha256) {

    static RunLine of(ExpiryRun run, String by) {
        var certificate = run.certificate();
        return new RunLine(
                run.id(),
                ChineseDates.moment(run.startedAt()),
                by,
                run.expected(),
                run.done(),
                run.followedUp(),
                run.notOver(),
                run.failed(),
                certificate.map(done -> ChineseDates.moment(done.finishedAt())).orElse(""),
                certificate.map(ExpiryRun.Certificate::sha256).orElse(""));
    }
}
