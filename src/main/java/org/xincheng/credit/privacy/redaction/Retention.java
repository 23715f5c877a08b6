package org.xincheng.credit.privacy.redaction;

import java.time.LocalDate;
import java.util.UUID;
import org.xincheng.law.Deadline;

/**
 * How long a person's data is kept, as the facts stand on a day.
 *
 * @param subjectId the person
 * @param reference number of the person's latest case, or of a record where there is no case
 * @param openCase number of a case that is not closed, empty where there is none
 * @param listingInForce number of a case whose listing is in force, empty where there is none
 * @param lastEnd day on which the last listing, case or record ended; null while something has not
 * @param until the last day the data is kept, with the rule it rests on; null while something has not ended
 */
public record Retention(
        UUID subjectId, String reference, String openCase, String listingInForce, LocalDate lastEnd, Deadline until) {

    /** Whether the data is kept no longer on a day. */
    public boolean overOn(LocalDate day) {
        return until != null && until.due().isBefore(day);
    }
}
