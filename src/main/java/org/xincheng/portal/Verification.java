package org.xincheng.portal;

import org.xincheng.credit.verification.LetterStanding;

/**
 * What the public is told of a letter. Nothing of a person and nothing of the case: who holds the letter knows them, who does not has no
 * business with them.
 *
 * @param code the code it was found by
 * @param title its kind
 * @param number its number (文号)
 * @param issuedOn day of issue, in Chinese
 * @param issuer the authority that signed
 * @param sha256 hash of its text as issued, as it stands on the paper
 * @param authenticity whether the letter kept here is the one that was issued
 * @param standing where it stands now, null where {@code authenticity} is BROKEN
 * @param file what was found of the file that was handed in
 */
record Verification(
        String code,
        String title,
        String number,
        String issuedOn,
        String issuer,
        String sha256,
        Authenticity authenticity,
        LetterStanding standing,
        FileState file) {

    /** Whether this office issued it. */
    enum Authenticity {
        /** It was issued here, and its text is kept unchanged. */
        GENUINE,
        /** It was issued here; its text has been lawfully redacted, and the paper is compared by hash. */
        REDACTED,
        /** The kept text is not the one that was issued: the paper cannot be verified, and the office has to look into it. */
        BROKEN
    }

    /** What was found of a file. */
    enum FileState {
        /** None was handed in. */
        NOT_GIVEN,
        /** It is a print of this letter, to the byte. */
        GENUINE,
        /** It is no print of this letter: it was changed, scanned, saved anew by another program, or is of another letter. */
        OTHER
    }
}
