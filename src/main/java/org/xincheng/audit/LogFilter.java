package org.xincheng.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What is looked for in the log. Null means: any.
 *
 * @param actor id of whoever acted or read
 * @param act a command's action or a reading's way, whole
 * @param object number of a case, record or letter
 * @param subject whose data was read or acted on
 * @param kind commands or readings
 * @param from the first instant
 * @param until the instant before which
 */
public record LogFilter(
        String actor, String act, String object, About subject, AuditEntry.Kind kind, Instant from, Instant until) {

    /** Everything. */
    public static final LogFilter ALL = new LogFilter(null, null, null, null, null, null, null);

    /**
     * A subject as the log knows it: readings carry its id, commands the numbers of its cases, records and letters.
     *
     * @param id the subject's id
     * @param numbers the objects that concern it
     */
    public record About(UUID id, Set<String> numbers) {}
}
