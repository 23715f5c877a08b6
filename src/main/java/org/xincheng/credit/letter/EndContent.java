package org.xincheng.credit.letter;

import java.time.LocalDate;
import java.util.List;

/**
 * What a letter about the end of a listing states: repair, removal, end of the term. One shape for all its kinds: a part that a kind does not state is null or
 * empty.
 *
 * @param caseNumber number of the case
 * @param regimeTitle title of the document the listing was made under
 * @param authority who signs
 * @param office the office that writes and where it is reached
 * @param addressee whom it is addressed to: the subject, or the departments; empty where it is the public
 * @param subjectName the listed subject; on notices to departments and to the public a natural person's is masked
 * @param subjectIdentifier USCC, or the masked identity number of a person
 * @param listed the listing it is about
 * @param statements what is told, a sentence each
 * @param answerBy until when and by which rule the answer is due, or null where none is
 * @param conditions what the subject has to do, and how, a sentence each
 * @param reasons why something was refused or taken back; blank where nothing was
 * @param measures the measures it is about, each with its cited law
 * @param attached measures that by a law of their own outlive the listing, a sentence each
 * @param departments who carries the measures out
 * @param legalBasis provisions it rests on, each with document and article
 * @param remedies bodies and time limits for reconsideration and litigation
 * @param date day of the letter
 */
public record EndContent(
        String caseNumber,
        String regimeTitle,
        String authority,
        LetterContent.Office office,
        String addressee,
        String subjectName,
        String subjectIdentifier,
        RemedyContent.Listed listed,
        List<String> statements,
        RemedyContent.Answer answerBy,
        List<String> conditions,
        String reasons,
        List<LetterContent.Measure> measures,
        List<String> attached,
        List<String> departments,
        List<String> legalBasis,
        List<LetterContent.Remedy> remedies,
        LocalDate date)
        implements StatedContent {}
