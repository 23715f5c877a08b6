package org.xincheng.procedure.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.law.LegalTime;

/** Reads what the database holds of a history, past the store and the engine that are tried. */
final class Facts {

    private static final String ACTS = """
            select c.number, c.procedure, a.* from credit.legal_case c join credit.act a on a.case_id = c.id
             where c.subject_id = any(?) and c.number <> all(?) order by c.opened_at, c.number, a.seq
            """;

    private static final String WAITING = """
            with root as (
              select id_, business_key_ from act_ru_execution
               where business_key_ = any(?) and id_ = root_proc_inst_id_ and proc_def_id_ not like 'letter-mail%'),
            e as (
              select e.id_, p.root_proc_inst_id_ from act_ru_execution p join act_ru_execution e on e.proc_inst_id_ = p.id_
               where p.root_proc_inst_id_ in (select id_ from root)),
            waits as (
              select 'TASK' as kind, e.root_proc_inst_id_ as root, t.task_def_key_ as activity, t.id_ as id, t.create_time_ as at
                from e join act_ru_task t on t.execution_id_ = e.id_
              union all
              select 'JOB', e.root_proc_inst_id_, d.act_id_, j.id_, j.duedate_
                from e join act_ru_job j on j.execution_id_ = e.id_ join act_ru_jobdef d on d.id_ = j.job_def_id_
               where j.retries_ > 0
              union all
              select 'MESSAGE', e.root_proc_inst_id_, s.activity_id_, s.id_, s.created_
                from e join act_ru_event_subscr s on s.execution_id_ = e.id_
              union all
              select 'INCIDENT', e.root_proc_inst_id_, i.activity_id_, i.id_, i.incident_timestamp_
                from e join act_ru_incident i on i.execution_id_ = e.id_)
            select kind, business_key_ as number, activity, id, at from waits join root on root.id_ = waits.root
             order by at, kind, number, activity, id
            """;

    private static final String DUES = """
            select distinct on (c.number) c.number, d.due from credit.deadline d join credit.legal_case c on c.id = d.case_id
             where c.number = any(?) and d.step in
               ('objectionVerification', 'objectionVerificationAssisted', 'complaintDecision', 'repairDecision', 'correctionDecision')
             order by c.number, d.recorded_at desc, d.seq desc
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Facts(BeanFactory beans) {
        this.jdbc = beans.getBean(JdbcClient.class);
        this.json = beans.getBean(ObjectMapper.class);
    }

    /** Every act in cases of these subjects, by number of the case, without the cases named. */
    Map<String, List<Did>> acts(Collection<UUID> subjects, Collection<String> without) {
        return jdbc
                .sql(ACTS)
                .params(subjects.toArray(UUID[]::new), without.toArray(String[]::new))
                .query((row, n) -> new Did(
                        row.getString("number"),
                        row.getString("procedure"),
                        row.getObject("case_id", UUID.class),
                        row.getInt("seq"),
                        row.getString("effect"),
                        row.getInt("effect_seq"),
                        row.getString("actor"),
                        LegalTime.dateOf(
                                row.getObject("at", OffsetDateTime.class).toInstant()),
                        parsed(row.getString("detail"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Did::number, LinkedHashMap::new, Collectors.toList()));
    }

    /** What the engine waits for in these cases, the oldest first; the mailing of letters aside. */
    List<Waiting> waiting(Collection<String> numbers) {
        return jdbc.sql(WAITING)
                .param(numbers.toArray(String[]::new))
                .query((row, n) -> new Waiting(
                        Waiting.Kind.valueOf(row.getString("kind")),
                        row.getString("number"),
                        row.getString("activity"),
                        row.getString("id"),
                        at(row.getTimestamp("at"))))
                .list();
    }

    /** By when these cases have to be answered, as kept last. */
    Map<String, LocalDate> answersDue(Collection<String> numbers) {
        return jdbc
                .sql(DUES)
                .param(numbers.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("number"), row.getObject("due", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** One column of strings. */
    List<String> strings(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(String.class).list();
    }

    /** A number. */
    int count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }

    /** The hashes of letters, by id. */
    Map<UUID, String> hashes(Collection<UUID> letters) {
        return jdbc
                .sql("select id, sha256 from credit.letter where id = any(?)")
                .param(letters.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("sha256")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    }

    /**
     * Has the alarms of these cases ring no more: they would be followed up in somebody else's history. Nor are they found by their numbers any more: a notice
     * in another history, where it is earlier, would move what was set later.
     */
    void silence(Collection<String> numbers) {
        var named = numbers.toArray(String[]::new);
        jdbc.sql("""
                        delete from act_ru_job j using act_ru_execution p
                         where p.id_ = j.process_instance_id_ and p.business_key_ = any(?) and p.proc_def_id_ like 'listing-term:%'
                        """).param(named).update();
        jdbc.sql("update act_ru_execution set business_key_ = null where business_key_ = any(?)")
                .param(named)
                .update();
    }

    private JsonNode parsed(String detail) {
        try {
            return json.readTree(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static java.time.LocalDateTime at(Timestamp at) {
        return at == null ? null : at.toLocalDateTime();
    }

    static <T> Map<T, Long> counted(Collection<T> all) {
        return all.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
