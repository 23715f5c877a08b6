package org.xincheng.credit.privacy.redaction;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A proposal to redact a person, and what became of it.
 *
 * @param id identity
 * @param number e.g. {@code TM-2026-000001}
 * @param subjectId the person
 * @param ground why
 * @param basis document and article
 * @param reason what it rests on in this case; tells nothing of the person
 * @param proposedAt when
 * @param proposedBy by whom
 * @param review the other person's word, or null while it is open
 * @param protocol what was replaced, or null where nothing was
 */
public record RedactionOrder(
        UUID id,
        String number,
        UUID subjectId,
        Ground ground,
        String basis,
        String reason,
        Instant proposedAt,
        String proposedBy,
        Review review,
        Protocol protocol) {

    /** Whether nobody has decided it. */
    public boolean open() {
        return review == null;
    }

    /** The word on it: who, when, why, yes or no. */
    public record Review(boolean approved, String reason, Instant at, String by) {}

    /**
     * What was replaced.
     *
     * @param counts rows by table
     * @param hashes SHA-256 of the replaced contents by table, in hexadecimal
     */
    public record Protocol(Map<String, Integer> counts, Map<String, String> hashes, Instant at, String by) {

        /** SHA-256 of a table without any content. */
        private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

        /** Whether the person had nothing in a table. */
        public boolean nothingIn(String table) {
            return NOTHING.equals(hashes.get(table));
        }
    }
}
