package org.xincheng.supervision.audit;

import java.time.LocalDate;

/**
 * All that decides which readings are drawn.
 *
 * @param actor whose readings, or null for everybody's
 * @param headSeq last link of the chain that counts
 */
record Draw(LocalDate firstDay, LocalDate lastDay, String actor, String seed, long headSeq) {

    static Draw of(Review review) {
        return new Draw(review.firstDay(), review.lastDay(), review.actor(), review.seed(), review.headSeq());
    }
}
