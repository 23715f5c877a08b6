package org.xincheng.credit.term;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xincheng.law.LegalTime;

/**
 * What a run did about one term.
 *
 * @param seq place in the run, from 1
 * @param listingId the listing
 * @param caseNumber number of the term's case
 * @param regime key of the regime
 * @param lastDay last day of the term as it stood
 * @param outcome what became of it
 * @param detail of a failure the kind of fault, without personal data; empty otherwise
 * @param at when
 */
public record ExpiryItem(
        int seq,
        UUID listingId,
        String caseNumber,
        String regime,
        LocalDate lastDay,
        Outcome outcome,
        String detail,
        Instant at) {

    /** What can become of a term that a run looks at. */
    public enum Outcome {
        /** It was over; its letter is issued, and departments and channels are followed up in its case. */
        FOLLOWED_UP,
        /** Its alarm rang, but its facts say that it is not over: the alarm is set anew. */
        NOT_OVER,
        /** Nothing was done; it is tried again by a later run, and becomes an incident after the last try. */
        FAILED
    }

    /** The columns of the list that a certificate vouches for. */
    public static final List<String> COLUMNS =
            List.of("seq", "case_number", "listing_id", "regime", "last_day", "outcome", "detail", "at");

    /** The line of this item in that list. */
    public String line() {
        return String.join(
                ",",
                String.valueOf(seq),
                caseNumber,
                listingId.toString(),
                regime,
                lastDay.toString(),
                outcome.name(),
                detail,
                at.atZone(LegalTime.ZONE).toOffsetDateTime().toString());
    }
}
