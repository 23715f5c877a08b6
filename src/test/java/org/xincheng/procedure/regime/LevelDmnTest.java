package org.xincheng.procedure.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xincheng.law.LevelInputs;
import org.xincheng.law.LevelRule;
import org.xincheng.law.RegimeTables;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LevelDmnTest {

    /** Item code | level | text the annotation quotes, as the documents put it. */
    private static final String ITEMS = """
            WS-CITY-B-01  | BLACK | 第四条第（一）项（限联合惩戒对象）
            WS-CITY-B-02  | BLACK | 第四条第（二）项（限联合惩戒对象）
            WS-CITY-B-03  | BLACK | 第四条第（三）项（限联合惩戒对象）
            WS-CITY-B-04  | BLACK | 第四条第（四）项（限联合惩戒对象）
            WS-CITY-B-05  | BLACK | 第七条（重点关注名单主体有效期内）
            WS-CITY-J-01  | JOINT | 第三条第（一）项：发生较大及以上生产安全责任事故
            WS-CITY-J-02  | JOINT | 第三条第（二）项：未按规定取得安全生产许可
            WS-CITY-J-03  | JOINT | 第三条第（三）项：发现重大生产安全事故隐患
            WS-CITY-J-04  | JOINT | 第三条第（四）项：采取隐蔽、欺骗或阻碍等方式
            WS-CITY-J-05  | JOINT | 第三条第（五）项：被责令停产停业整顿
            WS-CITY-J-06  | JOINT | 第三条第（六）项：瞒报、谎报、迟报
            WS-CITY-J-07  | JOINT | 第三条第（七）项：矿山、危险化学品、金属冶炼
            WS-CITY-J-08  | JOINT | 第三条第（八）项：矿山生产经营单位存在超层越界开采
            WS-CITY-J-09  | JOINT | 第三条第（九）项：发生事故后，故意破坏事故现场
            WS-CITY-J-10  | JOINT | 第三条第（十）项：安全生产和职业健康技术服务机构
            WS-JINAN-B-01 | BLACK | 第四条（第一种情形
            WS-JINAN-B-02 | BLACK | 第四条（第二种情形
            WS-JINAN-B-03 | BLACK | 第四条（第三种情形
            WS-JINAN-B-04 | BLACK | 第四条（第四种情形
            WS-JINAN-B-05 | BLACK | 第四条（第五种情形
            WS-JINAN-J-01 | JOINT | 第三条第（一）项：发生较大及以上生产安全责任事故
            WS-JINAN-J-02 | JOINT | 第三条第（二）项：发现重大生产安全事故隐患
            WS-JINAN-J-03 | JOINT | 第三条第（三）项：采取隐蔽、欺骗或阻碍等方式
            WS-JINAN-J-04 | JOINT | 第三条第（四）项：被责令停产停业整顿
            WS-JINAN-J-05 | JOINT | 第三条第（五）项：瞒报、谎报、迟报
            WS-JINAN-J-06 | JOINT | 第三条第（六）项：煤矿建设项目安全设施
            WS-JINAN-J-07 | JOINT | 第三条第（七）项：发生事故后，故意破坏事故现场
            WS-JINAN-J-08 | JOINT | 第三条第（八）项：对煤矿特种作业人员
            WS-JINAN-J-09 | JOINT | 第三条第（九）项：安全生产和职业健康等技术服务机构
            WS-SAWS-B-01  | BLACK | 第三条（第一种情形
            WS-SAWS-B-02  | BLACK | 第三条（第二种情形
            WS-SAWS-B-03  | BLACK | 第三条（第三种情形
            WS-SAWS-B-04  | BLACK | 第三条（第四种情形
            WS-SAWS-J-01  | JOINT | 第二条第（一）项：发生较大及以上生产安全责任事故
            WS-SAWS-J-02  | JOINT | 第二条第（二）项：未按规定取得安全生产许可
            WS-SAWS-J-03  | JOINT | 第二条第（三）项：发现重大生产安全事故隐患
            WS-SAWS-J-04  | JOINT | 第二条第（四）项：采取隐蔽、欺骗或阻碍等方式
            WS-SAWS-J-05  | JOINT | 第二条第（五）项：被责令停产停业整顿
            WS-SAWS-J-06  | JOINT | 第二条第（六）项：瞒报、谎报、迟报
            WS-SAWS-J-07  | JOINT | 第二条第（七）项：矿山、危险化学品、金属冶炼
            WS-SAWS-J-08  | JOINT | 第二条第（八）项：矿山生产经营单位存在超层越界开采
            WS-SAWS-J-09  | JOINT | 第二条第（九）项：发生事故后，故意破坏事故现场
            WS-SAWS-J-10  | JOINT | 第二条第（十）项：安全生产和职业健康技术服务机构
            """;

    private static final List<String> SAFETY_REGIMES = List.of("WS-CITY", "WS-JINAN", "WS-SAWS");

    private final TableFiles files = new TableFiles();
    private final RegimeTables tables = new DmnRegimeTables(files);

    static Stream<Arguments> items() {
        return Expected.rows(ITEMS, 3);
    }

    @ParameterizedTest(name = "{0} points")
    @CsvSource(textBlock = """
                    0,,
                    9,,
                    10,NN_YELLOW,rule_NN_YELLOW
                    19,NN_YELLOW,rule_NN_YELLOW
                    20,NN_MID_RED,rule_NN_MID_RED
                    29,NN_MID_RED,rule_NN_MID_RED
                    30,NN_BLACK,rule_NN_BLACK
                    31,NN_BLACK,rule_NN_BLACK
                    600,NN_BLACK,rule_NN_BLACK
                    """)
    void nanningCountsPointsInSteps(int points, String level, String rule) {
        assertThat(decide("NANNING", new LevelInputs(points, 9, 9, ";WS-CITY-B-01;")))
                .isEqualTo(level);
        assertThat(files.ruleIds("level-nanning"))
                .containsExactly("rule_NN_YELLOW", "rule_NN_MID_RED", "rule_NN_BLACK");
        if (rule != null) {
            assertThat(hitsOf("level-nanning", points, 9, 9)).containsExactly(rule);
        }
    }

    @ParameterizedTest(name = "{0} points, same item {1}, serious {2}")
    @CsvSource(textBlock = """
                    0, 0, 0,,
                    2, 1, 0,,
                    3, 1, 0,,
                    4, 2, 0, GENERAL, rule_MOHURD_points_4
                    6, 2, 0, GENERAL, rule_MOHURD_points_4
                    7, 2, 0, GENERAL, rule_MOHURD_points_4
                    8, 2, 0, HEAVIER, rule_MOHURD_points_8
                    10, 2, 0, HEAVIER, rule_MOHURD_points_8
                    11, 2, 0, HEAVIER, rule_MOHURD_points_8
                    12, 2, 0, SERIOUS, rule_MOHURD_points_12
                    6, 3, 0, SERIOUS, rule_MOHURD_same_item
                    0, 3, 0, SERIOUS, rule_MOHURD_same_item
                    12, 4, 0, SERIOUS, rule_MOHURD_same_item
                    12, 0, 1, SERIOUS, rule_MOHURD_serious_item
                    0, 0, 1, SERIOUS, rule_MOHURD_serious_item
                    12, 3, 2, SERIOUS, rule_MOHURD_serious_item
                    """)
    void mohurdTakesTheHighestStepReached(int points, int sameItem, int serious, String level, String rule) {
        assertThat(decide("MOHURD", new LevelInputs(points, sameItem, serious, "")))
                .isEqualTo(level);
        assertThat(hitsOf("level-mohurd", points, sameItem, serious))
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest(name = "{0} points, serious {1}")
    @CsvSource(textBlock = """
                    2, 0, rule_MOHURD_new_act_in_term
                    4, 0, rule_MOHURD_new_act_in_term
                    8, 0, rule_MOHURD_new_act_in_term
                    12, 1, rule_MOHURD_serious_item
                    """)
    void aNewActDuringAHeavierTermIsSeriousWhateverItsPoints(int points, int serious, String rule) {
        assertThat(decide("MOHURD", new LevelInputs(points, 1, serious, "", true)))
                .isEqualTo("SERIOUS");
        files.evaluate(
                "level-mohurd",
                Map.of("points", points, "sameItemCount", 1, "seriousCount", serious, "newActInTerm", true));
        assertThat(files.lastHits()).containsExactly(rule);
    }

    @Test
    void noRowOfMohurdIsWithoutATest() {
        assertThat(files.ruleIds("level-mohurd"))
                .containsExactly(
                        "rule_MOHURD_serious_item",
                        "rule_MOHURD_same_item",
                        "rule_MOHURD_new_act_in_term",
                        "rule_MOHURD_points_12",
                        "rule_MOHURD_points_8",
                        "rule_MOHURD_points_4");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("items")
    void everySafetyItemHasItsRowAndItsArticle(String code, String level, String article) {
        String regime = regimeOf(code);
        LevelInputs inputs = new LevelInputs(0, 1, 0, ";" + code + ";");
        String decision = tables.regime(regime).orElseThrow().levelDecision();

        assertThat(decide(regime, inputs)).isEqualTo(level);
        files.evaluate(decision, Map.of("behaviours", inputs.behaviours()));
        assertThat(files.lastHits()).containsExactly("rule_" + code);
        assertThat(files.annotation(decision, "rule_" + code)).contains(article);
    }

    @Test
    void noSafetyRowIsWithoutATest() {
        List<String> rules = new ArrayList<>();
        for (String decision : List.of("level-ws-city", "level-ws-jinan", "level-ws-saws")) {
            rules.addAll(files.ruleIds(decision));
        }
        assertThat(rules).isEqualTo(Expected.ruleIds(ITEMS));
    }

    /** WS-QTX and WS-MOU name conduct too, but only found measures: no case and so no level rests on them. */
    @Test
    void everyItemOfTheCatalogueUnderASafetyRegimeHasARow() throws IOException {
        List<String> codes;
        try (CSVParser lines = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(Path.of("src/main/resources/catalogue/behaviours.csv")))) {
            codes = lines.stream()
                    .filter(line -> SAFETY_REGIMES.contains(line.get("regime")))
                    .map(line -> line.get("code"))
                    .toList();
        }

        assertThat(codes).hasSize(43);
        assertThat(codes)
                .allSatisfy(code -> assertThat(
                                tables.decideLevel(regimeOf(code), new LevelInputs(0, 1, 0, ";" + code + ";")))
                        .isPresent());
    }

    @Test
    void theBlackListComesBeforeTheJointList() {
        assertThat(decide("WS-CITY", new LevelInputs(0, 1, 0, ";WS-CITY-J-01;WS-CITY-B-04;")))
                .isEqualTo("BLACK");
        assertThat(decide("WS-CITY", new LevelInputs(0, 1, 0, ";WS-CITY-J-01;WS-CITY-J-10;")))
                .isEqualTo("JOINT");
    }

    @Test
    void anItemOfAnotherRegimeOrAPartOfACodeDoesNotCount() {
        assertThat(decide("WS-CITY", new LevelInputs(100, 5, 5, ";WS-JINAN-B-01;")))
                .isNull();
        assertThat(decide("WS-CITY", new LevelInputs(0, 1, 0, ";WS-CITY-J-010;")))
                .isNull();
        assertThat(decide("WS-CITY", new LevelInputs(0, 1, 0, "WS-CITY-J-01"))).isNull();
        assertThat(decide("WS-JINAN", new LevelInputs(0, 0, 0, ""))).isNull();
        assertThat(decide("WS-SAWS", new LevelInputs(0, 0, 0, null))).isNull();
    }

    @Test
    void theAnswerCarriesTheLevelsNameAndArticle() {
        LevelRule level =
                tables.decideLevel("NANNING", new LevelInputs(20, 0, 0, "")).orElseThrow();
        assertThat(level.regime()).isEqualTo("NANNING");
        assertThat(level.nameZh()).isEqualTo("失信红名单（惩戒）");
        assertThat(level.article()).isEqualTo("第九条");
    }

    @Test
    void aRegimeWithoutALevelDecisionIsAnError() {
        LevelInputs inputs = new LevelInputs(30, 3, 1, "");
        assertThatThrownBy(() -> tables.decideLevel("CITYX", inputs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("regimes.dmn names no level decision for regime CITYX");
        assertThatThrownBy(() -> tables.decideLevel("NOWHERE", inputs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("regimes.dmn has no row for regime NOWHERE");
        assertThatThrownBy(() -> tables.level("WS-CITY", "NN_BLACK"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("levels.dmn has no row for regime WS-CITY, level NN_BLACK");
    }

    private String decide(String regime, LevelInputs inputs) {
        return tables.decideLevel(regime, inputs).map(LevelRule::level).orElse(null);
    }

    private List<String> hitsOf(String decision, int points, int sameItem, int serious) {
        files.evaluate(
                decision,
                Map.of("points", points, "sameItemCount", sameItem, "seriousCount", serious, "newActInTerm", false));
        return files.lastHits();
    }

    private static String regimeOf(String code) {
        return SAFETY_REGIMES.stream().filter(code::startsWith).findFirst().orElseThrow();
    }
}
