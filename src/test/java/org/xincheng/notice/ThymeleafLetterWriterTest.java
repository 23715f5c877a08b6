package org.xincheng.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xincheng.credit.letter.LetterContent;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.notice.SampleLetters.Draft;

class ThymeleafLetterWriterTest {

    private static final Path TEMPLATES = Path.of("forms/letters");
    private static final String NUMBER = "信认告〔2026〕1号";

    private final ThymeleafLetterWriter writer = new ThymeleafLetterWriter("");

    static List<LetterKind> determinations() {
        return SampleLetters.ofDeterminations();
    }

    @ParameterizedTest
    @MethodSource("determinations")
    void statesWhoWritesToWhomAboutWhat(LetterKind kind) {
        assertThat(text(kind, SampleLetters.full()))
                .contains("xx市应急管理局", NUMBER, "案件编号：RD-2026-000017", kind.title())
                .contains("样例矿业有限公司017（统一社会信用代码／证件号码：91450400MA5KSAMPLE）：")
                .contains("《xx市安全生产领域失信行为联合惩戒管理制度》", "2026年2月10日", "（此处加盖印章）")
                .contains("承办单位：xx市信用办公室", "地址：xx市样例路1号", "联系电话：0000-0000001")
                .contains("电子邮件发送的本文书副本仅供知悉，不构成送达");
    }

    @Test
    void noticeStatesWhatIsIntendedWhyAndWhichRightsThereAre() {
        assertThat(text(LetterKind.PRE_DECISION_NOTICE, SampleLetters.full()))
                .contains("一、查明的事实", "2026年1月8日在停产整顿期间擅自组织生产。")
                .contains("二、证据", "应急罚〔2026〕3号")
                .contains("三、理由和依据", "（一）《样例办法》第二条第五项", "（二）《样例制度》第三条")
                .contains("四、拟作出的决定", "拟将你（单位）列入联合惩戒对象（重点关注名单）。", "拟定期限：一年，自公示之日起计算")
                .contains("五、拟采取的失信惩戒措施", "加大执法检查频次", "《中华人民共和国安全生产法》第七十八条", "应急管理部门")
                .contains("仅供参考，不具约束力", "供保险机构厘定费率时参考")
                .contains("六、移出名单的条件和程序", "七、你（单位）享有的权利", "行政处罚法》第四十四条、第四十五条和第六十三条至第六十五条")
                .contains("（一）自本告知书送达之日起5个工作日内陈述、申辩。", "（二）自送达之日起5个工作日内要求听证。")
                .contains("不因你（单位）陈述、申辩或者要求听证而加重处理")
                .contains("可以委托一至二名代理人", "逾期未要求听证的，视为放弃听证权利")
                .contains("八、决定作出后的救济途径", "行政复议：xx市人民政府；期限：自收到本决定之日起60日内");
    }

    @Test
    void everyLineOfATextIsAParagraph() {
        var draft = SampleLetters.full();
        draft.facts = "第一项事实。\n\n  第二项事实。\r\n";

        assertThat(writer.write(LetterKind.PRE_DECISION_NOTICE, NUMBER, draft.content()))
                .containsPattern("<p>第一项事实。</p>\\s*<p>第二项事实。</p>");
    }

    @Test
    void invitationStatesTimePlaceChairRightsAndConsequences() {
        assertThat(text(LetterKind.HEARING_INVITATION, SampleLetters.full()))
                .contains("2026年3月10日（星期二）9时30分（北京时间）", "样例路1号三楼听证室", "听证公开举行")
                .contains("听证主持人：听证主持人甲（样例）", "有权申请回避", "委托一至二人代理", "不承担我机关组织听证的费用")
                .contains("视为放弃听证权利，听证终止", "第六十三条、第六十四条、第六十五条", "七个工作日前送达");
    }

    @Test
    void invitationToAClosedHearingSaysSo() {
        var draft = SampleLetters.full();
        draft.hearing =
                new LetterContent.Hearing(draft.hearing.at(), draft.hearing.place(), draft.hearing.chair(), false);

        assertThat(text(LetterKind.HEARING_INVITATION, draft))
                .contains("听证不公开举行")
                .doesNotContain("听证公开举行");
    }

