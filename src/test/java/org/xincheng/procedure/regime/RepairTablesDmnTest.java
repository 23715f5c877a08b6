package org.xincheng.procedure.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xincheng.law.RegimeTables;

/** The tables of {@code processes/repair/} and {@code processes/term/removal.dmn}, row by row, every value written a second time. */
class RepairTablesDmnTest {

    /** rule | regime | level | public | repeated | months of the national rule | own months | no new record | welfare proof | document holds | article. */
    private static final String ELIGIBILITY = """
            NANNING | NANNING | NN_BLACK | false | false | 0 | 0 | true | true | 南宁市城市管理 | 第十六条
            MOHURD_SERIOUS_repeated | MOHURD | SERIOUS | true | true | 12 | 36 | false | false | 2018年10月稿 | 第十五条（受《信用修复管理办法》最短公示期限制）
            MOHURD_SERIOUS | MOHURD | SERIOUS | true | false | 12 | 12 | false | false | 2018年10月稿 | 第十五条（受《信用修复管理办法》最短公示期限制）
            any_internal | MOHURD | SERIOUS | false | true | 0 | 0 | false | false | 进一步完善失信约束制度 | 第（十二）项
            any_GENERAL | WS-CITY | JOINT | true | false | 3 | 0 | false | false | 信用修复管理办法 | 失信信息分类和公示期限的规定（条文号未核实）
            any_SERIOUS | WS-CITY | BLACK | true | true | 12 | 0 | false | false | 信用修复管理办法 | 失信信息分类和公示期限的规定（条文号未核实）
            """;

    /** rule | regime | level | accepted by | decided by | office review | superior review | exit notice | document holds | article. */
    private static final String ROUTES = """
            MOHURD_GENERAL | MOHURD | GENERAL | 作出行政处罚决定的主管部门 | 作出行政处罚决定的主管部门 | false | false | false | 2018年10月稿 | 第十八条
            MOHURD | MOHURD | HEAVIER | 作出行政处罚决定的主管部门 | 作出行政处罚决定的主管部门 | true | true | false | 2018年10月稿 | 第十八条
            NANNING | NANNING | NN_YELLOW | 市信用体系建设管理机构 | 市信用体系建设管理机构 | false | false | false | 南宁市城市管理 | 第十六条
            WS-CITY | WS-CITY | BLACK | 本级信用办 | 安全生产监督管理部门 | false | true | true | xx市安全生产 | 第五条第（六）项
            WS-JINAN | WS-JINAN | BLACK | 市发展改革委 | 市发展改革委 | false | false | true | 济南市煤矿 | 第七条第（五）项
            WS-SAWS | WS-SAWS | JOINT | 所在地县级安全监管部门 | 省级安全监管部门 | false | true | true | 安监总办〔2017〕49号 | 第七条
            """;

    private final TableFiles files = new TableFiles();
    private final RegimeTables tables = new DmnRegimeTables(files);

    static Stream<Arguments> eligibility() {
        return Expected.rows(ELIGIBILITY, 11);
    }

    static Stream<Arguments> routes() {
        return Expected.rows(ROUTES, 10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("eligibility")
    void everyRowOfEligibility(
            String rule,
            String regime,
            String level,
            String publicList,
            String repeated,
            String months,
            String own,
            String noNewRecord,
            String welfare,
            String document,
            String article) {
        var row = tables.repairRule(
                tables.level(regime, level), Boolean.parseBoolean(publicList), Boolean.parseBoolean(repeated));

        assertThat(files.lastHits()).containsExactly("rule_" + rule);
        assertThat(List.of(
                        String.valueOf(row.minimumMonths()),
                        String.valueOf(row.ownMonths()),
                        String.valueOf(row.noNewRecord()),
                        String.valueOf(row.welfareProof())))
                .containsExactly(months, own, noNewRecord, welfare);
        assertThat(row.document()).contains(document);
        assertThat(row.article()).isEqualTo(article);
    }

    @Test
    void minorDishonestyCanBeRepairedAtOnce() {
        // No level of a loaded regime is minor: the row waits for one that is.
        assertThat(files.ruleIds("repairEligibility")).contains("rule_any_MINOR");
        assertThat(files.ruleIds("repairEligibility")).hasSize(7);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void everyRowOfTheRoutes(
            String rule,
            String regime,
            String level,
            String acceptedBy,
            String decidedBy,
            String office,
            String superior,
            String notice,
            String document,
            String article) {
        var row = tables.repairRoute(tables.level(regime, level));

        assertThat(files.lastHits()).containsExactly("rule_" + rule);
        assertThat(row.acceptedBy()).isEqualTo(acceptedBy);
        assertThat(row.decidedBy()).isEqualTo(decidedBy);
        assertThat(List.of(
                        String.valueOf(row.officeReview()),
                        String.valueOf(row.superiorReview()),
                        String.valueOf(row.exitNotice())))
                .containsExactly(office, superior, notice);
        assertThat(row.document()).contains(document);
        assertThat(row.article()).isEqualTo(article);
    }

    @Test
    void onlyTwoRegimesRemoveOnApplication() {
        assertThat(tables.removalRule("WS-JINAN").onApplication()).isTrue();
        assertThat(files.lastHits()).containsExactly("rule_WS-JINAN");
        assertThat(tables.removalRule("WS-SAWS").onApplication()).isTrue();
        assertThat(tables.removalRule("WS-CITY").onApplication()).isFalse();
        assertThat(files.lastHits()).containsExactly("rule_any");
    }

    @Test
    void theRegimesOwnPeriodIsCappedByTheNationalOne() {
        var repeated = tables.repairRule(tables.level("MOHURD", "SERIOUS"), true, true);
        var document = LocalDate.of(2026, 2, 26);
        assertThat(repeated.earliest(document, LocalDate.of(2026, 3, 2))).isEqualTo("2027-02-26");
        assertThat(repeated.earliest(document, null)).isEqualTo("2027-02-26");
        // 29 February has no day a year later: the last day of the month takes its place.
        assertThat(tables.repairRule(tables.level("WS-CITY", "BLACK"), true, false)
                        .earliest(LocalDate.of(2028, 2, 29), null))
                .isEqualTo("2029-02-28");
    }
}
