package org.xincheng.procedure.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xincheng.law.LevelRule;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegimesDmnTest {

    /** code | from | to | status | level decision | basis, window, rounds, superior, term start | authority | document holds. */
    private static final String EXPECTED = """
            WZ-ENT   |            |            | FRAMEWORK     |               | POLICY NONE 1 false PUBLICATION | 各认定部门 | 梧州市建立完善企业失信行为联合惩戒工作方案
            SC33     |            |            | FRAMEWORK     |               | POLICY NONE 1 false PUBLICATION | 各有关部门 | 国发〔2016〕33号
            CITYX    |            |            | FRAMEWORK     |               | POLICY NONE 1 false PUBLICATION | 市社会信用体系建设联席会议 | X市
            PROVX    |            |            | FRAMEWORK     |               | POLICY NONE 1 false PUBLICATION | 各认定部门 | x省
            NANNING  | 2019-01-01 |            | EXECUTABLE    | level-nanning | POLICY ROLLING_YEAR 1 false SERVICE | 南宁市信用体系建设管理机构 | 南宁市城市管理领域失信联合惩戒办法
            COUNTYXX |            |            | FRAMEWORK     |               | POLICY NONE 1 false PUBLICATION | 各发起部门 | XX县
            CITYAA   |            |            | FRAMEWORK     |               | POLICY NONE 1 false PUBLICATION | 各发起部门 | “信用AA”
            WS-CITY  | 2018-01-01 |            | EXECUTABLE    | level-ws-city | MINISTRY_RULE NONE 1 true PUBLICATION | 市安全生产监督管理部门 | xx市安全生产领域
            WS-QTX   | 2020-04-15 |            | MEASURES_ONLY |               | POLICY NONE 1 false PUBLICATION | 青铜峡市应急管理局 | 青铜峡市
            DISTRICT |            |            | FRAMEWORK     |               | POLICY NONE 1 false PUBLICATION | 各有关部门 | ***区
            WS-JINAN | 2020-07-30 | 2023-07-30 | EXECUTABLE    | level-ws-jinan | MINISTRY_RULE NONE 2 false PUBLICATION | 济南市发展和改革委员会 | 济南市煤矿
            WS-MOU   |            |            | MEASURES_ONLY |               | POLICY NONE 1 false PUBLICATION | 原国家安全生产监督管理总局（名单汇总提供） | 发改财金〔2016〕1001号
            WS-SAWS  | 2017-05-09 | 2018-03-31 | ABOLISHED     | level-ws-saws | MINISTRY_RULE NONE 1 false PUBLICATION | 国家安全生产监督管理总局 | 安监总办〔2017〕49号
            MOHURD   | 2018-11-01 |            | EXECUTABLE    | level-mohurd  | POLICY CALENDAR_YEAR 1 false PUBLICATION | 市城市管理主管部门 | 2018年10月稿
            QINGCHENG |           |            | FRAMEWORK     |               | POLICY NONE 1 false PUBLICATION | 各发起部门 | 征求意见稿
            WZ2022   | 2022-03-24 |            | OVERLAY       |               | POLICY NONE 1 false PUBLICATION | 市社会信用体系建设牵头单位 | 进一步完善失信约束制度
            EZHOU    | 2017-08-03 |            | FRAMEWORK     |               | POLICY NONE 1 false PUBLICATION | 各发起部门 | 鄂州政办发〔2017〕41号
            """;

    /** rule | regime | level | name | rank seriousness publishable seriousList | document holds | article. */
    private static final String LEVELS = """
            NANNING_NN_YELLOW  | NANNING  | NN_YELLOW  | 失信黄名单 | 1 GENERAL false false | 南宁市城市管理 | 第九条
            NANNING_NN_MID_RED | NANNING  | NN_MID_RED | 失信红名单（惩戒） | 2 GENERAL false false | 南宁市城市管理 | 第九条
            NANNING_NN_BLACK   | NANNING  | NN_BLACK   | 失信黑名单 | 3 SERIOUS false true | 南宁市城市管理 | 第九条
            MOHURD_GENERAL     | MOHURD   | GENERAL    | 一般失信名单 | 1 GENERAL false false | 2018年10月稿 | 第五条、第六条第（一）项、第七条第（二）项
            MOHURD_HEAVIER     | MOHURD   | HEAVIER    | 较重失信名单（黄名单） | 2 GENERAL true false | 2018年10月稿 | 第五条、第六条第（一）项、第七条第（四）项
            MOHURD_SERIOUS     | MOHURD   | SERIOUS    | 严重失信名单（黑名单） | 3 SERIOUS true true | 2018年10月稿 | 第五条、第六条第（一）至（三）项、第七条第（五）项
            WS-CITY_JOINT      | WS-CITY  | JOINT      | 联合惩戒对象（重点关注名单） | 1 GENERAL true false | xx市安全生产 | 第三条、第五条第（四）项
            WS-CITY_BLACK      | WS-CITY  | BLACK      | 安全生产严重失信主体名单（原“黑名单”） | 2 SERIOUS true true | xx市安全生产 | 第四条、第五条第（四）项
            WS-JINAN_JOINT     | WS-JINAN | JOINT      | 联合惩戒对象 | 1 GENERAL true false | 济南市煤矿 | 第三条、第七条第（四）项
            WS-JINAN_BLACK     | WS-JINAN | BLACK      | 安全生产严重失信主体名单（原“黑名单”） | 2 SERIOUS true true | 济南市煤矿 | 第四条、第七条第（四）项
            WS-SAWS_JOINT      | WS-SAWS  | JOINT      | 联合惩戒对象 | 1 GENERAL true false | 安监总办〔2017〕49号 | 第二条、第五条
            WS-SAWS_BLACK      | WS-SAWS  | BLACK      | 安全生产严重失信主体名单（原“黑名单”） | 2 SERIOUS true true | 安监总办〔2017〕49号 | 第三条、第五条
            """;

    private final TableFiles files = new TableFiles();
    private final RegimeTables tables = new DmnRegimeTables(files);

    static Stream<Arguments> regimes() {
        return Expected.rows(EXPECTED, 8);
    }

    static Stream<Arguments> levels() {
        return Expected.rows(LEVELS, 7);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("regimes")
    void everyRegimeIsWhatItsDocumentMakesIt(
            String code,
            String from,
            String to,
            String status,
            String levelDecision,
            String manner,
            String authority,
            String document) {
        Regime regime = tables.regime(code).orElseThrow();

        assertThat(files.lastHits()).containsExactly("rule_" + code);
        assertThat(regime.code()).isEqualTo(code);
        assertThat(regime.validFrom()).isEqualTo(from.isEmpty() ? null : LocalDate.parse(from));
        assertThat(regime.validTo()).isEqualTo(to.isEmpty() ? null : LocalDate.parse(to));
        assertThat(regime.status().name()).isEqualTo(status);
        assertThat(regime.levelDecision()).isEqualTo(levelDecision.isEmpty() ? null : levelDecision);
        assertThat("%s %s %d %s %s"
                        .formatted(
                                regime.listBasis(),
                                regime.window(),
                                regime.deliberationRounds(),
                                regime.superiorDetermination(),
                                regime.termStart()))
                .isEqualTo(manner);
        assertThat(regime.authority()).isEqualTo(authority);
        assertThat(regime.document()).contains(document);
        assertThat(regime.remark()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("levels")
    void everyLevelIsWhatItsDocumentMakesIt(
            String rule, String regime, String level, String name, String weight, String document, String article) {
        LevelRule row = tables.level(regime, level);

        assertThat(files.lastHits()).containsExactly("rule_" + rule);
        assertThat(row.regime()).isEqualTo(regime);
        assertThat(row.level()).isEqualTo(level);
        assertThat(row.nameZh()).isEqualTo(name);
        assertThat("%d %s %s %s".formatted(row.rank(), row.seriousness(), row.publishable(), row.seriousList()))
                .isEqualTo(weight);
        assertThat(row.document()).contains(document);
        assertThat(row.article()).isEqualTo(article);
    }

    @Test
    void noRowIsWithoutATest() {
        assertThat(files.ruleIds("regime")).isEqualTo(Expected.ruleIds(EXPECTED));
        assertThat(files.ruleIds("levelRule")).isEqualTo(Expected.ruleIds(LEVELS));
    }

    @Test
    void theCatalogueHasTheSameRegimesInTheSameOrderUnderTheSameTitles() throws IOException {
        Map<String, String> titles = new HashMap<>();
        try (CSVParser lines = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(Path.of("src/main/resources/catalogue/regimes.csv")))) {
            for (CSVRecord line : lines) {
                titles.put(line.get("regime"), line.get("title_zh"));
            }
        }

        assertThat(titles).hasSize(17);
        assertThat(tables.regimes())
                .extracting(Regime::code)
                .isEqualTo(regimes().map(row -> row.get()[0]).toList());
        assertThat(tables.regimes())
                .allSatisfy(regime -> assertThat(regime.title()).isEqualTo(titles.get(regime.code())));
    }

    @Test
    void aBlankDateOfADocumentIsSaidAndLeftToTheCity() {
        for (String code : new String[] {"NANNING", "MOHURD", "WS-CITY"}) {
            assertThat(tables.regime(code).orElseThrow().remark())
                    .as(code)
                    .containsAnyOf("施行日期空白", "无施行日期")
                    .contains("由采用本制度的城市核定");
        }
        assertThat(tables.regime("WS-SAWS").orElseThrow().remark()).contains("未核实");
    }

    @Test
    void casesOpenOnlyInsideTheDatesOfAnExecutableRegime() {
        assertThat(acceptsOn("WS-JINAN", "2020-07-29")).isFalse();
        assertThat(acceptsOn("WS-JINAN", "2020-07-30")).isTrue();
        assertThat(acceptsOn("WS-JINAN", "2023-07-30")).isTrue();
        assertThat(acceptsOn("WS-JINAN", "2023-07-31")).isFalse();
        assertThat(acceptsOn("WS-CITY", "2026-11-22")).isTrue();
        assertThat(acceptsOn("NANNING", "2018-12-31")).isFalse();
        assertThat(acceptsOn("MOHURD", "2018-11-01")).isTrue();
        assertThat(acceptsOn("WS-SAWS", "2017-06-01")).isFalse();
        assertThat(acceptsOn("WZ2022", "2026-11-22")).isFalse();
        assertThat(acceptsOn("CITYX", "2026-11-22")).isFalse();
    }

    @Test
    void aListOfPolicyRankFoundsNoSeriousList() {
        assertThat(tables.regime("NANNING").orElseThrow().listBasis().foundsSeriousList())
                .isFalse();
        assertThat(tables.regime("MOHURD").orElseThrow().listBasis().foundsSeriousList())
                .isFalse();
        assertThat(tables.regime("WS-CITY").orElseThrow().listBasis().foundsSeriousList())
                .isTrue();
    }

    @Test
    void anUnknownRegimeIsEmpty() {
        assertThat(tables.regime("ws-city")).isEmpty();
        assertThat(tables.regime("")).isEmpty();
        assertThat(tables.regime(null)).isEmpty();
    }

    private boolean acceptsOn(String code, String day) {
        return tables.regime(code).orElseThrow().acceptsCasesOn(LocalDate.parse(day));
    }
}
