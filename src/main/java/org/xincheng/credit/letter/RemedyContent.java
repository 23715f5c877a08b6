package org.xincheng.credit.letter;

import java.time.LocalDate;
import java.util.List;
import org.xincheng.law.Suspension;
import org.xincheng.law.TermState;

/**
 * What a letter of an objection or a complaint states. One shape for all its kinds: a part that a kind does not state is null or empty.
 *
 * @param caseNumber number of the objection or complaint
 * @param regimeTitle title of the document the listing was made under
 * @param authority who answers and signs
 * @param office the office that writes and where it is reached
 * @param addressee whom it is addressed to: the subject, or the departments; empty where it is the public
 * @param subjectName the listed subject; on notices to departments and to the public a natural person's is masked
 * @param subjectIdentifier USCC, or the masked identity number of a person
 * @param remedy 异议 or 投诉
 * @param ground on what it rests, in words
 * @param receivedOn when it was received, or null where it was not entered
 * @param acceptedOn when it was accepted, or null
 * @param withdrawnOn when it was withdrawn, or null
 * @param listed the listing it is about
 * @param answerBy until when and by which rule the answer is due, or null where it was not accepted
 * @param result what it came to, in one word
 * @param findings what was found, with reasons; only for the party
 * @param changes what changes by it, a sentence each
 * @param stands whether the listing stays; false where it is void from its beginning
 * @param suspension the time in which measures and clock rested because of this case, or null where it was not accepted
 * @param resting whether they rest after this letter, because of this case or of another one
 * @param term where the term stands after this letter, or null where the listing does not stay
 * @param measures the measures it is about, each with its cited law
 * @param lifted the measures that this case's correction has taken away
 * @param departments who carries them out
 * @param legalBasis provisions it rests on, each with document and article
 * @param remedies bodies and time limits for complaint, reconsideration and litigation
 * @param reasons why it was not accepted
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
        LocalDate withdrawnOn,
        Listed listed,
        Answer answerBy,
        String result,
        String findings,
        List<String> changes,
        boolean stands,
        Suspension suspension,
        boolean resting,
        Term term,
        List<LetterContent.Measure> measures,
        List<LetterContent.Measure> lifted,
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
     * @param levelName list and level as they stand now
     * @param caseNumber number of the determination
     */
    public record Listed(String decisionNumber, LocalDate decidedOn, String levelName, String caseNumber) {}

    /**
     * When the answer is due.
     *
     * @param limit e.g. 15个工作日
     * @param startEvent from which the limit runs, in words
     * @param due last day
     * @param provisional whether that day rests on a calendar that is not there yet
     * @param basis document and article
     */
    public record Answer(String limit, String startEvent, LocalDate due, boolean provisional, String basis) {}

    /**
     * The listing's term.
     *
     * @param state where it stands
     * @param lastDay last day, or null where it has not begun or its clock stands still
     * @param remainingDays natural days that are left
     * @param capped whether the statutory maximum keeps the last day from moving by all suspended days
     */
    public record Term(TermState state, LocalDate lastDay, long remainingDays, boolean capped) {}
}
