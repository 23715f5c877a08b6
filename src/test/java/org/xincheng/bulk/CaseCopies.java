package org.xincheng.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.support.CaseFixture;

/**
 * Repeats the cases of a directory for other subjects, row by row: the store, the letters and the engine's tasks alike. The subjects are registered by the store,
 * since their data is sealed for its row; every other id of a copy is the id of its original with a version that no original has and the copy's number as its last four digits, wherever it stands, and
 * every number of a case or a record gets the copy's number before its own. A letter keeps the words of its original, and the audit log tells nothing of copies: they
 * are for measuring only.
 */
final class CaseCopies {

    /** What belongs to a case, each after what it refers to. */
    private static final List<String> OF_A_CASE = List.of(
            "credit.record",
            "credit.legal_case",
            "credit.act",
            "credit.deadline",
            "credit.letter",
            "credit.mail_attempt",
            "credit.mail_delivery",
            "credit.listing",
            "credit.listing_measure",
            "credit.listing_record",
            "credit.publication",
            "credit.suspension",
            "public.act_ru_execution",
            "public.act_ru_task",
            "public.act_ru_identitylink",
            "public.act_ru_variable",
            "public.act_ru_job",
            "public.act_ru_event_subscr",
            "public.act_hi_procinst",
            "public.act_hi_actinst",
            "public.act_hi_taskinst",
            "public.act_hi_varinst",
            "public.act_hi_identitylink");

    /** What stands in a copy as in its original: ids of what is deployed, and the words of a letter, which are hashed; or what becomes of it. */
    private static final Map<String, String> OF_ITS_OWN = Map.of(
            "proc_def_id_", "t.proc_def_id_",
            "job_def_id_", "t.job_def_id_",
            "deployment_id_", "t.deployment_id_",
            "html", "t.html",
            "fingerprint", "t.fingerprint || ':' || c",
            "subject_id", "m.copy");

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final TransactionTemplate transaction;

    CaseCopies(BeanFactory beans) {
        this.jdbc = beans.getBean(JdbcClient.class);
        this.subjects = beans.getBean(Subjects.class);
        this.transaction = beans.getBean(TransactionTemplate.class);
    }

    /** Makes this many copies of every case there is. */
    void make(int copies) throws Exception {
        var originals = jdbc.sql("select id from credit.subject order by registered_at, id")
                .query(UUID.class)
                .list();
        var size = originals.size();
        var of = new UUID[size * copies];
        var number = new Integer[size * copies];
        var registered = new UUID[size * copies];
        BulkDatabase.forEach(0, size * copies, n -> {
            of[n] = originals.get(n % size);
            number[n] = n / size + 1;
            registered[n] = subjects.registerOrFind(
                            CaseFixture.unit("样例测量企业" + (size + n) + "有限公司"), LocalDate.EPOCH, "data1")
                    .id();
        });
        System.out.printf("registered %d subjects%n", size * copies);
        copy(of, number, registered);
    }

    /** @param of the original subject of each copy, {@code number} the copy's number, {@code registered} the subject whose copy it is */
    void copy(UUID[] of, Integer[] number, UUID[] registered) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("create temporary table copied (original uuid, number int, copy uuid) on commit drop")
                    .update();
            jdbc.sql("insert into copied select * from unnest(:of::uuid[], :number::int[], :registered::uuid[])")
                    .param("of", of)
                    .param("number", number)
                    .param("registered", registered)
                    .update();
            jdbc.sql("analyze copied").update();
            for (var table : OF_A_CASE) {
                var rows = jdbc.sql(copy(table)).update();
                System.out.printf("copied %d rows of %s%n", rows, table);
            }
        });
        jdbc.sql("analyze").update();
    }

    private String copy(String table) {
        var kept = jdbc
                .sql("select column_name from information_schema.columns where table_schema || '.' || table_name = ?")
                .param(table)
                .query(String.class)
                .list()
                .stream()
                .filter(OF_ITS_OWN::containsKey)
                .toList();
        var row = "to_jsonb(t)"
                + kept.stream().map(column -> " - '" + column + "'").collect(Collectors.joining());
        var ids = "regexp_replace((" + row + ")::text,"
                + " '([0-9a-f]{8}-[0-9a-f]{4}-)[0-9a-f]([0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{8})[0-9a-f]{4}',"
                + " '\\1f\\2' || lpad(to_hex(c), 4, '0'), 'g')";
        var numbers =
                "regexp_replace(" + ids + ", '\\m([A-Z]{1,3}-\\d{4}-)(\\d{6})\\M', '\\1' || (10 + c) || '\\2', 'g')";
        var letters = table.equals("credit.letter")
                ? "regexp_replace(" + numbers
                        + ", '\"number\": \"([^\"]*〕)(\\d+号)\"', '\"number\": \"\\1' || (1000 + c) || '\\2\"')"
                : numbers;
        var own = kept.stream()
                .map(column -> "'" + column + "', " + OF_ITS_OWN.get(column))
                .collect(Collectors.joining(", ", " || jsonb_build_object(", ")"));
        return "insert into " + table + " select (jsonb_populate_record(null::" + table + ", (" + letters + ")::jsonb"
                + own
                + ")).* from " + table + " t"
                + (kept.contains("subject_id")
                        ? " join copied m on m.original = t.subject_id cross join lateral (select m.number as c) n"
                        : " cross join (select distinct number as c from copied) n");
    }
}
