package org.xincheng.supervision.expert;

import java.time.Instant;
import org.xincheng.credit.expert.Expert;
import org.xincheng.law.LegalTime;
import org.xincheng.platform.web.ChineseDates;

/**
 * An expert as the page shows it.
 *
 * @param entered day of entry
 * @param enteredBy name of whoever entered the expert
 * @param retiredOn day of retirement, empty for those on the register
 * @param reason why the expert left, may be empty
 */
record ExpertLine(
        String number,
        String name,
        String field,
        String unit,
        String entered,
        String enteredBy,
        boolean retired,
        String retiredOn,
        String reason) {

    static ExpertLine of(Expert expert, String enteredBy) {
        return new ExpertLine(
                expert.number(),
                expert.name(),
                expert.field(),
                expert.unit(),
                day(expert.enteredAt()),
                enteredBy,
                expert.retired(),
                expert.retired() ? day(expert.retiredAt()) : "",
                expert.retirementReason());
    }

    private static String day(Instant at) {
        return ChineseDates.day(LegalTime.dateOf(at));
    }
}
