package org.xincheng.credit;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Finds citizen identification numbers (GB 11643-1999) in texts, also where they are typed with spaces, dashes, full-width digits,
 * invisible characters or a small x. A number is 18 characters that stand by themselves, hold a date of birth and end with the right
 * check character. Not taken for one: a longer number, the code of a unit ({@link #isUnitCode}), and the number of a document, which
 * stands between 第, 字 or a bracket and 号.
 */
public final class IdentityNumbers {

    private static final int LENGTH = 18;

    /** How many characters may stand between two digits of one number. */
    private static final int WIDEST_GAP = 3;

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final String BEFORE_DOCUMENT_NUMBER = "第字)]〕】";

    /** The codes of the provinces (GB/T 2260), as a unit's code holds them at its third and fourth place. */
    private static final Pattern UNIT_CODE =
            Pattern.compile("9[123](1[1-5]|2[123]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]).*");

    private IdentityNumbers() {}

    /** Whether a text holds one; false for null. */
    public static boolean in(String text) {
        if (text == null || text.length() < LENGTH) {
            return false;
        }
        String plain = plain(text);
        for (int start = 0; start + LENGTH <= plain.length(); start++) {
            boolean begins = isDigit(plain, start) && !isDigit(plain, start - 1);
            if (begins && standsAt(plain, start)) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        String folded = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        StringBuilder plain = new StringBuilder(folded.length());
        folded.codePoints().forEach(c -> {
            int digit = Character.digit(c, 10);
            plain.appendCodePoint(digit < 0 ? Character.toUpperCase(c) : '0' + digit);
        });
        return plain.toString();
    }

    private static boolean standsAt(String text, int start) {
        StringBuilder number = new StringBuilder(LENGTH);
        int at = start;
        int gap = 0;
        while (at < text.length() && number.length() < LENGTH) {
            char c = text.charAt(at);
            if (isDigit(text, at) || (c == 'X' && number.length() == LENGTH - 1)) {
                number.append(c);
                gap = 0;
            } else if (isGap(c) && gap < WIDEST_GAP) {
                gap++;
            } else {
                return false;
            }
            at++;
        }
        return number.length() == LENGTH
                && !isDigit(text, at)
                && isResident(number)
                && !isUnitCode(number)
                && !isDocumentNumber(text, start, at);
    }

    private static boolean isResident(CharSequence number) {
        return CheckCharacters.ofResident(number.subSequence(0, LENGTH - 1)) == number.charAt(LENGTH - 1)
                && isDate(number.subSequence(6, 14).toString());
    }

    private static boolean isDate(String day) {
        if (!day.startsWith("19") && !day.startsWith("20")) {
            return false;
        }
        try {
            LocalDate.of(
                    Integer.parseInt(day.substring(0, 4)),
                    Integer.parseInt(day.substring(4, 6)),
                    Integer.parseInt(day.substring(6)));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** A number of both kinds is a unit's where it begins as the codes of enterprises, traders and co-operatives do. */
    private static boolean isUnitCode(CharSequence number) {
        return UNIT_CODE.matcher(number).matches()
                && CheckCharacters.ofUscc(number.subSequence(0, LENGTH - 1)) == number.charAt(LENGTH - 1);
    }

    private static boolean isDocumentNumber(String text, int start, int end) {
        return start > 0
                && BEFORE_DOCUMENT_NUMBER.indexOf(text.charAt(start - 1)) >= 0
                && end < text.length()
                && text.charAt(end) == '号';
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isGap(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || ".·_,、/|".indexOf(c) >= 0;
    }
}
