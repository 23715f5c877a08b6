package org.xincheng.credit.expert;

import java.time.Instant;

/**
 * An expert on the register.
 *
 * @param number e.g. {@code ZJ-0001}
 * @param name his or her name
 * @param field what he or she knows
 * @param unit where he or she works, for recusal
 * @param enteredAt when
 * @param enteredBy by whom
 * @param retiredAt when he or she left the register, or null
 * @param retirementReason why, empty for those who are on it
 */
public record Expert(
        String number,
        String name,
        String field,
        String unit,
        Instant enteredAt,
        String enteredBy,
        Instant retiredAt,
        String retirementReason) {

    /** Whether he or she has left the register. */
    public boolean retired() {
        return retiredAt != null;
    }
}
