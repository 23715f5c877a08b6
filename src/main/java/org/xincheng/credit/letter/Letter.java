package org.xincheng.credit.letter;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter as issued. It is never written again: the hash is that of the stored text.
 *
 * @param id identity
 * @param caseId the case it belongs to
 * @param kind its kind
 * @param number its number (文号)
 * @param title its title
 * @param html the whole letter, as issued
 * @param sha256 hash of the UTF-8 bytes of {@code html}, in hexadecimal
 * @param issuedAt when it was issued
 * @param issuedBy who issued it
 */
public record Letter(
        UUID id,
        UUID caseId,
        LetterKind kind,
        String number,
        String title,
        String html,
        String sha256,
        Instant issuedAt,
        String issuedBy) {}
