package org.xincheng.credit.letter;

/**
 * A letter before it is issued.
 *
 * @param html the whole document, with {@value #NO_NUMBER} where its number will stand
 */
public record LetterInPreparation(LetterKind kind, String html) {

    /** What stands in place of the number. */
    public static final String NO_NUMBER = "（预览，尚未编号）";

    /** A letter as it would be issued, without the number, which belongs to nobody yet. */
    public static LetterInPreparation unnumbered(Letter letter) {
        return new LetterInPreparation(letter.kind(), letter.html().replace(letter.number(), NO_NUMBER));
    }
}
