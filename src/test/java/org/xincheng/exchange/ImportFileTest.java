package org.xincheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;

class ImportFileTest {

    private static final String HEADER = String.join(",", RecordField.columns());

    @Test
    void theByteOrderMarkAndTheOrderOfColumnsDoNotMatter() {
        String csv = "\uFEFF" + headerWithout("失信事实") + ",失信事实\r\n" + ",".repeat(19) + "乱堆放\r\n";
        ImportFile file = read(csv);
        assertThat(file.lines()).hasSize(1);
        assertThat(file.lines().get(0).texts()).containsEntry(RecordField.FACT, "乱堆放");
    }

    @Test
    void aHeaderOfPathsIsUnderstoodToo() {
        String paths =
                List.of(RecordField.values()).stream().map(RecordField::path).collect(Collectors.joining(","));
        assertThat(read(paths + "\n企业" + ",".repeat(19)).lines().get(0).texts())
                .containsEntry(RecordField.SUBJECT_KIND, "企业");
    }

    @Test
    void rowsAreCountedAsASpreadsheetCountsThem() {
        String row = "企业" + ",".repeat(19);
        String quoted = "企业,\"一行\n两行\"" + ",".repeat(18);
        assertThat(read(HEADER + "\n" + row + "\n\n" + quoted + "\n" + row + "\n")
                        .lines())
                .extracting(ImportFile.Line::number)
                .containsExactly(2L, 4L, 5L);
    }

    @Test
    void everyFaultOfTheHeaderIsTold() {
        String header = headerWithout("文号").replace("地址,", "住址,") + ",证据";
        assertThat(faults(header + "\n企业"))
                .extracting(Fault::zh)
                .containsExactly("表头中有不认识的列「住址」", "表头中「证据」出现了两次", "表头缺少「文号」列");
    }

    @Test
    void optionalColumnsMayBeLeftOut() {
        assertThat(read(headerWithout("地址") + "\n企业" + ",".repeat(18)).lines()).hasSize(1);
    }

    @Test
    void anotherEncodingIsTold() {
        byte[] gbk = (HEADER + "\n企业").getBytes(Charset.forName("GBK"));
        assertThat(faults(gbk)).extracting(Fault::zh).first().asString().contains("CSV UTF-8");
    }

    @Test
    void emptyFilesAreTold() {
        assertThat(faults("")).extracting(Fault::zh).first().asString().contains("文件是空的");
        assertThat(faults("\uFEFF")).extracting(Fault::zh).first().asString().contains("文件是空的");
        assertThat(faults(HEADER + "\n\n")).extracting(Fault::zh).containsExactly("文件只有表头，没有数据");
    }

    @Test
    void anOpenQuotationMarkIsTold() {
        assertThat(faults(HEADER + "\n\"企业,"))
                .extracting(Fault::zh)
                .first()
                .asString()
                .contains("引号");
    }

    @Test
    void tooManyRowsAreTold() {
        String rows =
                IntStream.range(0, ImportFile.MOST_ROWS).mapToObj(i -> "企业").collect(Collectors.joining("\n"));
        assertThat(read(HEADER + "\n" + rows).lines()).hasSize(ImportFile.MOST_ROWS);
        assertThat(faults(HEADER + "\n" + rows + "\n企业"))
                .extracting(Fault::zh)
                .first()
                .asString()
                .contains("最多导入5000行");
    }

    @Test
    void tooLargeAFileIsTold() {
        assertThat(faults(new byte[ImportFile.MOST_BYTES + 1]))
                .extracting(Fault::zh)
                .first()
                .asString()
                .contains("超过5兆字节");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd|'x'!A0", " =1", "\t=1", "＝1"})
    void cellsThatASpreadsheetWouldComputeAreFaults(String cell) {
        assertThat(lineOf(cell).faults().faults()).extracting(Fault::field).containsExactly("subject.name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+86 10 12345678", "-", "-3", "样例=公司", "a@example.org"})
    void ordinaryCellsAreNoFormulas(String cell) {
        assertThat(lineOf(cell).faults().faults()).isEmpty();
    }

    @Test
    void cellsBeyondTheHeaderAreAFaultUnlessEmpty() {
        assertThat(read(HEADER + "\n企业" + ",".repeat(22))
                        .lines()
                        .get(0)
                        .faults()
                        .faults())
                .isEmpty();
        assertThat(read(HEADER + "\n企业" + ",".repeat(22) + "多")
                        .lines()
                        .get(0)
                        .faults()
                        .faults())
                .extracting(Fault::field)
                .containsExactly("row");
    }

    private static ImportFile.Line lineOf(String name) {
        return read(HEADER + "\n企业,,\"" + name + "\"" + ",".repeat(17)).lines().get(0);
    }

    private static String headerWithout(String column) {
        return RecordField.columns().stream()
                .filter(name -> !name.equals(column))
                .collect(Collectors.joining(","));
    }

    private static ImportFile read(String csv) {
        return ImportFile.read(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Fault> faults(String csv) {
        return faults(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Fault> faults(byte[] bytes) {
        BadInputException[] caught = new BadInputException[1];
        assertThatThrownBy(() -> ImportFile.read(bytes))
                .isInstanceOfSatisfying(BadInputException.class, refused -> caught[0] = refused);
        return caught[0].faults();
    }
}
