package org.xincheng.credit.cases;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One case of one procedure.
 *
 * @param id identity; the only thing a process keeps of it besides the number
 * @param number number on screens and letters, e.g. {@code RD-2026-000001}
 * @param procedure key of the procedure, e.g. {@code listing-determination}
 * @param regime code of the one regime it runs under
 * @param subjectId whom it concerns
 * @param about the determination whose listing it is about, or null where it is about no listing yet
 * @param openedAt when it was opened
 * @param openedBy by whom
 */
public record LegalCase(
        UUID id,
        String number,
        String procedure,
        String regime,
        UUID subjectId,
        UUID about,
        Instant openedAt,
        String openedBy) {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{2}-\\d{4}-\\d{6,}");

    /** Whether a text has the form of a case's number, in letters of either case. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
