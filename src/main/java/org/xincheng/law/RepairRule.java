package org.xincheng.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * One row of {@code processes/repair/repair-eligibility.dmn}: when repair can be asked for, and what it takes.
 *
 * @param minimumMonths shortest public period of the national rule, counted from the founding document (信用修复管理办法)
 * @param ownMonths shortest period of the regime itself, counted from publication; 0 where it has none
 * @param noNewRecord whether no record may have come in since the listing (NANNING art. 16)
 * @param welfareProof whether proof of public-welfare work or social responsibility is needed (NANNING art. 16)
 * @param document founding document
 * @param article its article
 */
public record RepairRule(
        int minimumMonths, int ownMonths, boolean noNewRecord, boolean welfareProof, String document, String article) {

    /**
     * The first day on which repair can be asked for. The regime's own period is capped by the national one: where both are set, the day that comes first
     * (regimes.md §C 17; national.md §1).
     *
     * @param documentDate day of the founding document
     * @param publishedOn day of publication, or null
     */
    public LocalDate earliest(LocalDate documentDate, LocalDate publishedOn) {
        var national = documentDate.plusMonths(minimumMonths);
        return ownMonths == 0 || publishedOn == null
                ? national
                : Stream.of(national, publishedOn.plusMonths(ownMonths))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
    }
}
