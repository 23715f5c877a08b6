package org.xincheng.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.xincheng.notice.MailStatus.State;

/** Which copies were sent, and why the others were not. */
@Service
public class MailStatuses {

    /** The copies of all letters, as {@code status}; takes {@code noAddress} and {@code unreached}. */
    static final String STATUS = """
            with status as (
                select l.id, l.number, l.title, l.issued_at, c.number as case_number,
                       case when coalesce(a.any_sent, false) then 'SENT'
                            when last.seq is null then 'PENDING'
                            when last.error = :noAddress then 'NO_ADDRESS'
                            when starts_with(last.error, :unreached) then 'UNREACHED'
                            else 'FAILED' end as state,
                       coalesce(a.failures, 0) as failures, coalesce(last.error, '') as error, last.at as at
                  from credit.letter l
                  join credit.legal_case c on c.id = l.case_id
                  left join lateral (select bool_or(sent) as any_sent,
                                            count(*) filter (where not sent and error <> :noAddress
                                                               and not starts_with(error, :unreached)) as failures
                                       from credit.mail_attempt where letter_id = l.id) a on true
                  left join lateral (select seq, error, at from credit.mail_attempt
                                      where letter_id = l.id order by sent desc, seq desc limit 1) last on true
            )
            """;

    private final JdbcClient jdbc;

    MailStatuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The state of a letter's copy.
     *
     * @throws IllegalArgumentException where there is no such letter
     */
    public MailStatus of(UUID letterId) {
        return statement("select * from status where id = :id")
                .param("id", letterId)
                .query((row, n) -> status(row))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no letter " + letterId));
    }

    /**
     * Letters whose copy has not been sent, the latest first.
     *
     * @param state only those in this state; empty: all unsent
     * @param limit how many at most
     * @param offset how many to pass over
     */
    public List<UnsentLetter> unsent(Optional<State> state, int limit, int offset) {
        return statement("""
                        select * from status where state <> 'SENT' and (:state = '' or state = :state)
                         order by issued_at desc, length(number) desc, number desc limit :limit offset :offset
                        """)
                .param("state", state.map(State::name).orElse(""))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> new UnsentLetter(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("case_number"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        status(row)))
                .list();
    }

    /** How many letters are in each state; a state without letters counts 0. */
    public Map<State, Integer> counts() {
        var counts = new EnumMap<State, Integer>(State.class);
        for (State state : State.values()) {
            counts.put(state, 0);
        }
        statement("select state, count(*) as letters from status group by state")
                .query((row, n) -> counts.put(State.valueOf(row.getString("state")), row.getInt("letters")))
                .list();
        return counts;
    }

    private JdbcClient.StatementSpec statement(String select) {
        return jdbc.sql(STATUS + select)
                .param("noAddress", MailAttempts.NO_ADDRESS)
                .param("unreached", MailAttempts.UNREACHED);
    }

    private static MailStatus status(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return new MailStatus(
                state,
                row.getInt("failures"),
                state == State.FAILED || state == State.UNREACHED ? row.getString("error") : "",
                Optional.ofNullable(at).map(OffsetDateTime::toInstant));
    }
}
