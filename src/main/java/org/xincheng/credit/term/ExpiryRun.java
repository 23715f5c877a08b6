package org.xincheng.credit.term;

import java.time.Instant;
import java.util.Optional;

/**
 * One run that follows up terms that are over.
 *
 * @param id its number
 * @param startedAt when it began
 * @param startedBy id of whoever began it, or {@code engine}
 * @param expected how many terms waited when it began
 * @param followedUp how many were followed up until now
 * @param notOver how many alarms had rung too early until now
 * @param failed how many failed until now
 * @param certificate empty while it is under way, or interrupted
 */
public record ExpiryRun(
        long id,
        Instant startedAt,
        String startedBy,
        int expected,
        int followedUp,
        int notOver,
        int failed,
        Optional<Certificate> certificate) {

    /**
     * What was established when the run was finished; it never changes.
     *
     * @param finishedAt when
     * @param followedUp how many were followed up
     * @param notOver how many alarms had rung too early
     * @param failed how many failed
     * @param sha256 hash of the list of all items, in hexadecimal
     */
    public record Certificate(Instant finishedAt, int followedUp, int notOver, int failed, String sha256) {}

    /** How many terms it has dealt with. */
    public int done() {
        return followedUp + notOver + failed;
    }
}
