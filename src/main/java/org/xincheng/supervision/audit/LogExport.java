package org.xincheng.supervision.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Service;
import org.xincheng.audit.Anchor;
import org.xincheng.audit.AuditChain;
import org.xincheng.audit.AuditLog;
import org.xincheng.audit.AuditTrail;
import org.xincheng.audit.LogFilter;
import org.xincheng.credit.cases.ObjectNumbers;
import org.xincheng.identity.UserDirectory;

/**
 * The log as a table for other programs. The export is logged, and that row committed, before the first byte leaves. It is written
 * batch by batch, so that its size does not matter; the last line counts the rows, and a file without it is not whole.
 */
@Service
class LogExport {

    private static final int BATCH = 2000;

    /** A cell that begins so is a formula to a spreadsheet. */
    private static final Pattern FORMULA = Pattern.compile("^[\\s]*[=+\\-@＝＋－＠\\t\\r].*", Pattern.DOTALL);

    private static final List<String> COLUMNS =
            List.of("链环序号", "记录号", "时间", "种类", "操作人", "姓名", "操作", "对象", "结果", "主体内部编号", "目的", "途径", "链环哈希");

    private final AuditTrail trail;
    private final AuditChain chain;
    private final AuditLog audit;
    private final ObjectNumbers numbers;
    private final UserDirectory users;
    private final Clock clock;

    LogExport(
            AuditTrail trail,
            AuditChain chain,
            AuditLog audit,
            ObjectNumbers numbers,
            UserDirectory users,
            Clock clock) {
        this.trail = trail;
        this.chain = chain;
        this.audit = audit;
        this.numbers = numbers;
        this.users = users;
        this.clock = clock;
    }

    /**
     * An export that is logged and may be written.
     *
     * @param head the end of the chain at that moment; the export's own row is before it
     */
    record Permit(LogForm form, LogFilter filter, String purpose, String auditor, Anchor head) {}

    /**
     * Logs the export.
     *
     * @throws org.xincheng.credit.BadInputException where the purpose is missing or the form cannot be used
     */
    Permit permit(LogForm form, String purpose, String auditor) {
        LogFilter filter = form.filter(numbers);
        String stated = LogForm.purpose(purpose);
        audit.read(
                auditor,
                filter.subject() == null ? null : filter.subject().id(),
                stated,
                "/audit/export " + form.summary());
        return new Permit(form, filter, stated, auditor, chain.head());
    }

    /** Writes it, UTF-8 with a byte order mark. */
    void write(Permit permit, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        try (var csv = new CSVPrinter(writer, CSVFormat.EXCEL)) {
            print(csv, "审计日志导出", LogLine.moment(clock.instant()));
            print(csv, "导出人", permit.auditor(), users.displayName(permit.auditor()));
            print(csv, "导出目的", permit.purpose());
            print(csv, "查询条件", permit.form().summary());
            print(csv, "链尾锚点", permit.head().toString());
            csv.printRecord(COLUMNS);
            long count = 0;
            Optional<AuditTrail.Position> after = Optional.empty();
            List<AuditTrail.Row> rows;
            do {
                rows = trail.page(permit.filter(), after, BATCH);
                for (AuditTrail.Row row : rows) {
                    print(csv, row);
                }
                count += rows.size();
                after = rows.isEmpty()
                        ? after
                        : Optional.of(rows.get(rows.size() - 1).position());
                csv.flush();
            } while (rows.size() == BATCH);
            print(csv, "合计", Long.toString(count));
        }
    }

    private void print(CSVPrinter csv, AuditTrail.Row row) throws IOException {
        LogLine line = LogLine.of(row, users);
        print(
                csv,
                line.seq(),
                Long.toString(line.id()),
                line.at(),
                String.valueOf(line.kind()),
                line.actor(),
                line.actorName(),
                line.action(),
                line.object(),
                line.outcome(),
                line.subjectId(),
                line.purpose(),
                line.way(),
                line.hash());
    }

    private static void print(CSVPrinter csv, String... cells) throws IOException {
        for (String cell : cells) {
            csv.print(FORMULA.matcher(cell).matches() ? "'" + cell : cell);
        }
        csv.println();
    }
}
