package org.xincheng.procedure.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A bare row of the log of cases.
 *
 * @param number number of the case
 * @param procedure key of its procedure
 * @param caseId id of the case
 * @param seq place in the case, from 1
 * @param effect name of the act
 * @param effectSeq which of its kind in the case, from 1
 * @param actor who did it
 * @param day when, Asia/Shanghai
 * @param detail the act's own entries
 */
record Did(
        String number,
        String procedure,
        UUID caseId,
        int seq,
        String effect,
        int effectSeq,
        String actor,
        LocalDate day,
        JsonNode detail) {

    /** Procedure and effect, e.g. {@code objection.Accepted}. */
    String what() {
        return procedure + "." + effect;
    }

    boolean is(String... effects) {
        for (var one : effects) {
            if (one.equals(effect)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is the letter of one of these kinds. */
    boolean isLetter(String... kinds) {
        if (effect.equals("LetterWasIssued")) {
            for (var kind : kinds) {
                if (kind.equals(text("kind"))) {
                    return true;
                }
            }
        }
        return false;
    }

    String text(String entry) {
        return detail.path(entry).asText();
    }

    UUID id(String entry) {
        return UUID.fromString(text(entry));
    }
}
