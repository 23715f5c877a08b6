package org.xincheng.audit;

import java.util.UUID;

/** The log of commands and of readings of people's data; written in the transaction it tells of (DESIGN §6, 14). */
public interface AuditLog {

    /**
     * Logs a command.
     *
     * @param actor user id, or {@code engine} for a timer
     * @param action what was done, e.g. {@code determination.review}
     * @param object number of the case, record or letter; never a name
     * @param outcome a short word, never personal data
     */
    void command(String actor, String action, String object, String outcome);

    /**
     * Logs a reading of a subject's data.
     *
     * @param subjectId the subject, or null where the query found none
     * @param purpose why it was read, as the reader stated it
     * @param way page or API by which it was read
     */
    void read(String actor, UUID subjectId, String purpose, String way);
}
