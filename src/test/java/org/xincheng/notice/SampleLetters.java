package org.xincheng.notice;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.xincheng.credit.letter.EndContent;
import org.xincheng.credit.letter.LetterContent;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.RemedyContent;
import org.xincheng.credit.letter.StatedContent;
import org.xincheng.law.Suspension;
import org.xincheng.law.TermState;

/** Contents of letters for tests. */
final class SampleLetters {

    private SampleLetters() {}

    /** Everything a letter of a determination can state. */
    static Draft full() {
        return new Draft();
    }

    /** Everything a letter of an objection or a complaint can state, for a kind: departments and the public are told less. */
    static RemedyDraft remedy(LetterKind kind) {
        return new RemedyDraft(kind);
    }

    /** Kinds of letters of a determination. */
    static List<LetterKind> ofDeterminations() {
        return List.of(
                LetterKind.PRE_DECISION_NOTICE,
                LetterKind.HEARING_INVITATION,
                LetterKind.DECISION,
                LetterKind.NOT_LISTED_REPLY);
    }

    /** Kinds of letters of objections and complaints. */
    static List<LetterKind> ofRemedies() {
        return Stream.of(LetterKind.values())
                .filter(kind -> !ofDeterminations().contains(kind) && !ofEnds().contains(kind))
                .toList();
    }

    /** The kinds about the end of a listing, or about a correction. */
    static List<LetterKind> ofEnds() {
        return Stream.of(LetterKind.values())
                .filter(kind -> Set.of("end-letter", "correction").contains(kind.template()))
                .toList();
    }

    /** Everything a letter about the end of a listing can state. */
    static EndContent end(LetterKind kind) {
        return new EndContent(
                "XF-2026-000009",
                "xx市安全生产领域失信行为联合惩戒管理制度",
                "xx市应急管理局",
                new LetterContent.Office("xx市信用办", "样例路1号", "0000-1234567"),
                kind.toDepartments() ? "市市场监管局、市财政局" : kind.isPublicNotice() ? "" : "样例企业有限公司",
                "样例企业有限公司",
                "91350211M000100Y43",
                new RemedyContent.Listed("样信认决〔2026〕3号", LocalDate.of(2026, 3, 2), "联合惩戒对象（重点关注名单）", "RD-2026-000009"),
                List.of("告知的第一件事", "告知的第二件事"),
                new RemedyContent.Answer("10个工作日", "收到修复申请", LocalDate.of(2026, 6, 15), true, "本办内部时限办理目标"),
                List.of("条件之一", "条件之二"),
                "样例理由",
                List.of(new LetterContent.Measure("限制取得政府性资金", "《样例条例》第一条", "市财政局")),
                List.of("限制担任主要负责人：自2026-03-02起，至2031-03-02止（《中华人民共和国安全生产法》第九十四条）"),
                List.of("市市场监管局", "市财政局"),
                List.of("《信用修复管理办法》"),
                List.of(new LetterContent.Remedy("行政复议", "样例市人民政府", "自收到本文书之日起60日内")),
                LocalDate.of(2026, 6, 8));
    }

    /** Everything a letter of the kind can state. */
    static StatedContent of(LetterKind kind) {
        if (ofEnds().contains(kind)) {
            return end(kind);
        }
        return ofDeterminations().contains(kind)
                ? full().content()
                : remedy(kind).content();
    }

    /** A content whose parts a test changes one by one. */
    static final class Draft {
        String caseNumber = "RD-2026-000017";
        String regimeTitle = "xx市安全生产领域失信行为联合惩戒管理制度";
        String authority = "xx市应急管理局";
        LetterContent.Office office = new LetterContent.Office("xx市信用办公室", "xx市样例路1号", "0000-0000001");
        String subjectName = "样例矿业有限公司017";
        String subjectIdentifier = "91450400MA5KSAMPLE";
        String facts = "2026年1月8日在停产整顿期间擅自组织生产。";
        String evidence = "行政处罚决定书（样例）应急罚〔2026〕3号；现场检查笔录一份。";
        List<String> legalBasis = List.of("《样例办法》第二条第五项", "《样例制度》第三条");
        String levelName = "联合惩戒对象（重点关注名单）";
        List<LetterContent.Measure> measures = List.of(
                new LetterContent.Measure("加大执法检查频次", "《中华人民共和国安全生产法》第七十八条", "应急管理部门"),
                new LetterContent.Measure("限制参加政府采购", "《中华人民共和国政府采购法》第二十二条", ""));
        List<LetterContent.Measure> references =
                List.of(new LetterContent.Measure("供保险机构厘定费率时参考", "发改财金〔2016〕1001号", "保险机构"));
        List<String> removal = List.of("整改完毕并经验收合格。", "期限届满前三十个工作日内提出申请。");
        String term = "一年，自公示之日起计算";
        String publication = "在样例信用网站公示，至名单期限届满";
        List<String> rights = List.of("自本告知书送达之日起5个工作日内陈述、申辩。", "自送达之日起5个工作日内要求听证。");
        LetterContent.Hearing hearing = new LetterContent.Hearing(
                OffsetDateTime.parse("2026-03-10T01:30:00Z"), "样例路1号三楼听证室", "听证主持人甲（样例）", true);
        List<LetterContent.Opinion> opinions = List.of(new LetterContent.Opinion("当日仅为设备检修", "不予采纳", "产量记录证明当日有产出"));
        List<LetterContent.Remedy> remedies = List.of(
                new LetterContent.Remedy("行政复议", "xx市人民政府", "自收到本决定之日起60日内"),
                new LetterContent.Remedy("行政诉讼", "xx市样例区人民法院", "自收到本决定之日起6个月内"));
        String reasons = "所涉行政处罚决定已被撤销。";
        LocalDate date = LocalDate.of(2026, 2, 10);

