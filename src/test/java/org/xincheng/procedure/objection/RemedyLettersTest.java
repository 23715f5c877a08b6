package org.xincheng.procedure.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.IdentityNumbers;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.objection.Objections;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.RemedySteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** What the letters of real cases say: the right days, and of whom the right things to the right people. */
@XinchengTest
class RemedyLettersTest {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Objections objections;

    @Autowired
    private Letters letters;

    @Test
    void anUpheldObjectionsLettersStateTheDaysToTheDay() {
        var listed = published(CaseFixture.unit("样例文书企业"), "");
        var objection =
                object(listed, "2026-06-10T09:00").register("我单位已经取得许可证").accept();

        assertThat(text(objection, LetterKind.OBJECTION_RECEIPT))
                .contains("收到日期：2026年6月10日", "自2026年6月10日起", "一律暂停执行", "最迟于2026年7月2日作出书面答复")
                .contains("该期限为15个工作日，自收到异议之日的次日起计算（《xx市安全生产领域失信行为联合惩戒管理制度》第五条第（七）项）")
                .contains("（一）《梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则》第（九）项")
                .contains("《南宁市城市管理领域失信联合惩戒办法（试行）》第十三条");
        assertThat(text(objection, LetterKind.MEASURES_SUSPENDED))
                .contains("自2026年6月10日起，下列措施一律暂停执行", "认定案件编号：" + listed.number(), "援引的法律依据");

        objection.at("2026-06-29T10:00").verify("UPHELD").decide(true);
        assertThat(text(objection, LetterKind.OBJECTION_REPLY))
                .contains("维持原认定。", "样例核实情况和理由")
                .contains("自2026年6月10日（含当日）起，至2026年6月29日（不含当日）止，共19日", "列入期限至2027年3月21日届满")
                .contains("投诉：", "60日内", "6个月内");
        assertThat(text(objection, LetterKind.MEASURES_RESUMED))
                .contains("自2026年6月29日起，惩戒措施恢复执行", "列入期限至2027年3月21日届满", "恢复执行的措施")
                .doesNotContain("样例核实情况和理由");
    }

    @Test
    void nobodyIsToldToResumeWhileAnotherObjectionIsVerified() {
        var listed = published(CaseFixture.unit("样例重叠企业"), "");
        var first = object(listed, "2026-06-01T09:00").register("第一份异议").accept();
        var second = object(listed, "2026-06-08T09:00").register("另一份异议").accept();

        first.at("2026-06-12T09:00").verify("UPHELD").decide(true);
        assertThat(text(first, LetterKind.OBJECTION_REPLY))
                .contains("惩戒措施继续暂停执行", "至2026年6月12日（不含当日）止，共11日")
                .doesNotContain("惩戒措施恢复执行，", "恢复执行的措施", "列入期限至");
        assertThat(objections.byNumber(first.number()).letter(LetterKind.MEASURES_RESUMED))
                .as("nothing changes for the departments")
                .isEmpty();

        second.at("2026-06-18T09:00").verify("UPHELD").decide(true);
        assertThat(text(second, LetterKind.MEASURES_RESUMED)).contains("自2026年6月18日起，惩戒措施恢复执行", "列入期限至2027年3月19日届满");
    }

    @Test
    void aRevokedPersonsNoticesShowNobodysNameOrNumber() {
        var person = CaseFixture.person("样例某人");
        var listed = published(person, "《样例条例》第三条");
        var objection = object(listed, "2026-06-10T09:00").register("并非本人").accept();
        objection.verify("REVOKED").decide(true);

        assertThat(text(objection, LetterKind.OBJECTION_REPLY))
                .contains("样例某人", "撤销列入决定，该列入自始无效", "行政复议")
                .doesNotContain("投诉：", "列入期限至");
        for (var kind :
                List.of(LetterKind.MEASURES_SUSPENDED, LetterKind.MEASURES_LIFTED, LetterKind.RESTORATION_NOTICE)) {
            assertThat(text(objection, kind))
                    .as(kind.name())
                    .contains("样*", "***")
                    .doesNotContain("样例某人", "样例核实情况和理由", "并非本人");
            assertThat(IdentityNumbers.in(text(objection, kind))).isFalse();
        }
    }

    @Test
    void aWithdrawalsLetterStatesDayAndEnd() {
        var listed = published(CaseFixture.unit("样例撤回企业"), "");
        var objection = object(listed, "2026-06-10T09:00").register("先提后撤").accept();
        clock.at("2026-06-15T09:00");
        beans.getBean(ObjectionProcedure.class)
                .withdraw(objection.number(), LocalDate.of(2026, 6, 12), "书面撤回", "officer1");

        assertThat(text(objection, LetterKind.OBJECTION_TERMINATION))
                .contains("申请人于2026年6月12日撤回", "共5日", "列入期限至2027年3月7日届满");
    }

    private LegalCase published(NewSubject subject, String publicationBasis) {
        clock.at("2026-03-02T09:00");
        return CaseFixture.on(beans).published(subject, LocalDate.of(2026, 2, 26), publicationBasis);
    }

    private RemedySteps object(LegalCase listed, String at) {
        clock.at(at);
        return new RemedySteps(driver, clock, driver.object(listed.number(), "officer1"));
    }

    /** The letter as read: without markup. */
    private String text(RemedySteps remedy, LetterKind kind) {
        var letter = objections.byNumber(remedy.number()).letter(kind).orElseThrow();
        return letters.byId(letter.letterId())
                .html()
                .replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]+>", "");
    }
}
