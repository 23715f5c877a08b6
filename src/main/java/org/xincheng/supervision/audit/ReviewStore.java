package org.xincheng.supervision.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reviews in PostgreSQL; rows are only ever added. */
@Component
class ReviewStore {

    private static final String REVIEWS = """
            select r.*, (select count(*) from audit.review_item i where i.review_id = r.id) as size,
                   count(v.verdict) filter (where v.verdict = 'COMPLIANT') as compliant,
                   count(v.verdict) filter (where v.verdict = 'DOUBTFUL') as doubtful,
                   count(v.verdict) filter (where v.verdict = 'VIOLATION') as violations
            from audit.review r left join audit.review_verdict v on v.review_id = r.id
            """;

    private static final String ITEMS = """
            select i.review_id, i.position, e.id as entry_id, e.at, e.actor, e.subject_id, e.purpose, e.way,
                   v.verdict, v.reason, v.given_at, v.given_by
            from audit.review_item i join audit.entry e on e.id = i.entry_id
            left join audit.review_verdict v on v.review_id = i.review_id and v.position = i.position
            where i.review_id = :review
            """;

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row drawn, and what was said of it; the verdict and what belongs to it are null while it is open. */
    record Item(
            long reviewId,
            int position,
            long entryId,
            Instant at,
            String actor,
            UUID subjectId,
            String purpose,
            String way,
            Verdict verdict,
            String reason,
            Instant givenAt,
            String givenBy) {}

    long add(Draw draw, long population, int wanted, String auditor, OffsetDateTime now) {
        return jdbc.sql("""
                        insert into audit.review
                            (drawn_at, drawn_by, first_day, last_day, actor, seed, head_seq, population, wanted)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        now,
                        auditor,
                        draw.firstDay(),
                        draw.lastDay(),
                        draw.actor(),
                        draw.seed(),
                        draw.headSeq(),
                        population,
                        wanted)
                .query(Long.class)
                .single();
    }

    void addItems(long reviewId, List<Long> entries) {
        for (int i = 0; i < entries.size(); i++) {
            jdbc.sql("insert into audit.review_item (review_id, position, entry_id) values (?, ?, ?)")
                    .params(reviewId, i + 1, entries.get(i))
                    .update();
        }
    }

    /** Adds a verdict; false where there is one already, also one of a transaction that has just ended. */
    boolean addVerdict(Item item, Verdict verdict, String reason, String auditor, OffsetDateTime now) {
        return jdbc.sql("""
                        insert into audit.review_verdict (review_id, position, verdict, reason, given_at, given_by)
                        values (?, ?, ?, ?, ?, ?) on conflict (review_id, position) do nothing
                        """)
                        .params(item.reviewId(), item.position(), verdict.name(), reason, now, auditor)
                        .update()
                == 1;
    }

    int count() {
        return jdbc.sql("select count(*) from audit.review")
                .query(Integer.class)
                .single();
    }

    /** How many reviews have rows without a verdict. */
    int countOpen() {
        return jdbc.sql("""
                        select count(distinct i.review_id) from audit.review_item i
                        where not exists (select from audit.review_verdict v
                                           where v.review_id = i.review_id and v.position = i.position)
                        """).query(Integer.class).single();
    }

    /** Reviews, the newest first. */
    List<Review> page(int page, int size) {
        return jdbc.sql(REVIEWS + " group by r.id order by r.id desc limit ? offset ?")
                .params(size, (page - 1) * size)
                .query(ReviewStore::review)
                .list();
    }

    Optional<Review> find(long id) {
        return jdbc.sql(REVIEWS + " where r.id = ? group by r.id")
                .param(id)
                .query(ReviewStore::review)
                .optional();
    }

    /** Rows of a review, in the order they were drawn. */
    List<Item> items(long reviewId, int page, int size) {
        return jdbc.sql(ITEMS + " order by i.position limit :size offset :offset")
                .param("review", reviewId)
                .param("size", size)
                .param("offset", (page - 1) * size)
                .query(ReviewStore::item)
                .list();
    }

    Optional<Item> item(long reviewId, int position) {
        return jdbc.sql(ITEMS + " and i.position = :position")
                .param("review", reviewId)
                .param("position", position)
                .query(ReviewStore::item)
                .optional();
    }

    /** The entries drawn, in order. */
    List<Long> entries(long reviewId) {
        return jdbc.sql("select entry_id from audit.review_item where review_id = ? order by position")
                .param(reviewId)
                .query(Long.class)
                .list();
    }

    private static Review review(ResultSet row, int number) throws SQLException {
        return new Review(
                row.getLong("id"),
                row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
                row.getString("drawn_by"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("actor"),
                row.getString("seed"),
                row.getLong("head_seq"),
                row.getLong("population"),
                row.getInt("size"),
                row.getInt("compliant"),
                row.getInt("doubtful"),
                row.getInt("violations"));
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        var verdict = row.getString("verdict");
        var givenAt = row.getObject("given_at", OffsetDateTime.class);
        return new Item(
                row.getLong("review_id"),
                row.getInt("position"),
                row.getLong("entry_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getObject("subject_id", UUID.class),
                row.getString("purpose"),
                row.getString("way"),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getString("reason"),
                givenAt == null ? null : givenAt.toInstant(),
                row.getString("given_by"));
    }
}