    @Test
    void decisionStatesTheSixMandatoryFieldsAndEnclosesTheRepairGuide() {
        assertThat(text(LetterKind.DECISION, SampleLetters.full()))
                .contains("一、事由：查明的失信事实", "2026年1月8日在停产整顿期间擅自组织生产。")
                .contains("二、证据", "应急罚〔2026〕3号")
                .contains("三、陈述、申辩和听证意见的处理", "我机关于2026年3月10日（星期二）9时30分（北京时间）举行了听证")
                .contains("（一）你（单位）提出：当日仅为设备检修", "处理结果：不予采纳", "理由：产量记录证明当日有产出")
                .contains("四、理由和依据", "（一）《样例办法》第二条第五项")
                .contains("五、决定", "决定将你（单位）列入联合惩戒对象（重点关注名单）。")
                .contains("期限：一年，自公示之日起计算", "公示：在样例信用网站公示，至名单期限届满")
                .contains("六、失信惩戒措施提示", "限制参加政府采购", "《中华人民共和国政府采购法》第二十二条", "仅供参考，不具约束力")
                .contains("七、移出名单的条件和程序", "（一）整改完毕并经验收合格。")
                .contains("八、救济途径", "（二）行政诉讼：xx市样例区人民法院；期限：自收到本决定之日起6个月内")
                .contains("附件：信用修复告知", "办理信用修复不收取任何费用", "信用中国");
    }

    @Test
    void replyStatesThatNothingFollowsAndWhy() {
        var draft = SampleLetters.full();
        draft.measures = List.of();
        assertThat(text(LetterKind.NOT_LISTED_REPLY, draft))
                .contains("一、处理结果", "决定不将你（单位）列入联合惩戒对象（重点关注名单）。")
                .contains("所涉行政处罚决定已被撤销。", "不因本案采取失信惩戒措施");
    }

    static Stream<Arguments> repairRules() {
        return Stream.of(
                arguments(LocalDate.of(2025, 6, 21), false, false),
                arguments(LocalDate.of(2025, 6, 22), true, false),
                arguments(LocalDate.of(2026, 3, 31), true, false),
                arguments(LocalDate.of(2026, 4, 1), true, true));
    }

    @ParameterizedTest
    @MethodSource("repairRules")
    void repairGuideCitesTheRulesInForceOnItsDay(LocalDate day, boolean plan, boolean order36) {
        var draft = SampleLetters.full();
        draft.date = day;
        var text = text(LetterKind.DECISION, draft);

        assertThat(text.contains("国办发〔2025〕22号")).isEqualTo(plan);
        assertThat(text.contains("国家发展和改革委员会令第36号")).isEqualTo(order36);
        assertThat(text.split("有关的信用修复事项一并告知", -1)).hasSize(2);
    }

    static Stream<Arguments> kindsAndNothing() {
        return determinations().stream().flatMap(kind -> Stream.of(arguments(kind, null), arguments(kind, "")));
    }

    @ParameterizedTest
    @MethodSource("kindsAndNothing")
    void partsThatMayBeMissingLeaveNoGap(LetterKind kind, String nothing) {
        var draft = SampleLetters.full();
        draft.measures = null;
        draft.references = null;
        draft.opinions = null;
        draft.office = new LetterContent.Office("xx市信用办公室", nothing, nothing);
        if (kind == LetterKind.NOT_LISTED_REPLY || kind == LetterKind.HEARING_INVITATION) {
            draft.facts = nothing;
            draft.evidence = nothing;
            draft.legalBasis = null;
            draft.levelName = nothing;
        }
        if (kind != LetterKind.DECISION) {
            draft.remedies = null;
            draft.removal = null;
            draft.term = nothing;
            draft.publication = nothing;
        }
        if (kind != LetterKind.HEARING_INVITATION) {
            draft.hearing = null;
        }
        var html = writer.write(kind, NUMBER, draft.content());

        assertThat(html).doesNotContain("null", " th:", "<th:", "<table", "<tbody", "地址：", "联系电话：");
        assertThat(partNumbers(html))
                .isEqualTo("一二三四五六七八九".substring(0, partNumbers(html).length()));
    }

    @ParameterizedTest
    @MethodSource("determinations")
    void numbersItsPartsWithoutGap(LetterKind kind) {
        var numbers =
                partNumbers(writer.write(kind, NUMBER, SampleLetters.full().content()));

        assertThat(numbers).hasSizeGreaterThan(4).isEqualTo("一二三四五六七八九".substring(0, numbers.length()));
    }

