package org.xincheng.credit.subject;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.CheckCharacters;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters of digits and capitals without I, O, S, V and
 * Z, the last one a check character modulo 31.
 *
 * @param value the code in capitals, without spaces around it
 */
public record Uscc(String value) {

    private static final int LENGTH = 18;

    /**
     * Accepts a well-formed code only.
     *
     * @throws BadInputException where it is not one
     */
    public Uscc {
        fault(value).ifPresent(found -> {
            throw new BadInputException(List.of(found));
        });
    }

    /**
     * Reads a code as typed: full-width characters, small letters and spaces around it are mended.
     *
     * @throws BadInputException with the field {@code identifier} where it is no code
     */
    public static Uscc parse(String raw) {
        return new Uscc(normalised(raw));
    }

    /**
     * As {@link #parse(String)}, for an input of another name.
     *
     * @param field name of the input, which the fault then bears
     * @throws BadInputException with this field where it is no code
     */
    public static Uscc parse(String raw, String field) {
        String code = normalised(raw);
        fault(code).ifPresent(found -> {
            throw new BadInputException(field, found.zh(), found.en());
        });
        return new Uscc(code);
    }

    static String normalised(String raw) {
        return raw == null
                ? ""
                : Normalizer.normalize(raw, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    /**
     * What is wrong with a normalised code. The right check character is not told: a typing fault is to be looked up,
     * not guessed away.
     */
    static Optional<Fault> fault(String code) {
        if (code == null || code.length() != LENGTH) {
            return identifierFault(
                    "统一社会信用代码应为18位，现为" + (code == null ? 0 : code.length()) + "位",
                    "a unified social credit code has 18 characters");
        }
        for (int i = 0; i < LENGTH; i++) {
            if (CheckCharacters.USCC_ALPHABET.indexOf(code.charAt(i)) < 0) {
                return identifierFault(
                        "统一社会信用代码第" + (i + 1) + "位不是允许的字符（只用数字和除I、O、S、V、Z以外的大写字母）",
                        "character " + (i + 1) + " of the code is outside the alphabet of GB 32100-2015");
            }
        }
        if (CheckCharacters.ofUscc(code.substring(0, LENGTH - 1)) != code.charAt(LENGTH - 1)) {
            return identifierFault("统一社会信用代码的校验码不符", "the code's check character does not match");
        }
        return Optional.empty();
    }

    private static Optional<Fault> identifierFault(String zh, String en) {
        return Optional.of(new Fault("identifier", zh, en));
    }
}
