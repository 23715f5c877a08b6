package org.xincheng.credit.letter;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a letter of a determination states. One shape for all its kinds: a part that a kind does not state is null or empty.
 *
 * @param caseNumber number of the case
 * @param regimeTitle title of the document the case runs under
 * @param authority the determining authority, which signs
 * @param office the office that writes and where it is reached
 * @param subjectName the subject as addressed
 * @param subjectIdentifier USCC, or the masked identity number of a person
 * @param facts the acts of dishonesty found
 * @param evidence what proves them
 * @param legalBasis provisions the (intended) decision rests on, each with document and article
 * @param levelName list and level the subject is (to be) entered on
 * @param measures the measures the decision brings, each with its cited law
 * @param references entries that other bodies may refer to and that bind nobody
 * @param removal how to get off the list: conditions and procedure
 * @param term the listing's term in words
 * @param publication whether, where and until when it is published
 * @param rights what the subject may do before a decision: statement, hearing, limits
 * @param hearing date, place and chair of a hearing
 * @param opinions how the subject's statements were dealt with, with reasons
 * @param remedies bodies and time limits for reconsideration and litigation
 * @param reasons why the subject is not listed
 * @param date day of the letter
 */
public record LetterContent(
        String caseNumber,
        String regimeTitle,
        String authority,
        Office office,
        String subjectName,
        String subjectIdentifier,
        String facts,
        String evidence,
        List<String> legalBasis,
        String levelName,
        List<Measure> measures,
        List<Measure> references,
        List<String> removal,
        String term,
        String publication,
        List<String> rights,
        Hearing hearing,
        List<Opinion> opinions,
        List<Remedy> remedies,
        String reasons,
        LocalDate date)
        implements StatedContent {

    /** The office's name, address and telephone. */
    public record Office(String name, String address, String phone) {}

    /** A measure with the law it cites. */
    public record Measure(String text, String legalBasis, String departments) {}

    /** A hearing's place and time. */
    public record Hearing(OffsetDateTime at, String place, String chair, boolean open) {}

    /** What was said, what was found of it, and why. */
    public record Opinion(String statement, String outcome, String reasons) {}

    /** A remedy: the body it is sought from and until when. */
    public record Remedy(String kind, String body, String limit) {}
}
