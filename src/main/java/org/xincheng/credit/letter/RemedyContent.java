package org.xincheng.credit.letter;

import java.time.LocalDate;
import java.util.List;

/**
 * What a letter of an objection or a complaint states. One shape for all its kinds: a part that a kind does not state is null or empty.
 *
 * @param caseNumber number of the objection or complaint
 * @param regimeTitle title of the document the listing was made under
 * @param authority who answers and signs
 * @param office the office that writes and where it is reached
 * @param addressee whom it is addressed to: the subject, the departments, or the public
 * @param subjectName the listed subject; on public notices a natural person's is masked
 * @param subjectIdentifier USCC, or the masked identity number of a person
 * @param remedy 异议 or 投诉
 * @param ground on what it rests, in words
 * @param receivedOn when it was received, or null where it was not entered
 * @param acceptedOn when it was accepted, or null
 * @param listed the listing it is about
 * @param answerBy until when and by which rule the answer is due
 * @param result what it came to, in one word
 * @param findings what was found, with reasons
 * @param changes what changes by it, a sentence each
 * @param suspension the suspension's days, in words
 * @param term the term's end as it now stands, in words
 * @param measures the measures it is about, each with its cited law
 * @param departments who carries them out
 * @param legalBasis provisions it rests on, each with document and article
 * @param remedies bodies and time limits for complaint, reconsideration and litigation
 * @param reasons why it was not accepted, or ended
 * @param date day of the letter
 */
public record RemedyContent(
        String caseNumber,
        String regimeTitle,
        String authority,
        LetterContent.Office office,
        String addressee,
        String subjectName,
        String subjectIdentifier,
        String remedy,
        String ground,
        LocalDate receivedOn,
        LocalDate acceptedOn,
        Listed listed,
        String answerBy,
        String result,
        String findings,
        List<String> changes,
        String suspension,
        String term,
        List<LetterContent.Measure> measures,
        List<String> departments,
        List<String> legalBasis,
        List<LetterContent.Remedy> remedies,
        String reasons,
        LocalDate date)
        implements StatedContent {

    /**
     * The listing.
     *
     * @param decisionNumber number of the decision (文号)
     * @param decidedOn day of the decision
     * @param levelName list and level
     * @param caseNumber number of the determination
     */
    public record Listed(String decisionNumber, LocalDate decidedOn, String levelName, String caseNumber) {}
}
