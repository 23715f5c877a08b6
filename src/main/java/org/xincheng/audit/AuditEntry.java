package org.xincheng.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A row of the log as it stands in the database.
 *
 * @param id number of the row
 * @param kind a command or a reading
 * @param at when, by the application's clock
 * @param actor user id, or the name of a part of the system
 * @param action of a command: what was done
 * @param object of a command: number of the case, record or letter
 * @param outcome of a command: a short word
 * @param subjectId of a reading: whose data, or null where the query found nobody
 * @param purpose of a reading: why
 * @param way of a reading: the page or API
 */
public record AuditEntry(
        long id,
        Kind kind,
        Instant at,
        String actor,
        String action,
        String object,
        String outcome,
        UUID subjectId,
        String purpose,
        String way) {

    /** What an entry tells of. */
    public enum Kind {
        /** Something was done. */
        COMMAND,
        /** Somebody's data was read. */
        READ
    }

    /**
     * Reads the columns of {@code audit.entry} as they are named there. A row that somebody has bent past the table's own conditions is
     * read as well: whoever verifies the log has to be able to name it.
     */
    static AuditEntry read(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var at = row.getObject("at", OffsetDateTime.class);
        return new AuditEntry(
                row.getLong("id"),
                Stream.of(Kind.values())
                        .filter(one -> one.name().equals(kind))
                        .findFirst()
                        .orElse(null),
                at == null ? Instant.MAX : at.toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("object"),
                row.getString("outcome"),
                row.getObject("subject_id", UUID.class),
                row.getString("purpose"),
                row.getString("way"));
    }

    /** What was done: a command's action, a reading's way. */
    public String act() {
        return action != null ? action : way;
    }
}
