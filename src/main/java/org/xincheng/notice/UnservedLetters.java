package org.xincheng.notice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.notice.UnservedLetter.State;

/**
 * Letters whose service is not proven, or whose copy has not gone out. A copy that no address was on file for has not failed: the letter is served
 * all the same.
 */
@Service
public class UnservedLetters {

    /** Every letter that is not settled, as {@code open}. */
    private static final String OPEN = MailStatuses.STATUS + """
            , service as (
                select l.id, l.kind, c.subject_id, a.failed, coalesce(a.failures, 0) as failures, a.tried_on,
                       case when coalesce(a.proven, false) or not l.kind = any(:served) then 'COPY_ONLY'
                            when coalesce(a.announced, false) then 'ANNOUNCED'
                            when a.failures > 0 then 'FAILED'
                            else 'NOT_TRIED' end as service
                  from credit.letter l
                  join credit.legal_case c on c.id = l.case_id
                  left join lateral (
                    select bool_or(effect = 'AnnouncementCompleted' or detail ->> 'outcome' = 'SERVED') as proven,
                           bool_or(detail ->> 'outcome' = 'ANNOUNCED') as announced,
                           count(*) filter (where detail ->> 'outcome' = 'FAILED') as failures,
                           array_agg(distinct detail ->> 'method') filter (where detail ->> 'outcome' = 'FAILED') as failed,
                           max(detail ->> 'day') as tried_on
                      from credit.act
                     where effect in ('ServiceAttempted', 'AnnouncementCompleted') and detail ->> 'letterId' = l.id::text) a on true
            ), open as (
                select status.*, service.service, service.subject_id, service.failed, service.failures as service_failures, service.tried_on,
                       status.state in ('FAILED', 'UNREACHED', 'PENDING') as copy_open
                  from status join service on service.id = status.id
                 where service.service <> 'COPY_ONLY' or status.state in ('FAILED', 'UNREACHED', 'PENDING')
            )
            """;

    private final JdbcClient jdbc;

    UnservedLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is looked for. */
    public enum Wanted {
        /** Every attempt failed so far. */
        FAILED,
        /** No attempt is on record. */
        NOT_TRIED,
        /** A public announcement is running. */
        ANNOUNCED,
        /** The copy has not gone out, whatever the service. */
        COPY
    }

    /**
     * Letters that are not settled, the longest issued first.
     *
     * @param wanted only these; empty: all
     * @param limit how many at most
     * @param offset how many to pass over
     */
    public List<UnservedLetter> find(Optional<Wanted> wanted, int limit, int offset) {
        return statement("""
                        select * from open
                         where :wanted = '' or service = :wanted or (:wanted = 'COPY' and copy_open)
                         order by issued_at, length(number), number limit :limit offset :offset
                        """)
                .param("wanted", wanted.map(Wanted::name).orElse(""))
                .param("limit", limit)
                .param("offset", offset)
                .query(UnservedLetters::read)
                .list();
    }

    /** How many letters fit each wish. */
    public Map<Wanted, Integer> counts() {
        var counts = new EnumMap<Wanted, Integer>(Wanted.class);
        statement("""
                        select count(*) filter (where service = 'FAILED') as failed,
                               count(*) filter (where service = 'NOT_TRIED') as not_tried,
                               count(*) filter (where service = 'ANNOUNCED') as announced,
                               count(*) filter (where copy_open) as copy from open
                        """)
                .query((row, n) -> {
                    for (Wanted one : Wanted.values()) {
                        counts.put(one, row.getInt(one.name().toLowerCase(Locale.ROOT)));
                    }
                    return counts;
                })
                .single();
        return counts;
    }

    /** How many letters are not settled. */
    public int total() {
        return statement("select count(*) from open").query(Integer.class).single();
    }

    private JdbcClient.StatementSpec statement(String select) {
        return jdbc.sql(OPEN + select)
                .param("noAddress", MailAttempts.NO_ADDRESS)
                .param("unreached", MailAttempts.UNREACHED)
                .param(
                        "served",
                        Arrays.stream(LetterKind.values())
                                .filter(LetterKind::isServed)
                                .map(LetterKind::name)
                                .toArray(String[]::new));
    }

    private static UnservedLetter read(ResultSet row, int n) throws SQLException {
        Array failed = row.getArray("failed");
        return new UnservedLetter(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("case_number"),
                row.getObject("subject_id", UUID.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("service")),
                failed == null
                        ? List.of()
                        : Stream.of((String[]) failed.getArray())
                                .map(ServiceMethod::valueOf)
                                .sorted()
                                .toList(),
                row.getInt("service_failures"),
                Optional.ofNullable(row.getString("tried_on")).map(LocalDate::parse),
                MailStatus.State.valueOf(row.getString("state")));
    }
}
