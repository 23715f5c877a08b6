package org.xincheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.record.Records;
import org.xincheng.exchange.ImportReport.Outcome;
import org.xincheng.exchange.ImportReport.Row;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class ImportTest {

    /** What is wrong with each row of the file: fields with a fault, or the policy that refuses. */
    private static final Map<Long, List<String>> WRONG = new TreeMap<>(Map.ofEntries(
            Map.entry(3L, List.of("subject.identifier")),
            Map.entry(4L, List.of("subject.identifier")),
            Map.entry(5L, List.of("subject.identifier")),
            Map.entry(6L, List.of("subject.identifier")),
            Map.entry(7L, List.of("subject.kind")),
            Map.entry(8L, List.of("subject.name")),
            Map.entry(9L, List.of("regime")),
            Map.entry(10L, List.of("handledOn")),
            Map.entry(11L, List.of("handledOn")),
            Map.entry(12L, List.of("document.effectiveOn")),
            Map.entry(13L, List.of("RecordNamesCatalogueItem")),
            Map.entry(14L, List.of("RecordNamesCatalogueItem")),
            Map.entry(15L, List.of("RecordRestsOnEffectiveDocument")),
            Map.entry(16L, List.of("RecordRestsOnEffectiveDocument")),
            Map.entry(17L, List.of("AuthorityIsCountyLevelOrAbove")),
            Map.entry(18L, List.of("SubjectsAreAdults")),
            Map.entry(19L, List.of("ItemMayBeRecordedAgainstSubject")),
            Map.entry(20L, List.of("correctionOrdered", "correctionMade")),
            Map.entry(21L, List.of("subject.name")),
            Map.entry(22L, List.of("row")),
            Map.entry(23L, List.of("subject.electronicConsent")),
            Map.entry(24L, List.of("subject.email", "subject.phone")),
            Map.entry(25L, List.of("subject.kind"))));

    @Autowired
    private RecordImport imports;

    @Autowired
    private Records records;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void setDay() {
        clock.at("2026-02-10T09:00");
    }

    @Test
    void goodRowsAreInAndEveryBadOneSaysWhatIsWrongWithIt() throws IOException {
        byte[] file = bytes("sample/records-with-faults.csv");
        ImportReport report = imports.run(file, "data1");

        assertThat(report.rows()).hasSize(26);
        Map<Long, List<String>> wrong = report.rows().stream()
                .filter(row -> row.outcome() == Outcome.BAD || row.outcome() == Outcome.REFUSED)
                .collect(Collectors.toMap(Row::number, ImportTest::whatIsWrong, (a, b) -> a, TreeMap::new));
        assertThat(wrong).isEqualTo(WRONG);
        assertThat(report.taken()).isEqualTo(2);
        assertThat(report.alreadyThere()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(7);
        assertThat(report.bad()).isEqualTo(16);
        Row first = report.rows().get(0);
        assertThat(first.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(records.byNumber(first.recordNumber())).isPresent();
        assertThat(report.rows().get(24).recordNumber()).isEqualTo(first.recordNumber());

        long before = rowsOfTheStore();
        ImportReport again = imports.run(file, "data1");
        assertThat(again.taken()).isZero();
        assertThat(again.alreadyThere()).isEqualTo(3);
        assertThat(again.refused()).isEqualTo(7);
        assertThat(again.bad()).isEqualTo(16);
        assertThat(rowsOfTheStore()).isEqualTo(before);
    }

    @Test
    void aFileThatCannotBeReadTakesNothing() throws IOException {
        long before = rowsOfTheStore();
        String broken = new String(bytes(SampleData.FILE), StandardCharsets.UTF_8) + "\"企业,";
        assertThatThrownBy(() -> imports.run(broken.getBytes(StandardCharsets.UTF_8), "data1"))
                .isInstanceOf(BadInputException.class);
        assertThat(rowsOfTheStore()).isEqualTo(before);
    }

    private static List<String> whatIsWrong(Row row) {
        return row.refusal() == null
                ? row.faults().stream().map(fault -> fault.field()).toList()
                : List.of(row.refusal().policy());
    }

    private long rowsOfTheStore() {
        return jdbc.sql("select (select count(*) from credit.record) + (select count(*) from credit.subject)"
                        + " + (select count(*) from credit.subject_profile) + (select count(*) from audit.entry)")
                .query(Long.class)
                .single();
    }

    private static byte[] bytes(String resource) throws IOException {
        return new ClassPathResource(resource).getContentAsByteArray();
    }
}
