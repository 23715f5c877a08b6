package org.xincheng.credit.record;

import java.time.LocalDate;

/**
 * The effective legal document (生效文书) a record rests on (WZ2022 (四)).
 *
 * @param kind a key of {@code document-kinds.dmn}, e.g. {@code ADMINISTRATIVE_PENALTY}
 * @param number its number (文号)
 * @param issuer who issued it
 * @param issuerLevel administrative level of the issuer
 * @param date on which it was made
 * @param effectiveOn first day on which it was effective
 */
public record LegalDocument(
        String kind, String number, String issuer, AuthorityLevel issuerLevel, LocalDate date, LocalDate effectiveOn) {

    /** Takes the spaces off that typing leaves around texts. */
    public LegalDocument {
        kind = kind == null ? "" : kind.strip();
        number = number == null ? "" : number.strip();
        issuer = issuer == null ? "" : issuer.strip();
    }
}
