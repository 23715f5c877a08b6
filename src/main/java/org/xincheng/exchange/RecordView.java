package org.xincheng.exchange;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Severity;
import org.xincheng.law.LegalTime;

/**
 * A record as the interface answers it: nothing of its subject's data, which the caller has.
 *
 * @param number e.g. {@code SX-2026-000001}
 * @param regime code of the regime
 * @param item code of the behaviour item
 * @param itemZh the item's words
 * @param documentNumber number of the effective document
 * @param handledOn day on which the matter was finished
 * @param severity by the item
 * @param points by the item
 * @param recordedAt when it was taken in
 */
record RecordView(
        String number,
        String regime,
        String item,
        String itemZh,
        String documentNumber,
        LocalDate handledOn,
        Severity severity,
        int points,
        OffsetDateTime recordedAt) {

    static RecordView of(Record record) {
        return new RecordView(
                record.number(),
                record.regime(),
                record.item().code(),
                record.item().textZh(),
                record.document().number(),
                record.handledOn(),
                record.severity(),
                record.points(),
                record.recordedAt().atZone(LegalTime.ZONE).toOffsetDateTime());
    }
}
