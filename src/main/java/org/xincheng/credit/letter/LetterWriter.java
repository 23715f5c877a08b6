package org.xincheng.credit.letter;

/** Writes a letter's text; the notice module does it from the templates in {@code forms/letters/}. */
public interface LetterWriter {

    /**
     * The complete letter as an HTML document, the same for the same input.
     *
     * @param kind which template
     * @param number the letter's number
     * @param content what it states
     */
    String write(LetterKind kind, String number, StatedContent content);
}