    static Stream<Arguments> mandatory() {
        Map<String, Consumer<Draft>> everywhere = Map.of(
                "caseNumber", d -> d.caseNumber = " ",
                "regimeTitle", d -> d.regimeTitle = null,
                "authority", d -> d.authority = "",
                "office", d -> d.office = null,
                "subjectName", d -> d.subjectName = null,
                "subjectIdentifier", d -> d.subjectIdentifier = null,
                "date", d -> d.date = null);
        Map<String, Consumer<Draft>> finding = Map.of(
                "facts", d -> d.facts = null,
                "evidence", d -> d.evidence = null,
                "legalBasis", d -> d.legalBasis = List.of(),
                "levelName", d -> d.levelName = null,
                "legalBasis of a measure", d -> d.measures = List.of(new LetterContent.Measure("措施", " ", "单位")));
        Map<String, Consumer<Draft>> ends = Map.of(
                "term", d -> d.term = null,
                "publication", d -> d.publication = null,
                "removal", d -> d.removal = List.of(),
                "remedies", d -> d.remedies = null);
        return Stream.of(
                        determinations().stream().flatMap(kind -> rows(kind, everywhere)),
                        rows(LetterKind.PRE_DECISION_NOTICE, finding),
                        rows(LetterKind.PRE_DECISION_NOTICE, Map.of("rights", d -> d.rights = List.of())),
                        rows(LetterKind.DECISION, finding),
                        rows(LetterKind.DECISION, ends),
                        rows(LetterKind.HEARING_INVITATION, Map.of("hearing", d -> d.hearing = null)),
                        rows(LetterKind.NOT_LISTED_REPLY, Map.of("reasons", d -> d.reasons = "")))
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> rows(LetterKind kind, Map<String, Consumer<Draft>> faults) {
        return faults.entrySet().stream().map(fault -> arguments(kind, fault.getKey(), fault.getValue()));
    }

    @ParameterizedTest(name = "{0} without {1}")
    @MethodSource("mandatory")
    void refusesALetterThatDoesNotStateWhatItMust(LetterKind kind, String part, Consumer<Draft> fault) {
        var draft = SampleLetters.full();
        fault.accept(draft);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(kind, NUMBER, draft.content()))
                .withMessage(kind + " does not state " + part);
    }

    @Test
    void escapesWhateverOthersHaveWritten() {
        var attack = "<script>alert(1)</script><img src=x onerror=\"y\">&nbsp;${7*7}__${7*7}__[[${7*7}]]";
        var draft = SampleLetters.full();
        draft.caseNumber = attack;
        draft.regimeTitle = attack;
        draft.authority = attack;
        draft.office = new LetterContent.Office(attack, attack, attack);
        draft.subjectName = attack;
        draft.subjectIdentifier = attack;
        draft.facts = attack;
        draft.evidence = attack;
        draft.legalBasis = List.of(attack);
        draft.levelName = attack;
        draft.measures = List.of(new LetterContent.Measure(attack, attack, attack));
        draft.references = draft.measures;
        draft.removal = List.of(attack);
        draft.term = attack;
        draft.publication = attack;
        draft.rights = List.of(attack);
        draft.hearing = new LetterContent.Hearing(draft.hearing.at(), attack, attack, true);
        draft.opinions = List.of(new LetterContent.Opinion(attack, attack, attack));
        draft.remedies = List.of(new LetterContent.Remedy(attack, attack, attack));
        draft.reasons = attack;

        for (LetterKind kind : determinations()) {
            assertThat(writer.write(kind, attack, draft.content()))
                    .doesNotContain("<script", "<img", "49")
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;nbsp;", "[[${7*7}]]");
        }
    }

