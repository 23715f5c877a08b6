package org.xincheng.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Searches the log, newest first. A page is found by the row before it and not by counting, so that the last is as quick as the first. */
@Component
public class AuditTrail {

    /** So many suggestions are enough; there are far fewer actions and users. */
    private static final int MOST_SUGGESTIONS = 200;

    /** Every way of reading begins with a slash or comes from the task list; actions come after the slash in byte order. */
    private static final String AFTER_THE_WAYS = "0";

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row with its place in the chain.
     *
     * @param seq number of its link, or null where it has none
     * @param hash its link's hash, or null where it has none
     */
    public record Row(AuditEntry entry, Long seq, String hash) {

        /** Where the rows after this one begin. */
        public Position position() {
            return new Position(entry.at(), entry.id());
        }
    }

    /**
     * A place in the log, between rows.
     *
     * @param at time of the last row seen
     * @param id its number
     */
    public record Position(Instant at, long id) {

        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,17})-(\\d{1,18})");

        /** Reads what {@link #toString} wrote; empty where it is something else. */
        public static Optional<Position> parse(String text) {
            var written = WRITTEN.matcher(text);
            return written.matches()
                    ? Optional.of(new Position(
                            Instant.EPOCH.plus(Long.parseLong(written.group(1)), ChronoUnit.MICROS),
                            Long.parseLong(written.group(2))))
                    : Optional.empty();
        }

        /** As it stands in addresses. */
        @Override
        public String toString() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
        }
    }

    /**
     * Rows after a position.
     *
     * @param after where the page before ended; empty for the first
     * @param most how many at most
     */
    public List<Row> page(LogFilter filter, Optional<Position> after, int most) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        collect(filter, conditions, values);
        after.ifPresent(position -> {
            conditions.add("(at, id) < (:at, :id)");
            values.put("at", time(position.at()));
            values.put("id", position.id());
        });
        values.put("most", most);
        return jdbc.sql("""
                        select e.*, l.seq, l.hash
                        from (select * from audit.entry%s order by at desc, id desc limit :most) e
                        left join audit.link l on l.entry_id = e.id order by e.at desc, e.id desc
                        """.formatted(conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions)))
                .params(values)
                .query(AuditTrail::row)
                .list();
    }

    /**
     * Commands on objects, oldest first.
     *
     * @param objects numbers of cases, records or letters, names of files
     * @param most how many at most
     */
    public List<Row> onObjects(Collection<String> objects, int most) {
        return oldest(
                "kind = 'COMMAND' and object = any(:objects)",
                Map.of("objects", objects.toArray(String[]::new), "most", most));
    }

    /**
     * Readings of a subject's data in one of its cases, oldest first: those whose purpose or way names the case.
     *
     * @param most how many at most
     */
    public List<Row> readingsInCase(UUID subject, String caseNumber, int most) {
        return oldest(
                "kind = 'READ' and subject_id = :subject"
                        + " and (position(:number in purpose) > 0 or position(:number in way) > 0)",
                Map.of("subject", subject, "number", caseNumber, "most", most));
    }

    private List<Row> oldest(String condition, Map<String, Object> values) {
        return jdbc.sql("""
                        select e.*, l.seq, l.hash
                        from (select * from audit.entry where %s order by at, id limit :most) e
                        left join audit.link l on l.entry_id = e.id order by e.at, e.id
                        """.formatted(condition))
                .params(values)
                .query(AuditTrail::row)
                .list();
    }

    /** Whoever is in the log, in order. */
    public List<String> actors() {
        return steps("actor", "");
    }

    /** Every action that is in the log, in order; ways of reading are not among them. */
    public List<String> actions() {
        return steps("coalesce(action, way) collate \"C\"", AFTER_THE_WAYS);
    }

    /** Walks an index from value to value instead of reading every row. */
    private List<String> steps(String expression, String after) {
        return jdbc.sql("""
                        with recursive step (value) as (
                            (select %1$s from audit.entry where %1$s > :after order by %1$s limit 1)
                            union all
                            select (select %1$s from audit.entry where %1$s > step.value order by %1$s limit 1)
                            from step where step.value is not null)
                        select value from step where value is not null limit %2$d
                        """.formatted(expression, MOST_SUGGESTIONS))
                .param("after", after)
                .query(String.class)
                .list();
    }

    private static void collect(LogFilter filter, List<String> conditions, Map<String, Object> values) {
        equal("actor = :actor", "actor", filter.actor(), conditions, values);
        equal("coalesce(action, way) collate \"C\" = :act", "act", filter.act(), conditions, values);
        equal("object = :object", "object", filter.object(), conditions, values);
        equal(
                "kind = :kind",
                "kind",
                filter.kind() == null ? null : filter.kind().name(),
                conditions,
                values);
        equal("at >= :from", "from", filter.from() == null ? null : time(filter.from()), conditions, values);
        equal("at < :until", "until", filter.until() == null ? null : time(filter.until()), conditions, values);
        if (filter.subject() != null) {
            conditions.add("(subject_id = :subject or object = any(:numbers))");
            values.put("subject", filter.subject().id());
            values.put("numbers", filter.subject().numbers().toArray(String[]::new));
        }
    }

    private static void equal(
            String condition, String name, Object value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        long seq = row.getLong("seq");
        boolean unlinked = row.wasNull();
        return new Row(
                AuditEntry.read(row),
                unlinked ? null : seq,
                unlinked ? null : HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
