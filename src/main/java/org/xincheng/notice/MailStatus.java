package org.xincheng.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the mailed copy of a letter stands.
 *
 * @param state the state
 * @param failures how often sending failed so far
 * @param lastError what the last failure said, or which departments have not got it; empty unless {@code FAILED} or {@code UNREACHED}. For staff only
 * @param at time of the last attempt; empty while there was none
 */
public record MailStatus(State state, int failures, String lastError, Optional<Instant> at) {

    /** The states, in the order in which they want attention. */
    public enum State {
        /** The last attempt failed; it is tried again, and after the last try somebody has to look at it. */
        FAILED,
        /** A notice to departments went to those that can be mailed; the others have to get it on paper. */
        UNREACHED,
        /** No attempt yet. */
        PENDING,
        /** The subject had registered no address when it was tried. */
        NO_ADDRESS,
        /** A copy was handed to the mail server. */
        SENT
    }
}
