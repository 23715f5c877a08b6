package org.xincheng.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.file.Attachment;
import org.xincheng.credit.file.Attachments;
import org.xincheng.credit.file.ContentCheck;
import org.xincheng.credit.file.FileContents;
import org.xincheng.credit.file.UploadedFile;

/** What stands in the database after hostile inputs. */
@TestComponent
class StoredThings {

    /** Tables of the models, which hold their texts as they were deployed. */
    private static final Set<String> MODELS = Set.of("act_ge_bytearray", "act_re_procdef", "act_re_decision_def");

    private final JdbcClient jdbc;
    private final CaseLog cases;
    private final Attachments attachments;
    private final ContentCheck check;
    private final FileContents contents;

    StoredThings(JdbcClient jdbc, CaseLog cases, Attachments attachments, ContentCheck check, FileContents contents) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.attachments = attachments;
        this.check = check;
        this.contents = contents;
    }

    /** Everything that should not be there. */
    List<String> unsafe() {
        List<String> found = new ArrayList<>();
        for (Column column : columns()) {
            if (holds(column, "~ '[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]|\\\\u00(0[0-8bcef]|1[0-9a-f]|7f)'")) {
                found.add("control characters in " + column);
            }
            boolean engine = column.table().startsWith("public.act_");
            if (engine && holds(column, "~* '" + Hostile.MARK + "|canary'")) {
                found.add("what a sender wrote stands in the engine: " + column);
            }
        }
        contents.verify().forEach(difference -> found.add("stored file differs: " + difference));
        jdbc.sql("select number from credit.legal_case where id in (select case_id from credit.case_file)")
                .query(String.class)
                .list()
                .forEach(number -> files(number, found));
        return found;
    }

    /** Kinds of things taken that lack their audit row, with how many. */
    List<String> unaudited() {
        return jdbc.sql("""
                        select 'records: ' || count(*) from credit.record r
                            where not exists (select from audit.entry e where e.object = r.number) having count(*) > 0
                        union all select 'files: ' || count(*) from credit.case_file f
                            where not exists (select from audit.entry e
                                where e.object = f.name and e.action = 'file.add' and e.actor = f.added_by and e.outcome = 'done')
                            having count(*) > 0
                        union all select 'withdrawals: ' || count(*) from credit.file_withdrawal w join credit.case_file f on f.id = w.file_id
                            where not exists (select from audit.entry e where e.object = f.name and e.action = 'file.withdraw') having count(*) > 0
                        union all select 'acts of ' || c.number from credit.legal_case c
                            where (select count(*) from credit.act a where a.case_id = c.id)
                               <> (select count(*) from audit.entry e where e.object = c.number and e.action like c.procedure || '.%')
                        """).query(String.class).list();
    }

    /** How much was taken in. */
    Map<String, Long> taken() {
        Map<String, Long> taken = new TreeMap<>();
        for (String table : List.of("credit.record", "credit.case_file", "credit.act")) {
            taken.put(
                    table,
                    jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        return taken;
    }

    private void files(String caseNumber, List<String> found) {
        var legalCase = cases.byNumber(caseNumber).orElseThrow();
        for (Attachment file : attachments.ofCase(legalCase)) {
            if (!file.name().startsWith(caseNumber + "-附件-")
                    || !file.name().endsWith("." + file.kind().extension())) {
                found.add("a name that was not generated: " + file.name());
            }
            if (file.senderName().matches("(?s).*[\\p{Cc}\\p{Cf}\\p{Cs}/\\\\<>\"].*")) {
                found.add("an uncleaned name: " + file.senderName());
            }
            if (file.released()) {
                byte[] bytes = attachments
                        .read(legalCase, file.serial(), "auditor1", "test")
                        .bytes();
                try {
                    check.check(new UploadedFile(file.name(), "", bytes));
                } catch (RefusedException refused) {
                    found.add("a stored file that should have been refused: " + file.name() + " "
                            + refused.refusal().policy());
                }
            }
        }
    }

    private record Column(String table, String name) {}

    private List<Column> columns() {
        return jdbc.sql("""
                        select table_schema || '.' || table_name, column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where t.table_type = 'BASE TABLE' and table_schema in ('public', 'credit', 'audit')
                          and data_type in ('text', 'character varying', 'jsonb')
                        """).query((row, n) -> new Column(row.getString(1), row.getString(2))).list().stream()
                .filter(column ->
                        MODELS.stream().noneMatch(table -> column.table().endsWith(table)))
                .toList();
    }

    private boolean holds(Column column, String condition) {
        return jdbc.sql("select exists (select from %s where \"%s\"::text %s)"
                        .formatted(column.table(), column.name(), condition))
                .query(Boolean.class)
                .single();
    }
}
