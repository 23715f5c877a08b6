package org.xincheng.credit.letter;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter as issued. It is never written again: the hash is that of the stored text. Only the redaction of its person replaces the
 * text; the hash stays, so that an original can still be told from another paper.
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
        String issuedBy) {

    /** What stands in place of a redacted letter's text; the database's function writes the same. */
    public static final String REDACTED =
            "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"UTF-8\"><title>已脱敏处置</title></head>"
                    + "<body><p>本文书的内容已依法脱敏处置。文号、签发时间和原文的SHA-256校验值予以保留，可据以核对原件。</p></body></html>";

    /** Whether its text was redacted. */
    public boolean isRedacted() {
        return html.equals(REDACTED);
    }
}
