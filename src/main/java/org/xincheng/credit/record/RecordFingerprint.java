package org.xincheng.credit.record;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.xincheng.sealing.Sealer;

/**
 * What a record is known again by: the same act under the same document, however its number was typed. A keyed mark, since a plain
 * hash of an identity number is undone by trying all numbers.
 */
@Component
public class RecordFingerprint {

    private static final String MARK = "record.fingerprint";

    private final Sealer sealer;

    /** Fingerprints with the index key of a sealer. */
    public RecordFingerprint(Sealer sealer) {
        this.sealer = sealer;
    }

    /**
     * The fingerprint.
     *
     * @param regime code of the regime
     * @param item code of the behaviour item
     * @param identifier of the subject, as the register has it
     * @param documentNumber as typed
     * @param handledOn day on which the matter was finished
     */
    public String of(String regime, String item, String identifier, String documentNumber, LocalDate handledOn) {
        return sealer.mark(
                String.join("\n", regime, item, identifier, plainNumber(documentNumber), handledOn.toString()), MARK);
    }

    /** One document number is written with several kinds of brackets and spaces. */
    private static String plainNumber(String number) {
        return Normalizer.normalize(number, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s", "")
                .replaceAll("[〔【\\[{]", "(")
                .replaceAll("[〕】\\]}]", ")");
    }
}
