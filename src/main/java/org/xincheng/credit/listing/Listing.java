package org.xincheng.credit.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xincheng.law.Suspension;

/**
 * A subject's entry on a list, as recorded. Whether it is in force is {@link ListingStatus}'s to say.
 *
 * @param id identity
 * @param caseId the determination it comes from
 * @param caseNumber that case's number
 * @param subjectId whom it concerns
 * @param regime code of the regime
 * @param level key of the level; where records were corrected, the lighter one that was left
 * @param levelRank 1 is lightest
 * @param effectiveOn day the decision was served
 * @param decisionId the decision letter
 * @param documentDate earliest date of the effective documents it rests on
 * @param publishBy last day for publication, or null where it is not published
 * @param publishedOn day of publication, or null
 * @param publicationBasis law or consent by which a natural person is published, blank where there is none
 * @param consentUntil last day of the consent the publication rests on, as far as it has not been withdrawn; null where it
 *     rests on law
 * @param suspensions in the order in which cases were accepted; any of them may still be running
 * @param revokedOn day on which it was found void from its beginning, or null
 * @param ends its ends before its term was over, in order; those that were restored included
 */
public record Listing(
        UUID id,
        UUID caseId,
        String caseNumber,
        UUID subjectId,
        String regime,
        String level,
        int levelRank,
        LocalDate effectiveOn,
        UUID decisionId,
        LocalDate documentDate,
        LocalDate publishBy,
        LocalDate publishedOn,
        String publicationBasis,
        LocalDate consentUntil,
        List<Suspension> suspensions,
        LocalDate revokedOn,
        List<ListingEnd> ends) {

    /** Copies the lists, so that a listing never changes. */
    public Listing {
        suspensions = List.copyOf(suspensions);
        ends = List.copyOf(ends);
    }

    /** What keeps it out of force on a day although its term is not over; empty where nothing does. */
    public Optional<ListingEnd> endedEarlyOn(LocalDate day) {
        return ends.stream().filter(end -> end.covers(day)).findFirst();
    }

    /** The end that stands: the listing was not restored since. */
    public Optional<ListingEnd> standingEnd() {
        return ends.stream().filter(ListingEnd::stands).findFirst();
    }

    /** Whether an objection or a complaint is being verified: the information is marked as disputed (NANNING art. 13; COUNTYXX (二十一)). */
    public boolean disputed() {
        return revokedOn == null && suspensions.stream().anyMatch(Suspension::running);
    }
}
