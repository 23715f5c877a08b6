package org.xincheng.supervision.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.xincheng.credit.privacy.ConsentMode;
import org.xincheng.credit.privacy.NewConsent;
import org.xincheng.credit.privacy.Purpose;

/** A consent as it was typed. */
record ConsentForm(
        String purpose, String scope, String mode, String told, String evidence, String givenOn, String expiresOn) {

    static final ConsentForm EMPTY = new ConsentForm("", "", "", "", "", "", "");

    /** What the store is handed; a value that cannot be read is missing to it, and it says which. */
    NewConsent read() {
        return new NewConsent(
                constant(Purpose.values(), purpose),
                scope,
                constant(ConsentMode.values(), mode),
                told,
                evidence,
                day(givenOn),
                day(expiresOn));
    }

    /** A day of a date field, or null where there is none. */
    static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static <E extends Enum<E>> E constant(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
