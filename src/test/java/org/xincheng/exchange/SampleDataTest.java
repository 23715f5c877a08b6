package org.xincheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.record.Scoring;
import org.xincheng.law.LevelInputs;
import org.xincheng.law.LevelRule;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** The demo's records are all taken, and reach every level on 2026-02-10. */
@XinchengTest
class SampleDataTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

    @Autowired
    private RecordImport imports;

    @Autowired
    private Records records;

    @Autowired
    private RegimeTables tables;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void load() throws IOException {
        clock.morningOf(DAY);
        byte[] file = new ClassPathResource(SampleData.FILE).getContentAsByteArray();
        ImportReport report = imports.run(file, SampleData.ACTOR);
        assertThat(report.rows().stream()
                        .filter(row -> row.recordNumber() == null)
                        .toList())
                .isEmpty();
        assertThat(report.rows()).hasSizeGreaterThanOrEqualTo(220);
        assertThat(imports.run(file, SampleData.ACTOR).taken()).isZero();
    }

    @Test
    void everyLevelIsReachedAndSomeAreJustBelow() {
        assertThat(levels("NANNING"))
                .containsKeys("NN_YELLOW", "NN_MID_RED", "NN_BLACK", "-")
                .allSatisfy((level, subjects) -> assertThat(subjects).isGreaterThanOrEqualTo(3));
        assertThat(levels("MOHURD"))
                .containsKeys("GENERAL", "HEAVIER", "SERIOUS", "-")
                .allSatisfy((level, subjects) -> assertThat(subjects).isGreaterThanOrEqualTo(3));
        assertThat(levels("WS-CITY")).containsKeys("JOINT", "BLACK");
        assertThat(inputs("NANNING").stream().map(LevelInputs::points)).contains(9, 10, 19, 20, 29, 30);
        assertThat(inputs("MOHURD").stream().map(LevelInputs::sameItemCount)).contains(3);
    }

    @Test
    void atLeastFiveRegimesAndSomePersonsAreThere() {
        assertThat(count("select count(distinct regime) from credit.record")).isGreaterThanOrEqualTo(5);
        assertThat(count("select count(*) from credit.subject where kind = 'PERSON'"))
                .isGreaterThanOrEqualTo(5);
    }

    private Map<String, Long> levels(String regime) {
        return inputs(regime).stream()
                .map(inputs ->
                        tables.decideLevel(regime, inputs).map(LevelRule::level).orElse("-"))
                .collect(Collectors.groupingBy(level -> level, TreeMap::new, Collectors.counting()));
    }

    private List<LevelInputs> inputs(String regime) {
        Regime.ScoringWindow window = tables.regime(regime).orElseThrow().window();
        return jdbc
                .sql("select distinct subject_id from credit.record where regime = ? and recorded_by = ?")
                .params(regime, SampleData.ACTOR)
                .query(UUID.class)
                .list()
                .stream()
                .map(subject -> Scoring.inputs(window, records.of(subject, regime), DAY))
                .toList();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
