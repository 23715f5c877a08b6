package org.xincheng.credit.file;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file of a case.
 *
 * @param id identity
 * @param caseId the case
 * @param serial its number in the case, from 1
 * @param name generated, e.g. {@code RD-2026-000001-附件-003.pdf}
 * @param senderName what the sender called it, cleaned; for display only
 * @param evidence kind of evidence
 * @param description what it shows
 * @param kind what its content is
 * @param size in bytes
 * @param sha256 hash of its content, hexadecimal
 * @param addedAt when it was filed
 * @param addedBy user id of whoever filed it
 * @param state whether its content may be let out
 * @param signature what the scanner found, empty unless rejected
 * @param withdrawal by whom and why it was withdrawn, where it was
 * @param replaces the file of which this is a new version, by its number in the case
 */
public record Attachment(
        UUID id,
        UUID caseId,
        int serial,
        String name,
        String senderName,
        EvidenceKind evidence,
        String description,
        FileKind kind,
        long size,
        String sha256,
        Instant addedAt,
        String addedBy,
        FileState state,
        String signature,
        Optional<Withdrawal> withdrawal,
        Optional<Integer> replaces) {

    /** A withdrawal: the file was filed wrongly. It stays in the store and is let out to nobody. */
    public record Withdrawal(String reason, Instant at, String by) {}

    /** Whether it counts as filed: a file that is withdrawn, or in which the scanner found something, replaces no other. */
    boolean stands() {
        return state != FileState.REJECTED && withdrawal.isEmpty();
    }

    /** Whether it may be downloaded. */
    public boolean released() {
        return state == FileState.CLEAN && withdrawal.isEmpty();
    }
}
