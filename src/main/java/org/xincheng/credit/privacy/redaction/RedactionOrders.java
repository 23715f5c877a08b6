package org.xincheng.credit.privacy.redaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.privacy.redaction.RedactionOrder.Protocol;
import org.xincheng.credit.privacy.redaction.RedactionOrder.Review;
import org.xincheng.law.LegalTime;

/** The orders on record, with their review and protocol. Rows are only ever added. */
@Component
public class RedactionOrders {

    /** Rows on one page. */
    public static final int PAGE_SIZE = 20;

    private static final String SELECT = """
            select o.*, v.approved, v.reason as review_reason, v.reviewed_at, v.reviewed_by,
                   x.counts, x.hashes, x.executed_at, x.executed_by
              from credit.redaction_order o
              left join credit.redaction_review v on v.order_id = o.id
              left join credit.redaction x on x.order_id = o.id
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    RedactionOrders(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The order with this number. */
    @Transactional(readOnly = true)
    public Optional<RedactionOrder> byNumber(String number) {
        return jdbc.sql(SELECT + " where o.number = ?")
                .param(number)
                .query(this::read)
                .optional();
    }

    /** Orders that nobody has decided, the oldest first. */
    @Transactional(readOnly = true)
    public List<RedactionOrder> open() {
        return jdbc.sql(SELECT + " where v.order_id is null order by o.proposed_at, o.number")
                .query(this::read)
                .list();
    }

    /** How many orders are decided. */
    @Transactional(readOnly = true)
    public int decidedTotal() {
        return jdbc.sql("select count(*) from credit.redaction_review")
                .query(Integer.class)
                .single();
    }

    /**
     * Decided orders, the latest first.
     *
     * @param page 1 for the first
     */
    @Transactional(readOnly = true)
    public List<RedactionOrder> decided(int page) {
        return jdbc.sql(SELECT
                        + " where v.order_id is not null order by v.reviewed_at desc, o.number desc limit ? offset ?")
                .params(PAGE_SIZE, (page - 1L) * PAGE_SIZE)
                .query(this::read)
                .list();
    }

    /** The open order on a person. */
    @Transactional(readOnly = true)
    public Optional<RedactionOrder> openOf(UUID subjectId) {
        return jdbc.sql(SELECT + " where o.subject_id = ? and v.order_id is null")
                .param(subjectId)
                .query(this::read)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    String add(UUID subjectId, Ground ground, String basis, String reason, String actor) {
        var sequence = jdbc.sql("select nextval('credit.redaction_number')")
                .query(Long.class)
                .single();
        var number =
                String.format(Locale.ROOT, "TM-%d-%06d", LegalTime.today(clock).getYear(), sequence);
        jdbc.sql("""
                        insert into credit.redaction_order (id, number, subject_id, ground, basis, reason, proposed_at, proposed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        number,
                        subjectId,
                        ground.name(),
                        basis,
                        reason,
                        OffsetDateTime.now(clock),
                        actor)
                .update();
        return number;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void review(UUID orderId, boolean approved, String reason, String actor) {
        jdbc.sql("""
                        insert into credit.redaction_review (order_id, approved, reason, reviewed_at, reviewed_by)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(orderId, approved, reason, OffsetDateTime.now(clock), actor)
                .update();
    }

    private RedactionOrder read(ResultSet row, int n) throws SQLException {
        var reviewedAt = instant(row, "reviewed_at");
        var executedAt = instant(row, "executed_at");
        return new RedactionOrder(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("subject_id", UUID.class),
                Ground.valueOf(row.getString("ground")),
                row.getString("basis"),
                row.getString("reason"),
                instant(row, "proposed_at"),
                row.getString("proposed_by"),
                reviewedAt == null
                        ? null
                        : new Review(
                                row.getBoolean("approved"),
                                row.getString("review_reason"),
                                reviewedAt,
                                row.getString("reviewed_by")),
                executedAt == null
                        ? null
                        : new Protocol(
                                parsed(row.getString("counts"), new TypeReference<TreeMap<String, Integer>>() {}),
                                parsed(row.getString("hashes"), new TypeReference<TreeMap<String, String>>() {}),
                                executedAt,
                                row.getString("executed_by")));
    }

    private <T> T parsed(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a protocol", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
