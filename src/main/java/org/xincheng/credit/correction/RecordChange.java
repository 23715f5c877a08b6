package org.xincheng.credit.correction;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What is to become of a wrong record.
 *
 * @param recordId the wrong one
 * @param withdrawn whether nothing takes its place
 * @param fact what really happened; blank where withdrawn
 * @param itemCode the behaviour item it really is; blank to leave it
 * @param correctionMade whether correction was made in time, as it really was; null to leave it
 * @param documentNumber the real number of the document it rests on; blank to leave it
 * @param handledOn the day on which the matter was really finished; null to leave it
 */
public record RecordChange(
        UUID recordId,
        boolean withdrawn,
        String fact,
        String itemCode,
        Boolean correctionMade,
        String documentNumber,
        LocalDate handledOn) {

    /** Acts of the time before document and day could be corrected leave both. */
    public RecordChange {
        documentNumber = documentNumber == null ? "" : documentNumber;
    }

    /** A change that leaves document and day as they are. */
    public RecordChange(UUID recordId, boolean withdrawn, String fact, String itemCode, Boolean correctionMade) {
        this(recordId, withdrawn, fact, itemCode, correctionMade, "", null);
    }

    /** A record in whose place nothing stands. */
    public static RecordChange withdrawal(UUID recordId) {
        return new RecordChange(recordId, true, "", "", null);
    }
}
