package org.xincheng.platform.command;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.record.RecordFingerprint;
import org.xincheng.credit.subject.SubjectRows;
import org.xincheng.platform.database.OwnerConnection;
import org.xincheng.sealing.Sealer;

/**
 * Seals everything with the sealing key of the present data keys and makes every mark anew with the present index key; afterwards the
 * earlier keys may go (docs/security/keys.md). It works in batches, each a transaction: stopped half-way, it is run again and goes on. What
 * is as it should be is left alone, so that running it twice changes nothing.
 */
@Component("reseal")
class Reseal implements MaintenanceCommand {

    /** Rows of one transaction. */
    static final int BATCH = 100;

    private static final String ACTOR = "maintenance";

    private final OwnerConnection owner;
    private final Sealer sealer;
    private final SubjectRows subjects;
    private final RecordFingerprint fingerprints;
    private final AuditLog audit;
    private final TransactionTemplate application;

    Reseal(OwnerConnection owner, Sealer sealer, AuditLog audit, TransactionTemplate application) {
        this.owner = owner;
        this.sealer = sealer;
        this.subjects = new SubjectRows(sealer);
        this.fingerprints = new RecordFingerprint(sealer);
        this.audit = audit;
        this.application = application;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        // If this cannot be written, nothing is changed.
        log("begun");
        SingleConnectionDataSource connection = owner.open();
        Work work = new Work(connection, out);
        try {
            SealedColumn.ALL.forEach(work::reseal);
            // The subjects' marks last: the start of the application looks at them, and they say that all is done.
            work.markRecords();
            work.markSubjects();
            log("done, " + work.changed + " changed");
            out.println("Done / 完成: " + work.changed);
            return 0;
        } catch (IllegalStateException | DataAccessException stopped) {
            log("stopped, " + work.changed + " changed");
            // Only our own messages are known to hold nothing of the data.
            out.println("Stopped / 中止: "
                    + (stopped instanceof IllegalStateException
                            ? stopped.getMessage()
                            : stopped.getClass().getSimpleName()));
            return 1;
        } finally {
            connection.destroy();
        }
    }

    private void log(String outcome) {
        application.executeWithoutResult(status -> audit.command(ACTOR, "sealing.reseal", "database", outcome));
    }

    /** One run. */
    private final class Work {

        private final JdbcClient jdbc;
        private final TransactionTemplate batches;
        private final PrintStream out;
        private int changed;
        private int inBatch;

        Work(SingleConnectionDataSource connection, PrintStream out) {
            this.jdbc = JdbcClient.create(connection);
            this.batches = new TransactionTemplate(new DataSourceTransactionManager(connection));
            this.out = out;
        }

        void reseal(SealedColumn column) {
            boolean bytes = "bytea"
                    .equals(jdbc.sql("""
                            select data_type from information_schema.columns
                             where table_schema || '.' || table_name = ? and column_name = ?
                            """)
                            .params(column.table(), column.column())
                            .query(String.class)
                            .single());
            inBatches(column.name(), last -> resealBatch(column, bytes, last));
        }

        /** The keys of the last row of a batch, null where there was none. */
        private List<?> resealBatch(SealedColumn column, boolean bytes, List<?> last) {
            List<Object> parameters = new ArrayList<>();
            parameters.add(sealer.primaryPrefix());
            parameters.addAll(last);
            int keys = column.keys().size();
            List<List<Object>> rows = jdbc.sql(column.select(bytes, !last.isEmpty(), BATCH))
                    .params(parameters)
                    .query((row, n) -> {
                        List<Object> values = new ArrayList<>();
                        for (int i = 1; i <= keys + 1; i++) {
                            values.add(row.getObject(i));
                        }
                        return values;
                    })
                    .list();
            for (List<Object> row : rows) {
                List<Object> key = row.subList(0, keys);
                Object sealed = row.get(keys);
                List<Object> change = new ArrayList<>();
                change.add(again(sealed, column.placeOf(key)));
                change.addAll(key);
                change.add(sealed);
                inBatch += jdbc.sql(column.update()).params(change).update();
            }
            return rows.isEmpty() ? null : rows.get(rows.size() - 1).subList(0, keys);
        }

        private Object again(Object sealed, String place) {
            return sealed instanceof byte[] bytes
                    ? sealer.seal(sealer.open(bytes, place), place)
                    : sealer.seal(sealer.open((String) sealed, place), place);
        }

        void markSubjects() {
            record Marked(UUID id, String mark, String now) {}
            inBatches("credit.subject.identifier_mark", last -> {
                List<Marked> rows = jdbc.sql("""
                                select id, identifier, identifier_sealed, identifier_mark from credit.subject
                                 where id > ? and identifier_mark is not null order by id limit ?
                                """)
                        .params(idAfter(last), BATCH)
                        .query((row, n) -> {
                            UUID id = row.getObject(1, UUID.class);
                            return new Marked(
                                    id,
                                    row.getString(4),
                                    subjects.mark(identifier(id, row.getString(2), row.getString(3))));
                        })
                        .list();
                rows.stream()
                        .filter(row -> !row.mark().equals(row.now()))
                        .forEach(
                                row -> changed += jdbc.sql("update credit.subject set identifier_mark = ? where id = ?")
                                        .params(row.now(), row.id())
                                        .update());
                return rows.isEmpty() ? null : List.of(rows.get(rows.size() - 1).id());
            });
        }

        void markRecords() {
            record Marked(UUID id, String mark, String now) {}
            inBatches("credit.record.fingerprint", last -> {
                List<Marked> rows = jdbc.sql("""
                                select r.id, r.fingerprint, r.regime, r.behaviour_code, r.document_number, r.handled_on,
                                       s.id as subject_id, s.identifier, s.identifier_sealed
                                  from credit.record r join credit.subject s on s.id = r.subject_id
                                 where r.id > ? and s.identifier_mark is not null order by r.id limit ?
                                """)
                        .params(idAfter(last), BATCH)
                        .query((row, n) -> new Marked(
                                row.getObject("id", UUID.class),
                                row.getString("fingerprint"),
                                fingerprints.of(
                                        row.getString("regime"),
                                        row.getString("behaviour_code"),
                                        identifier(
                                                row.getObject("subject_id", UUID.class),
                                                row.getString("identifier"),
                                                row.getString("identifier_sealed")),
                                        row.getString("document_number"),
                                        row.getObject("handled_on", LocalDate.class))))
                        .list();
                rows.stream()
                        .filter(row -> !row.mark().equals(row.now()))
                        .forEach(row -> inBatch += jdbc.sql("update credit.record set fingerprint = ? where id = ?")
                                .params(row.now(), row.id())
                                .update());
                return rows.isEmpty() ? null : List.of(rows.get(rows.size() - 1).id());
            });
        }

        private String identifier(UUID subjectId, String code, String sealed) {
            return sealed == null ? code : sealer.open(sealed, SubjectRows.identifierPlace(subjectId));
        }

        private static UUID idAfter(List<?> last) {
            return last.isEmpty() ? new UUID(0, 0) : (UUID) last.get(0);
        }

        private void inBatches(String name, Function<List<?>, List<?>> batch) {
            int before = changed;
            List<?> last = List.of();
            while (last != null) {
                List<?> from = last;
                inBatch = 0;
                last = batches.execute(status -> batch.apply(from));
                // Only now: a batch that fails has changed nothing.
                changed += inBatch;
            }
            out.println(name + ": " + (changed - before));
        }
    }
}
