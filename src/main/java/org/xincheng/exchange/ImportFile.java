package org.xincheng.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.file.PlainText;

/**
 * An import file: CSV in UTF-8, with or without a byte order mark, the first row naming the columns in any order.
 *
 * @param lines the rows below the header that are not empty
 */
record ImportFile(List<Line> lines) {

    /** Largest file taken, in bytes. */
    static final int MOST_BYTES = 5 * 1024 * 1024;

    /** Most rows taken from one file. */
    static final int MOST_ROWS = 5_000;

    /** A cell that a spreadsheet would compute once it is exported again; signed numbers and phone numbers are none. */
    private static final Pattern FORMULA = Pattern.compile("(?s)\\s*(?:[=@＝＠]|[+-](?![0-9() -]*$)).*");

    /** Digits or an address: no name of a column. */
    private static final Pattern DATA = Pattern.compile("\\d{3}|@");

    /**
     * One row.
     *
     * @param number as a spreadsheet counts, the header being row 1
     * @param texts its cells by field
     * @param faults of the row as a row
     */
    record Line(long number, Map<RecordField, String> texts, FaultList faults) {}

    /**
     * Reads a file whole, so that a broken one is refused before any of its rows is taken.
     *
     * @throws BadInputException where it is too large, not UTF-8, not CSV, or its header does not fit
     */
    static ImportFile read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw bad("文件超过" + MOST_BYTES / 1024 / 1024 + "兆字节，请分成几个文件导入", "the file is larger than 5 MB");
        }
        List<CSVRecord> rows = rows(text(bytes));
        if (rows.isEmpty() || isEmpty(rows.get(0))) {
            throw bad("文件是空的：第一行应为表头，请下载模板填写", "the file is empty");
        }
        List<RecordField> header = header(rows.get(0));
        List<Line> lines = rows.stream()
                .skip(1)
                .filter(row -> !isEmpty(row))
                .map(row -> line(row, header))
                .toList();
        if (lines.isEmpty()) {
            throw bad("文件只有表头，没有数据", "the file has a header only");
        }
        if (lines.size() > MOST_ROWS) {
            throw bad(
                    "文件有" + lines.size() + "行，一次最多导入" + MOST_ROWS + "行，请分成几个文件导入",
                    "the file has more than " + MOST_ROWS + " rows");
        }
        return new ImportFile(lines);
    }

    private static String text(byte[] bytes) {
        return PlainText.decode(bytes)
                .orElseThrow(() -> bad("文件不是 UTF-8 编码：请在表格软件中另存为「CSV UTF-8（逗号分隔）」后再导入", "the file is not UTF-8"));
    }

    private static List<CSVRecord> rows(String text) {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            return parser.getRecords();
        } catch (IOException | UncheckedIOException broken) {
            throw bad("文件不是完整的 CSV：有引号没有成对", "the file is not CSV: an unpaired quotation mark");
        }
    }

    private static List<RecordField> header(CSVRecord row) {
        FaultList faults = new FaultList();
        List<RecordField> fields = new ArrayList<>();
        Set<RecordField> seen = new HashSet<>();
        for (String cell : row) {
            String name = cell.strip();
            RecordField field = RecordField.ofHeader(name).orElse(null);
            if (field == null) {
                // A file without a header begins with data, which is not to be repeated in an answer.
                String shown = DATA.matcher(name).find() ? "（第" + (fields.size() + 1) + "列）" : "「" + name + "」";
                faults.add("header:" + shown, "表头中有不认识的列" + shown, "unknown column " + shown);
            } else if (!seen.add(field)) {
                faults.add("header:" + name, "表头中「" + name + "」出现了两次", "column " + name + " stands twice");
            }
            fields.add(field);
        }
        for (RecordField field : RecordField.values()) {
            if (field.required() && !seen.contains(field)) {
                faults.add(
                        "header:" + field.column(),
                        "表头缺少「" + field.column() + "」列",
                        "column " + field.path() + " is missing");
            }
        }
        faults.throwIfAny();
        return fields;
    }

    private static Line line(CSVRecord row, List<RecordField> header) {
        FaultList faults = new FaultList();
        Map<RecordField, String> texts = new EnumMap<>(RecordField.class);
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            if (i >= header.size()) {
                if (!cell.isBlank()) {
                    faults.add(
                            "row",
                            "本行有" + row.size() + "格，表头只有" + header.size() + "列",
                            "the row has more cells than the header");
                }
            } else {
                texts.put(header.get(i), cell);
                if (FORMULA.matcher(cell).matches()) {
                    faults.add(
                            header.get(i).path(),
                            "「" + header.get(i).column() + "」以公式符号（= + - @）开头，表格软件会把它当作公式",
                            header.get(i).path() + " begins like a spreadsheet formula");
                }
            }
        }
        return new Line(row.getRecordNumber(), texts, faults);
    }

    private static boolean isEmpty(CSVRecord row) {
        return row.stream().allMatch(String::isBlank);
    }

    private static BadInputException bad(String zh, String en) {
        return new BadInputException("file", zh, en);
    }
}
