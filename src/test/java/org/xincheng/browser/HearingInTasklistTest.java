package org.xincheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.Identifiers;
import org.xincheng.support.SampleFiles;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/**
 * One case from the data officer's file to the published decision, with evidence and a hearing, wholly through Tasklist and our pages: a data officer, a case officer,
 * a legal reviewer, whoever chairs the hearing, the panel, and the principal, each in a browser of their own.
 */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: these pages need a context of their own.
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class HearingInTasklistTest {

    private static final String NAME = "样例听证全程企业";

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    private final String uscc = Identifiers.freshUscc();
    private Chromium chromium;
    private String base;
    private String caseNumber;

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
    void sixRolesCarryACaseThroughItsHearingToThePublishedDecision() {
        clock.at("2026-03-02T09:00");
        as("data1", this::importRecord);
        as("officer1", this::openCase);
        as("officer1", this::fileEvidence);
        as(
                "officer1",
                officer -> officer.take(task("userTask_draftDetermination"))
                        .choose("提出认定")
                        .tick("拟采取的惩戒措施", List.of("严格限制或禁止项目审批"))
                        .picture("04-draft")
                        .complete());
        as("reviewer1", reviewer -> {
            readTheNoticeBeforeItIsIssued(reviewer);
            reviewer.take(task("userTask_reviewDraft")).choose("审核通过").picture("05-review");
            assertThat(reviewer.reads()).contains("预览《");
            reviewer.complete();
        });
        as("officer1", officer -> {
            serve(officer);
            officer.take(task("userTask_registerResponse"))
                    .choose("申请听证")
                    .date("收到日期", today())
                    .type("意见内容", "样例：请求举行听证")
                    .picture("07-response")
                    .complete();
        });

        // A hearing that was asked for in time blocks the decision until its record exists (DESIGN §6, 2).
        driver.fire(caseNumber, "listing-determination", "boundaryEvent_windowEnds");
        assertThat(driver.openTasks(caseNumber)).containsExactly("userTask_scheduleHearing");
        as("officer1", officer -> {
            officer.take(task("userTask_scheduleHearing"))
                    .date("听证日期", "2026-03-19")
                    .time("听证时间（北京时间）", "09:30")
                    .type("听证地点", "样例市听证室")
                    .select("听证主持人", "江持平")
                    .picture("08-hearing")
                    .complete();
            serve(officer);
            assertThat(officer.visit("/cases/" + caseNumber).locator("main").innerText())
                    .contains("样例市听证室")
                    .contains("现在没有待办任务");
        });
        driver.fire(caseNumber, "hearing", "timerEvent_hearingDay");
        as("chair1", chair -> {
            chair.take(task("userTask_holdHearing"))
                    .choose("已举行")
                    .type("听证笔录", "样例听证笔录：双方到场质证")
                    .picture("09-hearing-record")
                    .complete();
            chair.take(task("userTask_submitHearingOpinion"))
                    .type("听证意见", "样例听证意见：事实清楚")
                    .complete();
        });
        as(
                "officer1",
                officer -> officer.take(task("userTask_considerStatements"))
                        .choose("不予采纳")
                        .type("理由", "样例理由：听证中未提出新的证据")
                        .complete());
        as(
                "reviewer2",
                reviewer -> reviewer.take(task("userTask_reviewAfterHearing"))
                        .choose("审核通过")
                        .complete());
        as(
                "panel1",
                panel -> panel.take(task("userTask_deliberate"))
                        .date("审议日期", today())
                        .tick("出席委员", List.of("孔议一", "李议二", "孟议三"))
                        .tick("同意列入的委员", List.of("孔议一", "李议二", "孟议三"))
                        .choose("同意列入")
                        .type("审议记录", "样例会议纪要")
                        .picture("10-panel")
                        .complete());
        as(
                "principal1",
                principal -> principal
                        .take(task("userTask_approveDecision"))
                        .choose("批准")
                        .picture("11-approve")
                        .complete());
        as("officer1", officer -> {
            officer.take(task("userTask_recordSuperiorDetermination"))
                    .choose("予以认定")
                    .type("认定文件文号", "样应急认〔2026〕9号")
                    .date("认定日期", today())
                    .complete();
            assertThat(officer.visit("/public/listings?q=" + uscc)
                            .locator("main")
                            .innerText())
                    .doesNotContain(NAME);
            serve(officer);
            officer.take(task("userTask_publishListing")).date("公示日期", today()).complete();
            assertThat(officer.visit("/public/listings?q=" + uscc)
                            .locator("main")
                            .innerText())
                    .contains(NAME);
            officer.picture("12-public");
            theFileTellsTheWholeStory(officer);
        });
    }

    private void importRecord(Clerk data) {
        var page = data.visit("/records/import");
        page.getByLabel("CSV 文件").setInputFiles(new FilePayload("records.csv", "text/csv", record()));
        page.getByRole(AriaRole.BUTTON, button("导入")).click();
        assertThat(page.locator("main").innerText()).contains("已录入1行");
        data.picture("01-import");
    }

    private void openCase(Clerk officer) {
        var page = officer.visit("/records?q=" + uscc);
        officer.picture("02-records");
        page.getByRole(AriaRole.BUTTON, button("启动认定")).click();
        page.waitForURL(url -> url.contains("/cases/RD-"));
        caseNumber = page.url().replaceAll(".*/cases/", "");
        assertThat(page.locator("main").innerText()).contains(NAME);
    }

    private void fileEvidence(Clerk officer) {
        var page = officer.visit("/cases/" + caseNumber + "/files");
        page.locator("input[name=file]")
                .setInputFiles(new FilePayload("现场检查笔录.pdf", "application/pdf", SampleFiles.pdf()));
        drop(page, "现场照片.png", SampleFiles.png(40, 30));
        assertThat(page.locator("[data-chosen]").innerText()).contains("现场检查笔录.pdf", "现场照片.png");
        page.locator("select[name=evidence]").selectOption("INSPECTION");
        page.getByRole(AriaRole.BUTTON, button("归入案卷")).click();
        page.getByText("已归入案卷").waitFor();
        assertThat(page.locator("main").innerText()).contains("现场检查笔录.pdf").contains("现场照片.png");
        officer.picture("03-files");

        officer.visit("/cases/" + caseNumber + "/files/2/preview");
        assertThat((Boolean)
                        page.locator("img.page-picture").evaluate("image => image.complete && image.naturalWidth > 0"))
                .as("the picture is seen in the page")
                .isTrue();
    }

    private void readTheNoticeBeforeItIsIssued(Clerk reviewer) {
        var page = reviewer.visit("/cases/" + caseNumber);
        page.locator("#letters a")
                .filter(new Locator.FilterOptions().setHasText("预览拟制发的文书"))
                .click();
        page.waitForURL(url -> url.endsWith("/letter-preview"));
        var letter = page.frameLocator("iframe.document-frame").locator("body");
        assertThat(letter.innerText()).contains("（预览，尚未编号）", NAME);
        reviewer.picture("16-letter-preview");
    }

    /** As a hand drops a file onto the form. */
    private static void drop(Page page, String name, byte[] content) {
        var held = page.evaluateHandle(
                "([name, bytes]) => { const held = new DataTransfer();"
                        + " held.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], name, {type: 'image/png'}));"
                        + " return held; }",
                List.of(name, Base64.getEncoder().encodeToString(content)));
        page.locator("form[data-upload]").dispatchEvent("drop", Map.of("dataTransfer", held));
    }

    private void theFileTellsTheWholeStory(Clerk officer) {
        var file = officer.visit("/cases/" + caseNumber).locator("main").innerText();
        officer.picture("13-case-file");
        assertThat(file)
                .contains("申请听证", "样例听证笔录", "样例听证意见", "未提出新的证据", "样例会议纪要", "现场检查笔录.pdf")
                .contains("听证通知书", "失信认定决定书")
                .doesNotContain("尚未公示");
        var proof = officer.visit("/cases/" + caseNumber + "/deadlines/statementWindow")
                .locator("main")
                .innerText();
        assertThat(proof).contains("期限计算书");
        officer.picture("14-deadline-proof");
        officer.visit("/cases");
        officer.picture("15-search");
    }

    private void serve(Clerk officer) {
        officer.take(task("userTask_serveLetter"))
                .choose("直接送达")
                .choose("已送达")
                .date("日期", today())
                .choose("法定代表人、主要负责人或者负责收件的人")
                .picture("06-service")
                .complete();
    }

    private void as(String user, Consumer<Clerk> work) {
        try (var clerk = new Clerk(chromium.browser(), base, user)) {
            work.accept(clerk);
        }
    }

    private byte[] record() {
        return """
                主体类型,统一社会信用代码或公民身份号码,主体名称,地址,电子邮箱,联系电话,同意电子送达,制度代码,失信行为条目代码,失信事实,证据,文书种类,文号,作出机关,作出机关层级,文书日期,文书生效日期,处理完毕日期,是否责令限期改正,是否按期改正
                企业,%s,%s,样例市样例路1号,,0000-5550001,否,WS-CITY,WS-CITY-J-05,样例失信事实,样例证据材料,行政处罚决定书,样应急罚〔2026〕7号,样例市应急管理局,市级,2026-02-12,2026-02-12,2026-02-12,,
                """.formatted(uscc, NAME).getBytes(StandardCharsets.UTF_8);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private Task task(String key) {
        return driver.task(caseNumber, key);
    }

    private String today() {
        return clock.today().toString();
    }
}
