package org.xincheng.supervision.audit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.xincheng.audit.AuditEntry;
import org.xincheng.audit.AuditTrail;
import org.xincheng.credit.cases.Actor;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.LegalTime;

/**
 * A row of the log as pages and exports show it; nobody's name but that of whoever acted.
 *
 * @param seq place in the chain, empty where it has none
 * @param at time with its zone, e.g. {@code 2026-03-02 09:00:00 +08:00}
 * @param actorName name for screens
 */
public record LogLine(
        String seq,
        String hash,
        long id,
        String at,
        AuditEntry.Kind kind,
        String actor,
        String actorName,
        String action,
        String object,
        String outcome,
        String subjectId,
        String purpose,
        String way) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx").withZone(LegalTime.ZONE);

    /** A row of the log. */
    public static LogLine of(AuditTrail.Row row, UserDirectory users) {
        var entry = row.entry();
        return new LogLine(
                row.seq() == null ? "" : row.seq().toString(),
                text(row.hash()),
                entry.id(),
                moment(entry.at()),
                entry.kind(),
                entry.actor(),
                name(entry.actor(), users),
                text(entry.action()),
                text(entry.object()),
                text(entry.outcome()),
                entry.subjectId() == null ? "" : entry.subjectId().toString(),
                text(entry.purpose()),
                text(entry.way()));
    }

    /** The engine acts for nobody. */
    static String name(String actor, UserDirectory users) {
        return actor.equals(Actor.ENGINE) ? "系统" : users.displayName(actor);
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
