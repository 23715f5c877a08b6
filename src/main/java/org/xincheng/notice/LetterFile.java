package org.xincheng.notice;

import java.util.UUID;
import org.xincheng.credit.letter.Letter;

/**
 * A letter with what belongs to it.
 *
 * @param letter the letter as issued
 * @param caseNumber number of its case
 * @param subjectId whom the case concerns; whoever reads the letter reads this subject's data
 */
public record LetterFile(Letter letter, String caseNumber, UUID subjectId) {}