        LetterContent content() {
            return new LetterContent(
                    caseNumber,
                    regimeTitle,
                    authority,
                    office,
                    subjectName,
                    subjectIdentifier,
                    facts,
                    evidence,
                    legalBasis,
                    levelName,
                    measures,
                    references,
                    removal,
                    term,
                    publication,
                    rights,
                    hearing,
                    opinions,
                    remedies,
                    reasons,
                    date);
        }
    }

    /** A content whose parts a test changes one by one. */
    static final class RemedyDraft {
        String caseNumber = "YY-2026-000003";
        String regimeTitle = "xx市安全生产领域失信行为联合惩戒管理制度";
        String authority = "xx市应急管理局";
        LetterContent.Office office = new LetterContent.Office("xx市信用办公室", "xx市样例路1号", "0000-0000001");
        String addressee = "样例矿业有限公司017";
        String subjectName = "样例矿业有限公司017";
        String subjectIdentifier = "91450400MA5KSAMPLE";
        String remedy = "异议";
        String ground = "主体提出异议";
        LocalDate receivedOn = LocalDate.of(2026, 3, 2);
        LocalDate acceptedOn = LocalDate.of(2026, 3, 4);
        LocalDate withdrawnOn;
        RemedyContent.Listed listed =
                new RemedyContent.Listed("样信认决〔2026〕1号", LocalDate.of(2026, 2, 10), "联合惩戒对象（重点关注名单）", "RD-2026-000017");
        RemedyContent.Answer answerBy =
                new RemedyContent.Answer("15个工作日", "受理异议", LocalDate.of(2026, 3, 25), false, "《样例办法》第十三条");
        String result = "部分更正";
        String findings = "经向信息提供单位核实，处罚决定属实。\n停产整顿起始日期记载有误，应为2026年1月9日。";
        List<String> changes = List.of("失信行为记录JL-1更正为JL-2：2026年1月9日擅自组织生产", "更正后列入等级不变：联合惩戒对象");
        boolean stands = true;
        Suspension suspension = new Suspension(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 20));
        boolean resting;
        RemedyContent.Term term = new RemedyContent.Term(TermState.RUNNING, LocalDate.of(2027, 2, 26), 343, false);
        List<LetterContent.Measure> measures = List.of(
                new LetterContent.Measure("加大执法检查频次", "《中华人民共和国安全生产法》第七十八条", "市应急管理局"),
                new LetterContent.Measure("限制参加政府采购", "《中华人民共和国政府采购法》第二十二条", "市财政局"));
        List<LetterContent.Measure> lifted = List.of();
        List<String> departments = List.of("市应急管理局", "市财政局");
        List<String> legalBasis = List.of("《样例方案》第四条第（六）项", "《样例办法》第十三条");
        List<LetterContent.Remedy> remedies = List.of(
                new LetterContent.Remedy("投诉", "xx市信用办公室", "认为答复不充分的，可以提出（《样例方案》第（三）项第2目）"),
                new LetterContent.Remedy("行政复议", "xx市人民政府", "自收到本文书之日起60日内（《中华人民共和国行政复议法》第二十条）"),
                new LetterContent.Remedy("行政诉讼", "xx市样例区人民法院", "自收到本文书之日起6个月内（《中华人民共和国行政诉讼法》第四十六条）"));
        String reasons = "与已经受理的异议YY-2026-000001内容相同，不重复受理。";
        LocalDate date = LocalDate.of(2026, 3, 20);

        RemedyDraft(LetterKind kind) {
            if (kind.name().startsWith("COMPLAINT")) {
                remedy = "投诉";
                ground = "认定事实有误";
                caseNumber = "TS-2026-000003";
            }
            if (kind.toDepartments()) {
                addressee = "市应急管理局、市财政局";
                findings = "";
            }
            if (kind.isPublicNotice()) {
                addressee = "";
                findings = "";
            }
            switch (kind) {
                case OBJECTION_RECEIPT, COMPLAINT_RECEIPT, MEASURES_SUSPENDED -> suspended();
                case OBJECTION_TERMINATION, COMPLAINT_TERMINATION -> withdrawnOn = LocalDate.of(2026, 3, 19);
                case MEASURES_RESUMED -> changes = List.of();
                case MEASURES_CHANGED -> {
                    changes = List.of("列入等级由甲级调整为乙级");
                    lifted = measures.subList(1, 2);
                    measures = measures.subList(0, 1);
                }
                case MEASURES_LIFTED, RESTORATION_NOTICE -> revoked();
                default -> {}
            }
        }

        /** The listing falls. */
        void revoked() {
            result = "撤销列入";
            changes = List.of("撤销列入决定，该列入自始无效");
            stands = false;
            term = null;
        }

        /** Measures rest, and the clock stands. */
        void suspended() {
            date = LocalDate.of(2026, 3, 4);
            changes = List.of();
            suspension = new Suspension(LocalDate.of(2026, 3, 4), null);
            resting = true;
            term = new RemedyContent.Term(TermState.STOPPED, null, 343, false);
        }

        RemedyContent content() {
            return new RemedyContent(
                    caseNumber,
                    regimeTitle,
                    authority,
                    office,
                    addressee,
                    subjectName,
                    subjectIdentifier,
                    remedy,
                    ground,
                    receivedOn,
                    acceptedOn,
                    withdrawnOn,
                    listed,
                    answerBy,
                    result,
                    findings,
                    changes,
                    stands,
                    suspension,
                    resting,
                    term,
                    measures,
                    lifted,
                    departments,
                    legalBasis,
                    remedies,
                    reasons,
                    date);
        }
    }
}
