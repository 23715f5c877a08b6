package org.xincheng.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;

/**
 * A letter that is not settled: its service is not proven, or its copy has not gone out.
 *
 * @param id the letter
 * @param number its number
 * @param title its title
 * @param caseNumber number of its case
 * @param subjectId whom the case concerns
 * @param issuedAt when it was issued
 * @param state where its service stands
 * @param failed the ways that failed, each once
 * @param failures how many attempts failed
 * @param triedOn day of the last attempt or of the announcement
 * @param mail where its copy stands
 */
public record UnservedLetter(
        UUID id,
        String number,
        String title,
        String caseNumber,
        UUID subjectId,
        Instant issuedAt,
        State state,
        List<ServiceMethod> failed,
        int failures,
        Optional<LocalDate> triedOn,
        MailStatus.State mail) {

    /** Keeps its own copy. */
    public UnservedLetter {
        failed = List.copyOf(failed);
    }

    /** Where the service stands. */
    public enum State {
        /** Every attempt failed so far. */
        FAILED,
        /** No attempt is on record. */
        NOT_TRIED,
        /** A public announcement is running. */
        ANNOUNCED,
        /** It is served or need not be; only its copy has not gone out. */
        COPY_ONLY
    }
}
