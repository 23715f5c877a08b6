package org.xincheng.credit.listing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A subject's entry on a list, as recorded. Whether it is in force is {@link ListingStatus}'s to say.
 *
 * @param id identity
 * @param caseId the determination it comes from
 * @param caseNumber that case's number
 * @param subjectId whom it concerns
 * @param regime code of the regime
 * @param level key of the level
 * @param levelRank 1 is lightest
 * @param effectiveOn day the decision was served
 * @param decisionId the decision letter
 * @param documentDate earliest date of the effective documents it rests on
 * @param publishBy last day for publication, or null where it is not published
 * @param publishedOn day of publication, or null
 * @param publicationBasis law or consent by which a natural person is published, blank where there is none
 * @param consentUntil last day of the consent the publication rests on, as far as it has not been withdrawn; null where it
 *     rests on law
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
        LocalDate consentUntil) {}
