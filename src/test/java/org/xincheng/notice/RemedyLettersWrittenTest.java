package org.xincheng.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xincheng.credit.IdentityNumbers;
import org.xincheng.credit.letter.LetterContent;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.RemedyContent;
import org.xincheng.credit.subject.Subject;
import org.xincheng.law.Suspension;
import org.xincheng.law.TermState;
import org.xincheng.notice.SampleLetters.RemedyDraft;

/** The letters of objections and complaints: to the party, to departments, to the public. */
class RemedyLettersWrittenTest {

    private static final String NUMBER = "样信异受〔2026〕1号";

    private final ThymeleafLetterWriter writer = new ThymeleafLetterWriter("");

    static List<LetterKind> kinds() {
        return SampleLetters.ofRemedies();
    }

    static List<LetterKind> toParty() {
        return kinds().stream()
                .filter(kind -> !kind.toDepartments() && !kind.isPublicNotice())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void statesWhoWritesAboutWhichDecisionAndByWhatLaw(LetterKind kind) {
        var draft = SampleLetters.remedy(kind);

        assertThat(text(kind, draft))
                .contains("xx市应急管理局", NUMBER, "案件编号：" + draft.caseNumber, kind.title())
                .contains("《xx市安全生产领域失信行为联合惩戒管理制度》", "（此处加盖印章）")
                .contains("2026年2月10日《失信认定决定书》（样信认决〔2026〕1号）")
                .contains("（一）《样例方案》第四条第（六）项", "（二）《样例办法》第十三条")
                .contains("承办单位：xx市信用办公室", "地址：xx市样例路1号", "联系电话：0000-0000001");
    }

    @ParameterizedTest
    @MethodSource("toParty")
    void aLetterToThePartyIsAddressedToItAndSaysThatACopyIsNoService(LetterKind kind) {
        assertThat(text(kind, SampleLetters.remedy(kind)))
                .contains("样例矿业有限公司017（统一社会信用代码／证件号码：91450400MA5KSAMPLE）：")
                .contains("电子邮件发送的本文书副本仅供知悉，不构成送达");
    }

    @ParameterizedTest
    @EnumSource(names = {"OBJECTION_RECEIPT", "COMPLAINT_RECEIPT"})
    void receiptStatesWhatCameInThatMeasuresRestAndWhenTheAnswerComes(LetterKind kind) {
        var draft = SampleLetters.remedy(kind);

        assertThat(text(kind, draft))
                .contains("将你（单位）列入名单的" + draft.remedy + "，我机关已予受理", "事由：" + draft.ground)
                .contains("收到日期：2026年3月2日", "受理日期：2026年3月4日")
                .contains("自2026年3月4日起，因该列入对你（单位）采取的失信惩戒措施一律暂停执行，列入期限停止计算")
                .contains("标注“存在异议”", "逾期未答复的，暂停不因此结束")
                .contains("最迟于2026年3月25日作出书面答复，并说明理由")
                .contains("该期限为15个工作日，自受理异议之日的次日起计算（《样例办法》第十三条）")
                .doesNotContain("暂定", "届满");
    }

    @Test
    void receiptSaysWhereTheDayIsProvisional() {
        var draft = SampleLetters.remedy(LetterKind.OBJECTION_RECEIPT);
        draft.answerBy = new RemedyContent.Answer("15个工作日", "受理异议", LocalDate.of(2027, 1, 8), true, "《样例办法》第十三条");

        assertThat(text(LetterKind.OBJECTION_RECEIPT, draft)).contains("最迟于2027年1月8日", "上述日期为暂定，安排公布后重新计算");
    }

    @Test
    void receiptForATermThatEndedMeanwhilePromisesNoStandstill() {
        var draft = SampleLetters.remedy(LetterKind.OBJECTION_RECEIPT);
        draft.term = new RemedyContent.Term(TermState.ENDED, LocalDate.of(2026, 3, 3), 0, false);

        assertThat(text(LetterKind.OBJECTION_RECEIPT, draft))
                .contains("列入期限已于2026年3月3日届满", "我机关仍依法核实并答复")
                .doesNotContain("一律暂停执行");
    }

    @ParameterizedTest
    @EnumSource(names = {"OBJECTION_REFUSAL", "COMPLAINT_REFUSAL"})
    void refusalStatesItsReasonAndTheRemedies(LetterKind kind) {
        assertThat(text(kind, SampleLetters.remedy(kind)))
                .contains("决定不予受理", "与已经受理的异议YY-2026-000001内容相同，不重复受理。")
                .contains("不因本案暂停执行惩戒措施")
                .contains("行政复议：xx市人民政府；自收到本文书之日起60日内（《中华人民共和国行政复议法》第二十条）。")
                .contains("行政诉讼：xx市样例区人民法院；自收到本文书之日起6个月内（《中华人民共和国行政诉讼法》第四十六条）。");
    }

    @ParameterizedTest
    @EnumSource(names = {"OBJECTION_REPLY", "COMPLAINT_REPLY"})
    void replyStatesResultReasonsChangesSuspendedDaysTheNewEndAndTheRemedies(LetterKind kind) {
        assertThat(text(kind, SampleLetters.remedy(kind)))
                .contains("部分更正。", "经向信息提供单位核实，处罚决定属实。", "停产整顿起始日期记载有误")
                .contains("（一）失信行为记录JL-1更正为JL-2：2026年1月9日擅自组织生产。", "（二）更正后列入等级不变")
                .contains("自2026年3月4日（含当日）起，至2026年3月20日（不含当日）止，共16日")
                .contains("自2026年3月20日起，惩戒措施恢复执行，列入期限继续计算")
                .contains("列入期限至2027年2月26日届满", "不重复计算")
                .contains("（一）投诉：xx市信用办公室；认为答复不充分的，可以提出")
                .contains("（二）行政复议：xx市人民政府；自收到本文书之日起60日内")
                .contains("（三）行政诉讼：xx市样例区人民法院；自收到本文书之日起6个月内")
                .doesNotContain("自始无效", "最长公示期限", "继续停止计算");
    }

    @Test
    void replyThatTakesMeasuresAwayNamesThem() {
        var draft = SampleLetters.remedy(LetterKind.OBJECTION_REPLY);
        draft.lifted = draft.measures.subList(1, 2);

        assertThat(text(LetterKind.OBJECTION_REPLY, draft)).contains("下列惩戒措施不再执行：", "限制参加政府采购", "《中华人民共和国政府采购法》第二十二条");
    }

    @Test
    void replySaysWhereTheStatutoryMaximumKeepsTheEnd() {
        var draft = SampleLetters.remedy(LetterKind.OBJECTION_REPLY);
        draft.term = new RemedyContent.Term(TermState.RUNNING, LocalDate.of(2027, 2, 20), 337, true);

        assertThat(text(LetterKind.OBJECTION_REPLY, draft)).contains("以国家规定的最长公示期限为限");
    }

    @Test
    void replyDoesNotLetMeasuresRunWhileAnotherCaseKeepsThemStopped() {
        var draft = SampleLetters.remedy(LetterKind.OBJECTION_REPLY);
        draft.resting = true;
        draft.term = new RemedyContent.Term(TermState.STOPPED, null, 343, false);

        assertThat(text(LetterKind.OBJECTION_REPLY, draft))
                .contains("惩戒措施继续暂停执行，列入期限继续停止计算", "列入期限尚有343日")
                .doesNotContain("恢复执行，列入期限继续计算", "届满");
    }

    @Test
    void replyThatRevokesSaysThatTheListingNeverWas() {
        var draft = SampleLetters.remedy(LetterKind.OBJECTION_REPLY);
        draft.revoked();

        assertThat(text(LetterKind.OBJECTION_REPLY, draft))
                .contains("撤销列入。", "（一）撤销列入决定，该列入自始无效。", "停止执行，不得恢复", "发布恢复声誉的公告")
                .doesNotContain("恢复执行", "届满", "不停止惩戒措施的执行");
    }

    @ParameterizedTest
    @EnumSource(names = {"OBJECTION_TERMINATION", "COMPLAINT_TERMINATION"})
    void terminationStatesTheWithdrawalAndWhereMeasuresAndTermStand(LetterKind kind) {
        assertThat(text(kind, SampleLetters.remedy(kind)))
                .contains("申请人于2026年3月19日撤回", "共16日", "自2026年3月20日起，惩戒措施恢复执行", "列入期限至2027年2月26日届满");
    }

    @Test
    void terminationBeforeAcceptanceResumesNothing() {
        var draft = SampleLetters.remedy(LetterKind.OBJECTION_TERMINATION);
        draft.acceptedOn = null;
        draft.suspension = null;

        assertThat(text(LetterKind.OBJECTION_TERMINATION, draft))
                .contains("本案尚未受理，惩戒措施没有因本案暂停执行", "列入期限至2027年2月26日届满")
                .doesNotContain("恢复执行", "受理日期");
    }

    static Stream<Arguments> notices() {
        return Stream.of(
                arguments(
                        LetterKind.MEASURES_SUSPENDED,
                        List.of("已于2026年3月4日受理", "自2026年3月4日起，下列措施一律暂停执行", "不得自行恢复", "标注“存在异议”"),
                        List.of("届满", "自始无效")),
                arguments(
                        LetterKind.MEASURES_RESUMED,
                        List.of("已经核实并书面答复", "自2026年3月20日起，惩戒措施恢复执行", "列入期限至2027年2月26日届满", "恢复执行的措施"),
                        List.of("不得自行恢复", "自始无效", "不再执行的措施")),
                arguments(
                        LetterKind.MEASURES_CHANGED,
                        List.of("列入等级由甲级调整为乙级。", "不再执行的措施", "恢复执行的措施", "列入期限至2027年2月26日届满"),
                        List.of("不得自行恢复", "自始无效")),
                arguments(
                        LetterKind.MEASURES_LIFTED,
                        List.of("该列入已被撤销，自始无效", "立即停止执行，不得恢复", "停止执行的措施", "消除不良影响"),
                        List.of("届满", "恢复执行的措施")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notices")
    void noticeToDepartmentsStatesDecisionMeasuresWithTheirLawAndWhatToDoAtOnce(
            LetterKind kind, List<String> said, List<String> unsaid) {
        assertThat(text(kind, SampleLetters.remedy(kind)))
                .contains("市应急管理局、市财政局：", "请你单位立即办理", "认定案件编号：RD-2026-000017")
                .contains("加大执法检查频次", "《中华人民共和国安全生产法》第七十八条")
                .contains("限制参加政府采购", "《中华人民共和国政府采购法》第二十二条", "市财政局")
                .contains(said)
                .doesNotContain(unsaid.toArray(String[]::new))
                .doesNotContain("不构成送达");
    }

    @ParameterizedTest
    @EnumSource(names = {"MEASURES_RESUMED", "MEASURES_CHANGED"})
    void departmentsDoNotResumeWhileAnotherCaseIsUnderVerification(LetterKind kind) {
        var draft = SampleLetters.remedy(kind);
        draft.resting = true;
        draft.term = new RemedyContent.Term(TermState.STOPPED, null, 343, false);

        assertThat(text(kind, draft))
                .contains("惩戒措施继续暂停执行", "暂停执行的措施", "不得自行恢复")
                .doesNotContain("恢复执行的措施", "取消“存在异议”的标注");
    }

    @ParameterizedTest
    @EnumSource(names = {"MEASURES_RESUMED", "MEASURES_CHANGED"})
    void departmentsDoNotResumeAListingThatAnotherCaseRevoked(LetterKind kind) {
        var draft = SampleLetters.remedy(kind);
        draft.stands = false;
        draft.term = null;

        assertThat(text(kind, draft)).contains("已因另案被撤销，自始无效", "停止执行的措施").doesNotContain("恢复执行的措施");
    }

    @Test
    void departmentsDoNotResumeATermThatIsOver() {
        var draft = SampleLetters.remedy(LetterKind.MEASURES_RESUMED);
        draft.term = new RemedyContent.Term(TermState.ENDED, LocalDate.of(2026, 3, 10), 0, false);

        assertThat(text(LetterKind.MEASURES_RESUMED, draft))
                .contains("列入期限已于2026年3月10日届满，惩戒措施不再执行", "不再执行任何措施")
                .doesNotContain("恢复执行，", "恢复执行的措施");
    }

    @Test
    void restorationNoticeIsAddressedToNobodyAndShowsAPersonMasked() {
        var draft = person(SampleLetters.remedy(LetterKind.RESTORATION_NOTICE));

        assertThat(text(LetterKind.RESTORATION_NOTICE, draft))
                .contains("样*（统一社会信用代码／证件号码：450***********0011）曾依照")
                .contains("撤销列入决定，该列入自始无效。", "停止公示该列入信息", "视为从未列入", "《中华人民共和国行政处罚法》第四十八条")
                .doesNotContain("你（单位）", "不构成送达", "收到即应办理");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPersonsIdentityNumberNeverStandsInClear(LetterKind kind) {
        var html = writer.write(kind, NUMBER, person(SampleLetters.remedy(kind)).content());

        assertThat(html).contains("450***********0011");
        assertThat(IdentityNumbers.in(html)).isFalse();
    }

    private static RemedyDraft person(RemedyDraft draft) {
        draft.subjectName = Subject.maskedName("样例人");
        draft.subjectIdentifier = Subject.maskedIdentifier("450400199001010011");
        return draft;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsNobodyElseWhatOnlyThePartyMayKnow(LetterKind kind) {
        var draft = SampleLetters.remedy(kind);
        draft.findings = "只告知当事人的核实情况";

        assertThat(text(kind, draft).contains(draft.findings))
                .isEqualTo(kind == LetterKind.OBJECTION_REPLY || kind == LetterKind.COMPLAINT_REPLY);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void writesDatesInChineseOnly(LetterKind kind) {
        assertThat(text(kind, SampleLetters.remedy(kind))).doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void numbersItsPartsWithoutGapAndLeavesNoTraceOfTheTemplate(LetterKind kind) {
        var html = writer.write(kind, NUMBER, SampleLetters.remedy(kind).content());
        var numbers = new StringBuilder();
        Pattern.compile("<h2>(.)、").matcher(html).results().forEach(found -> numbers.append(found.group(1)));

        assertThat(html).doesNotContain("null", " th:", "<th:", "。。");
        assertThat(numbers.toString()).hasSizeGreaterThan(4).isEqualTo("一二三四五六七八九".substring(0, numbers.length()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void partsThatMayBeMissingLeaveNoGap(LetterKind kind) {
        var draft = SampleLetters.remedy(kind);
        draft.office = new LetterContent.Office("xx市信用办公室", null, "");
        if (kind.toDepartments() || kind.isPublicNotice() || draft.withdrawnOn != null) {
            draft.ground = null;
            draft.findings = null;
            draft.answerBy = null;
            draft.remedies = null;
            draft.reasons = null;
            draft.result = null;
        }

        assertThat(writer.write(kind, NUMBER, draft.content())).doesNotContain("null", " th:", "<th:", "地址：", "联系电话：");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void escapesWhateverOthersHaveWritten(LetterKind kind) {
        var attack = "<script>alert(1)</script><img src=x onerror=\"y\">&nbsp;${7*7}__${7*7}__[[${7*7}]]";
        var draft = SampleLetters.remedy(kind);
        draft.caseNumber = attack;
        draft.regimeTitle = attack;
        draft.authority = attack;
        draft.office = new LetterContent.Office(attack, attack, attack);
        draft.addressee = attack;
        draft.subjectName = attack;
        draft.subjectIdentifier = attack;
        draft.remedy = attack;
        draft.ground = attack;
        draft.listed = new RemedyContent.Listed(attack, draft.listed.decidedOn(), attack, attack);
        draft.answerBy = new RemedyContent.Answer(attack, attack, LocalDate.of(2026, 3, 25), true, attack);
        draft.result = attack;
        draft.findings = attack;
        draft.changes = List.of(attack);
        draft.measures = List.of(new LetterContent.Measure(attack, attack, attack));
        draft.lifted = draft.measures;
        draft.departments = List.of(attack);
        draft.legalBasis = List.of(attack);
        draft.remedies = List.of(new LetterContent.Remedy(attack, attack, attack));
        draft.reasons = attack;

        assertThat(writer.write(kind, attack, draft.content()))
                .doesNotContain("<script", "<img", "49")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;nbsp;", "[[${7*7}]]");
    }

    static Stream<Arguments> mandatory() {
        Map<String, Consumer<RemedyDraft>> everywhere = Map.ofEntries(
                Map.entry("caseNumber", d -> d.caseNumber = " "),
                Map.entry("regimeTitle", d -> d.regimeTitle = null),
                Map.entry("authority", d -> d.authority = ""),
                Map.entry("office", d -> d.office = null),
                Map.entry("subjectName", d -> d.subjectName = null),
                Map.entry("subjectIdentifier", d -> d.subjectIdentifier = " "),
                Map.entry("remedy", d -> d.remedy = ""),
                Map.entry("listed", d -> d.listed = null),
                Map.entry("listed.decisionNumber", d -> d.listed = listed("", d)),
                Map.entry("legalBasis", d -> d.legalBasis = List.of()),
                Map.entry("date", d -> d.date = null));
        Map<String, Consumer<RemedyDraft>> receipt = Map.of(
                "ground", d -> d.ground = null,
                "receivedOn", d -> d.receivedOn = null,
                "acceptedOn", d -> d.acceptedOn = null,
                "answerBy", d -> d.answerBy = null,
                "answerBy.due", d -> d.answerBy = new RemedyContent.Answer("15个工作日", "受理", null, false, "《样例办法》"),
                "answerBy.basis", d -> d.answerBy = new RemedyContent.Answer("15个工作日", "受理", LocalDate.MAX, false, " "),
                "suspension", d -> d.suspension = null,
                "term", d -> d.term = null);
        Map<String, Consumer<RemedyDraft>> remedies = Map.of(
                "receivedOn", d -> d.receivedOn = null,
                "remedies", d -> d.remedies = List.of(),
                "body of a remedy", d -> d.remedies = List.of(new LetterContent.Remedy("行政复议", "", "60日内")),
                "limit of a remedy", d -> d.remedies = List.of(new LetterContent.Remedy("行政复议", "xx市人民政府", null)));
        Map<String, Consumer<RemedyDraft>> standing = Map.of(
                "term", d -> d.term = null,
                "term.lastDay", d -> d.term = new RemedyContent.Term(TermState.RUNNING, null, 3, false));
        Map<String, Consumer<RemedyDraft>> reply = Map.of(
                "acceptedOn", d -> d.acceptedOn = null,
                "result", d -> d.result = null,
                "findings", d -> d.findings = "\n ",
                "suspension", d -> d.suspension = null);
        Map<String, Consumer<RemedyDraft>> departments = Map.of(
                "addressee",
                d -> d.addressee = "",
                "departments",
                d -> d.departments = List.of(),
                "measures",
                d -> {
                    d.measures = List.of();
                    d.lifted = null;
                },
                "legalBasis of a measure",
                d -> {
                    d.measures = List.of(new LetterContent.Measure("措施", " ", "单位"));
                    d.lifted = List.of();
                });
        var rows = Stream.<Stream<Arguments>>builder();
        kinds().forEach(kind -> rows.add(rows(kind, everywhere)));
        kinds().stream().filter(LetterKind::toDepartments).forEach(kind -> rows.add(rows(kind, departments)));
        for (var prefix : List.of("OBJECTION_", "COMPLAINT_")) {
            rows.add(rows(LetterKind.valueOf(prefix + "RECEIPT"), receipt));
            rows.add(rows(LetterKind.valueOf(prefix + "REFUSAL"), remedies));
            rows.add(rows(LetterKind.valueOf(prefix + "REFUSAL"), Map.of("reasons", d -> d.reasons = "")));
            rows.add(rows(LetterKind.valueOf(prefix + "REPLY"), remedies));
            rows.add(rows(LetterKind.valueOf(prefix + "REPLY"), reply));
            rows.add(rows(LetterKind.valueOf(prefix + "REPLY"), standing));
            rows.add(rows(LetterKind.valueOf(prefix + "TERMINATION"), standing));
            rows.add(
                    rows(LetterKind.valueOf(prefix + "TERMINATION"), Map.of("withdrawnOn", d -> d.withdrawnOn = null)));
        }
        rows.add(rows(LetterKind.MEASURES_RESUMED, standing));
        rows.add(rows(LetterKind.MEASURES_CHANGED, standing));
        rows.add(rows(LetterKind.MEASURES_CHANGED, Map.of("changes", d -> d.changes = List.of())));
        rows.add(rows(LetterKind.MEASURES_SUSPENDED, Map.of("suspension", d -> d.suspension = null)));
        rows.add(rows(LetterKind.RESTORATION_NOTICE, Map.of("changes", d -> d.changes = null)));
        return rows.build().flatMap(each -> each);
    }

    private static RemedyContent.Listed listed(String decisionNumber, RemedyDraft draft) {
        return new RemedyContent.Listed(
                decisionNumber, draft.listed.decidedOn(), draft.listed.levelName(), draft.listed.caseNumber());
    }

    private static Stream<Arguments> rows(LetterKind kind, Map<String, Consumer<RemedyDraft>> faults) {
        return faults.entrySet().stream().map(fault -> arguments(kind, fault.getKey(), fault.getValue()));
    }

    @ParameterizedTest(name = "{0} without {1}")
    @MethodSource("mandatory")
    void refusesALetterThatDoesNotStateWhatItMust(LetterKind kind, String part, Consumer<RemedyDraft> fault) {
        var draft = SampleLetters.remedy(kind);
        fault.accept(draft);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(kind, NUMBER, draft.content()))
                .withMessage(kind + " does not state " + part);
    }

    @Test
    void aRevokedListingNeedsNoTerm() {
        var draft = SampleLetters.remedy(LetterKind.COMPLAINT_REPLY);
        draft.revoked();
        draft.suspension = new Suspension(LocalDate.of(2026, 3, 4), null);

        assertThat(text(LetterKind.COMPLAINT_REPLY, draft)).contains("自始无效");
    }

    /** The letter as read: without markup. */
    private String text(LetterKind kind, RemedyDraft draft) {
        return writer.write(kind, NUMBER, draft.content())
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]+>", "");
    }
}