    @Test
    void templatesNeverWriteUnescapedAndBringNothingFromElsewhere() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            var templates =
                    files.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(templates)
                    .hasSize((int) Stream.of(LetterKind.values())
                                    .map(LetterKind::template)
                                    .distinct()
                                    .count()
                            + 1);
            for (Path template : templates) {
                assertThat(Files.readString(template).replaceAll("<!--/\\*(?s:.*?)\\*/-->", ""))
                        .as(template.toString())
                        .doesNotContain("th:utext", "[(", "<script", "src=", "url(", "<link", "@import");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesTheSameBytesForTheSameContent(LetterKind kind) {
        var first = writer.write(kind, NUMBER, SampleLetters.of(kind));
        var again = new ThymeleafLetterWriter("").write(kind, NUMBER, SampleLetters.of(kind));

        assertThat(Letters.sha256(again)).isEqualTo(Letters.sha256(first));
        assertThat(again).isEqualTo(first);
    }

    static Stream<Arguments> changes() {
        Map<String, Consumer<Draft>> changes = Map.ofEntries(
                Map.entry("authority", d -> d.authority += "乙"),
                Map.entry("subjectName", d -> d.subjectName += "乙"),
                Map.entry("facts", d -> d.facts += "乙"),
                Map.entry("evidence", d -> d.evidence += "乙"),
                Map.entry("legalBasis", d -> d.legalBasis = List.of("《样例办法》第二条第六项")),
                Map.entry("levelName", d -> d.levelName += "乙"),
                Map.entry("measures", d -> d.measures = d.measures.subList(0, 1)),
                Map.entry("references", d -> d.references = List.of()),
                Map.entry("removal", d -> d.removal = d.removal.subList(0, 1)),
                Map.entry("term", d -> d.term += "乙"),
                Map.entry("publication", d -> d.publication += "乙"),
                Map.entry("opinions", d -> d.opinions = List.of()),
                Map.entry("remedies", d -> d.remedies = d.remedies.subList(0, 1)),
                Map.entry("date", d -> d.date = d.date.plusDays(1)));
        return changes.entrySet().stream().map(change -> arguments(change.getKey(), change.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void everyChangedPartChangesTheDecisionAndItsHash(String part, Consumer<Draft> change) {
        var before =
                writer.write(LetterKind.DECISION, NUMBER, SampleLetters.full().content());
        var draft = SampleLetters.full();
        change.accept(draft);
        var after = writer.write(LetterKind.DECISION, NUMBER, draft.content());

        assertThat(Letters.sha256(after)).as(part).isNotEqualTo(Letters.sha256(before));
    }

    @Test
    void writesTheSameFromThePackagedTemplates(@TempDir Path empty) {
        var packaged = new ThymeleafLetterWriter(empty.toString());

        for (LetterKind kind : LetterKind.values()) {
            assertThat(packaged.write(kind, NUMBER, SampleLetters.of(kind)))
                    .isEqualTo(writer.write(kind, NUMBER, SampleLetters.of(kind)));
        }
    }

    @Test
    void aDesignersChangeShowsInTheNextLetter(@TempDir Path models) throws IOException {
        var letters = copyTemplates(models);
        var ours = new ThymeleafLetterWriter(models.toString());
        var before =
                ours.write(LetterKind.DECISION, NUMBER, SampleLetters.full().content());
        var file = letters.resolve("decision.html");
        Files.writeString(file, Files.readString(file).replace("现决定如下", "现作出如下决定"));

        assertThat(before).contains("现决定如下");
        assertThat(ours.write(LetterKind.DECISION, NUMBER, SampleLetters.full().content()))
                .contains("现作出如下决定");
    }

    @Test
    void namesTheMissingTemplate(@TempDir Path models) throws IOException {
        var letters = copyTemplates(models);
        var ours = new ThymeleafLetterWriter(models.toString());
        Files.delete(letters.resolve("decision.html"));

        assertThatIllegalStateException()
                .isThrownBy(() -> ours.write(
                        LetterKind.DECISION, NUMBER, SampleLetters.full().content()))
                .withMessageContaining("DECISION")
                .withMessageContaining("decision.html");
        assertThatIllegalStateException()
                .isThrownBy(() -> new ThymeleafLetterWriter(models.toString()))
                .withMessageContaining("decision.html");
    }

    private static Path copyTemplates(Path models) throws IOException {
        var letters = Files.createDirectories(models.resolve("forms/letters"));
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.toList()) {
                Files.copy(file, letters.resolve(file.getFileName()));
            }
        }
        return letters;
    }

    /** The letter as read: without markup. */
    private String text(LetterKind kind, Draft draft) {
        return writer.write(kind, NUMBER, draft.content())
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]+>", "");
    }

    private static String partNumbers(String html) {
        var numbers = new StringBuilder();
        var headings = Pattern.compile("<h2>(.)、").matcher(html);
        while (headings.find()) {
            numbers.append(headings.group(1));
        }
        return numbers.toString();
    }
}
