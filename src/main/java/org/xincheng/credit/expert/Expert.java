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
 * @param retired whether he or she has left the register
 */
public record Expert(
        String number, String name, String field, String unit, Instant enteredAt, String enteredBy, boolean retired) {}
