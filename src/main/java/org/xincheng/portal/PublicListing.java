package org.xincheng.portal;

import java.time.LocalDate;
import org.xincheng.credit.listing.PublicListings;
import org.xincheng.credit.subject.SubjectKind;

/**
 * A listing as the public interface answers it. A natural person's name and number are masked.
 *
 * @param subject name of the subject
 * @param subjectKind what it is
 * @param uscc unified social credit code; null for a natural person
 * @param identifier the code, or the masked number of a natural person
 * @param regime code of the regime
 * @param regimeTitle title of the regime's document
 * @param level key of the level
 * @param levelName name of list and level
 * @param caseNumber number of the case
 * @param decisionNumber number of the decision (文号)
 * @param effectiveOn day from which it is in force
 * @param publishedOn day of publication
 * @param publicUntil last day on public pages, as it stands today
 * @param disputed whether an objection or a complaint is being verified (存在异议)
 * @param measuresInForce whether the listing's measures may be carried out
 * @param authority the determining authority
 * @param legalBasis document and article that found the list
 * @param removal how to get off the list and how to object, in one sentence
 */
record PublicListing(
        String subject,
        SubjectKind subjectKind,
        String uscc,
        String identifier,
        String regime,
        String regimeTitle,
        String level,
        String levelName,
        String caseNumber,
        String decisionNumber,
        LocalDate effectiveOn,
        LocalDate publishedOn,
        LocalDate publicUntil,
        boolean disputed,
        boolean measuresInForce,
        String authority,
        String legalBasis,
        String removal) {

    static PublicListing of(PublicListings.Entry entry, String removal) {
        return new PublicListing(
                entry.subjectName(),
                entry.subjectKind(),
                entry.subjectKind() == SubjectKind.PERSON ? null : entry.identifier(),
                entry.identifier(),
                entry.regime().code(),
                entry.regime().title(),
                entry.level().level(),
                entry.level().nameZh(),
                entry.caseNumber(),
                entry.decisionNumber(),
                entry.effectiveOn(),
                entry.publishedOn(),
                entry.publicUntil(),
                entry.disputed(),
                !entry.disputed(),
                entry.regime().authority(),
                entry.level().document() + entry.level().article(),
                removal);
    }
}
