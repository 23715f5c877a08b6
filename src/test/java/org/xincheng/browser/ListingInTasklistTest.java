package org.xincheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.xincheng.law.LegalTime;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.XinchengTest;

/** The heart of the five-minute tour: from a record to a published listing, wholly through Tasklist and our pages. */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: these pages need a context of their own.
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class ListingInTasklistTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SampleRecords records;

    @Autowired
    private CaseDriver driver;

    private Chromium chromium;
    private String caseNumber;
    private String base;

    @BeforeEach
    void startTheBrowser() {
        chromium = Chromium.start();
        base = "http://127.0.0.1:" + port;
    }

    @AfterEach
    void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aRecordBecomesAPublishedListing() {
        var today = LocalDate.now(LegalTime.ZONE).toString();
        var subject = records.enterprise();
        var record = records.take(
                subject, "WS-CITY", "WS-CITY-J-05", LocalDate.parse(today).minusDays(10));
        try (var officer = clerk("officer1");
                var reviewer = clerk("reviewer1");
                var panel = clerk("panel1");
                var principal = clerk("principal1")) {
            startInTasklist(officer, record.number());
            caseNumber = officer.visit("/cases?q=" + subject.identifier())
                    .locator("a[href*='/cases/RD-']")
                    .first()
                    .innerText();
            officer.take(task("userTask_draftDetermination"));
            whatIsRefusedIsNotOffered(officer);
            officer.choose("提出认定").tick("拟采取的惩戒措施", List.of("严格限制或禁止项目审批"));
            assertThat(officer.reads()).contains(subject.name()).contains("联合惩戒对象");
            officer.complete();
            reviewer.take(task("userTask_reviewDraft")).choose("审核通过").complete();
            serve(officer, today);
            officer.take(task("userTask_registerResponse"))
                    .choose("书面放弃陈述申辩和听证")
                    .date("收到日期", today)
                    .type("意见内容", "样例放弃声明")
                    .complete();

            // Two of five are no quorum: the store says so in the form, and nothing typed is lost.
            panel.take(task("userTask_deliberate"))
                    .date("审议日期", today)
                    .tick("出席委员", List.of("孔议一", "李议二"))
                    .tick("同意列入的委员", List.of("孔议一", "李议二"))
                    .choose("同意列入")
                    .type("审议记录", "样例会议纪要");
            assertThat(panel.completeAndBeRefused())
                    .contains("未超过全体委员5人的半数")
                    .contains("行政处罚法")
                    .doesNotContain("Cannot");
            assertThat(panel.page().getByLabel("审议记录").first().inputValue()).isEqualTo("样例会议纪要");
            panel.tick("出席委员", List.of("孟议三")).complete();

            principal.take(task("userTask_approveDecision")).choose("批准").complete();
            officer.take(task("userTask_recordSuperiorDetermination"))
                    .choose("予以认定")
                    .type("认定文件文号", "样应急认〔2026〕9号")
                    .date("认定日期", today)
                    .complete();
            serve(officer, today);
            assertThat(publicPage(subject.identifier())).doesNotContain(subject.name());
            officer.take(task("userTask_publishListing")).date("公示日期", today).complete();
        }
        assertThat(publicPage(subject.identifier())).contains(subject.name()).contains("联合惩戒对象");
    }

    private static void whatIsRefusedIsNotOffered(Clerk officer) {
        var page = officer.page();
        assertThat(page.locator("[cam-widget-header]").innerText())
                .contains("发起流程")
                .doesNotContain("新建任务");
        assertThat(page.locator(".nav-tabs").last().innerText()).contains("表单").doesNotContain("历史");
        for (var refused : List.of(
                ".createCommentLink", ".instance-link", ".task-filter .actions", ".followup-date", ".reset-due-date")) {
            assertThat(page.locator(refused + ":visible").count()).as(refused).isZero();
        }
    }

    private void startInTasklist(Clerk officer, String recordNumber) {
        var page = officer.visit("/camunda/app/tasklist/default/");
        page.getByText("发起流程").click();
        var dialog = page.locator(".modal-dialog");
        dialog.getByText("失信认定", new Locator.GetByTextOptions().setExact(true)).click();
        page.getByLabel("失信行为记录编号").fill(recordNumber);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("发起"))
                .click();
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private void serve(Clerk officer, String today) {
        officer.take(task("userTask_serveLetter"))
                .choose("直接送达")
                .choose("已送达")
                .date("日期", today)
                .choose("法定代表人、主要负责人或者负责收件的人")
                .complete();
    }

    private String publicPage(String uscc) {
        try (var visitor = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("zh-CN"))) {
            var page = visitor.newPage();
            page.navigate(base + "/public/listings?q=" + uscc);
            return page.locator("main").innerText();
        }
    }

    private Task task(String key) {
        return driver.task(caseNumber, key);
    }

    private Clerk clerk(String user) {
        return new Clerk(chromium.browser(), base, user);
    }
}
