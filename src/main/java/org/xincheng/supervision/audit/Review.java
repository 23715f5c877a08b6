package org.xincheng.supervision.audit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A review of lookups: a sample of the readings of a period.
 *
 * @param actor whose readings, or null for everybody's
 * @param seed what the sample was drawn by
 * @param headSeq end of the chain when it was drawn: later rows were not in the urn
 * @param population how many readings were in the urn
 * @param size how many were drawn
 * @param compliant how many of them were found compliant so far
 */
record Review(
        long id,
        Instant drawnAt,
        String drawnBy,
        LocalDate firstDay,
        LocalDate lastDay,
        String actor,
        String seed,
        long headSeq,
        long population,
        int size,
        int compliant,
        int doubtful,
        int violations) {

    /** How many have a verdict. */
    public int judged() {
        return compliant + doubtful + violations;
    }

    /** Whether some are still to be judged. */
    public boolean open() {
        return judged() < size;
    }
}
