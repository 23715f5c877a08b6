package org.xincheng.credit.subject;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.CheckCharacters;

/**
 * A citizen identification number (公民身份号码, GB 11643-1999): 17 digits, among them the date of birth, and a check
 * character modulo 11.
 *
 * @param value the number, an X at its end in capital
 */
public record ResidentId(String value) {

    private static final int LENGTH = 18;
    private static final int EARLIEST_YEAR = 1900;

    /**
     * Accepts a well-formed number only.
     *
     * @throws BadInputException where it is not one
     */
    public ResidentId {
        fault(value).ifPresent(found -> {
            throw new BadInputException(List.of(found));
        });
    }

    /**
     * Reads a number as typed: full-width characters, a small x and spaces around it are mended.
     *
     * @throws BadInputException with the field {@code identifier} where it is no number
     */
    public static ResidentId parse(String raw) {
        return new ResidentId(Uscc.normalised(raw));
    }

    /** The date of birth the number holds. */
    public LocalDate birthDate() {
        return birthDate(value).orElseThrow();
    }

    /** What is wrong with a normalised number. */
    static Optional<Fault> fault(String number) {
        if (number == null || number.length() != LENGTH) {
            return identifierFault(
                    "公民身份号码应为18位，现为" + (number == null ? 0 : number.length()) + "位",
                    "a citizen identification number has 18 characters");
        }
        for (int i = 0; i < LENGTH - 1; i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return identifierFault("公民身份号码第" + (i + 1) + "位应为数字", "character " + (i + 1) + " must be a digit");
            }
        }
        if (birthDate(number).isEmpty()) {
            return identifierFault("公民身份号码中的出生日期不存在", "the date of birth in the number does not exist");
        }
        if (CheckCharacters.ofResident(number.substring(0, LENGTH - 1)) != number.charAt(LENGTH - 1)) {
            return identifierFault("公民身份号码的校验码不符", "the number's check character does not match");
        }
        return Optional.empty();
    }

    private static Optional<Fault> identifierFault(String zh, String en) {
        return Optional.of(new Fault("identifier", zh, en));
    }

    private static Optional<LocalDate> birthDate(String number) {
        int year = Integer.parseInt(number.substring(6, 10));
        if (year < EARLIEST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    year, Integer.parseInt(number.substring(10, 12)), Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Nothing of the number: it must not get into a log by way of a message. */
    @Override
    public String toString() {
        return "ResidentId";
    }
}
