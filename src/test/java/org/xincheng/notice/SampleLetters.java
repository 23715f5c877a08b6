package org.xincheng.notice;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.xincheng.credit.letter.LetterContent;

/** Contents of letters for tests. */
final class SampleLetters {

    private SampleLetters() {}

    /** Everything a letter can state. */
    static Draft full() {
        return new Draft();
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
}
