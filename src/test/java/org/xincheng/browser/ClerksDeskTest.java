package org.xincheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.law.LegalTime;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** The screens of Tasklist as a clerk meets them on a day's work: in Chinese, with the case on each card, nothing typed lost. */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: these pages need a context of their own.
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class ClerksDeskTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    private int port;

    @Autowired
    private SampleRecords records;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    private Chromium chromium;
    private NewSubject subject;
    private String number;
    private Task draft;

    @BeforeEach
    void aCaseToDraft() {
        chromium = Chromium.start();
        var today = LocalDate.now(LegalTime.ZONE);
        clock.at(today + "T09:00");
        subject = records.enterprise();
        var record = records.take(subject, "WS-CITY", "WS-CITY-J-05", today.minusDays(10));
        number = driver.start(record.number(), "officer1");
        draft = driver.task(number, "userTask_draftDetermination");
    }

    @AfterEach
    void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void noScreenShowsAnEnglishWord() {
        try (var officer = clerk("officer1");
                var colleague = clerk("officer2")) {
            var page = desk(officer);
            for (var list : List.of("我的任务", "本组待领", "今日到期", "本周到期", "已逾期", "异议投诉", "信用修复", "全部任务")) {
                open(page, list);
                isChinese(page, list);
            }
            page.getByText("键盘快捷键").click();
            isChinese(page, "shortcuts");
            page.keyboard().press("Escape");
            page.locator(".multiline-pills input").first().click();
            isChinese(page, "search");
            page.keyboard().press("Escape");
            startDialog(page);

            open(page, "本组待领");
            page.locator(".tasks-list .task")
                    .filter(new Locator.FilterOptions().setHasText(subject.name()))
                    .first()
                    .locator("h4 a")
                    .click();
            page.locator(".fjs-form").waitFor();
            isChinese(page, "task of nobody");
            var late = colleague.visit(page.url().replace("http://127.0.0.1:" + port, ""));
            late.locator(".fjs-form").waitFor();
            page.getByText("认领", exactly()).first().click();
            page.locator(".disabled-form").waitFor(gone());
            isChinese(page, "task claimed");
            late.getByText("认领", exactly()).first().click();
            var refusal = late.locator(".alert:visible").filter(hasText("未能认领任务"));
            refusal.waitFor();
            assertThat(refusal.innerText()).contains("任务已由他人认领");
            isChinese(late, "claim refused");

            page.locator(".fjs-form textarea").first().fill("");
            complete(page);
            page.getByText("此项必填。").first().waitFor();
            isChinese(page, "form with faults");
            for (var tab : List.of("流程图", "说明", "表单")) {
                page.locator(".nav-tabs").last().getByText(tab).click();
                isChinese(page, tab);
            }
        }
    }

    @Test
    void aDateIsPickedInChinese() {
        new ListingSteps(driver, clock, number).draft("WS-CITY-M-02").review(true);
        try (var officer = clerk("officer1")) {
            officer.take(driver.task(number, "userTask_serveLetter"));
            var page = officer.page();
            isChinese(page, "service");
            page.locator(".fjs-form .flatpickr-input:visible, .fjs-form .fjs-form-field-datetime input")
                    .first()
                    .click();
            page.locator(".flatpickr-calendar.open").waitFor();
            assertThat(page.locator(".flatpickr-calendar.open").innerText()).contains("月");
            isChinese(page, "calendar");
        }
    }

    @Test
    void aCardTellsWhoseCaseItIsAndWhatIsDueFirstStandsFirst() {
        var later = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        clock.at(clock.today().plusDays(3) + "T09:00");
        var second = driver.start(later.number(), "officer1");
        try (var officer = clerk("officer1")) {
            var page = desk(officer);
            open(page, "全部任务");
            var card = page.locator(".tasks-list .task").filter(hasText(number));
            card.waitFor();
            assertThat(card.innerText())
                    .contains("起草认定意见", subject.name(), "失信认定", "xx市安全生产领域失信行为联合惩戒管理制度", "到期")
                    .doesNotContain("创建于");
            assertThat(page.url()).contains("dueDate");
            assertThat(page.locator(".tasks-list .task .case-number a").allInnerTexts())
                    .containsSubsequence(number, second);
            page.context()
                    .waitForPage(() -> card.locator(".case-number a").click())
                    .waitForURL("**/cases/" + number);
        }
    }

    @Test
    void theFormLeadsToTheCaseFileAndLosesNothingTyped() {
        try (var officer = clerk("officer1")) {
            officer.take(draft).type("失信事实", "样例：改写的事实");
            var page = officer.page();
            var file = page.context()
                    .waitForPage(() -> page.locator(".fjs-form a[href='/cases/" + number + "']")
                            .click());
            file.waitForURL("**/cases/" + number);
            assertThat(page.getByLabel("失信事实").first().inputValue()).isEqualTo("样例：改写的事实");
        }
    }

    @Test
    void aDraftStaysInTheWindowAndWithWhoTypedIt() {
        try (var officer = clerk("officer1")) {
            officer.take(draft).type("失信事实", "样例：未写完的事实");
            var page = officer.page();
            page.locator("button")
                    .filter(hasText(Pattern.compile("^\\s*保存\\s*$")))
                    .click();
            page.waitForCondition(() -> stored(page, "sessionStorage").contains("未写完"));
            assertThat(stored(page, "localStorage")).doesNotContain("未写完");
            page.reload();
            page.locator(".fjs-form").waitFor();
            assertThat(page.getByLabel("失信事实").first().inputValue()).isEqualTo("样例：未写完的事实");
            page.evaluate("() => sessionStorage.setItem('xincheng-drafts-of', 'officer2')");
            page.reload();
            page.locator(".fjs-form").waitFor();
            assertThat(stored(page, "sessionStorage")).doesNotContain("未写完");
        }
    }

    private void startDialog(Page page) {
        page.getByText("发起流程").click();
        var dialog = page.locator(".modal-dialog");
        dialog.getByText("失信认定", exactlyIn()).waitFor();
        isChinese(page, "procedures");
        dialog.getByText("失信认定", exactlyIn()).click();
        var number = page.getByLabel("失信行为记录编号");
        number.waitFor();
        isChinese(page, "start form");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("发起"))
                .click();
        page.getByText("此项必填。").waitFor();
        isChinese(page, "start form with faults");
        number.fill("SX-1999-000001");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("发起"))
                .click();
        var refusal = dialog.locator(".alert:visible .message").filter(hasText("SX-1999-000001"));
        refusal.waitFor();
        assertThat(refusal.innerText()).doesNotContain("Cannot").doesNotContain("listing-determination");
        assertThat(number.inputValue()).isEqualTo("SX-1999-000001");
        isChinese(page, "start refused");
        dialog.getByText("关闭").last().click();
        dialog.waitFor(gone());
    }

    private Page desk(Clerk clerk) {
        var page = clerk.visit(TASKLIST);
        page.locator(".task-filter").first().waitFor();
        return page;
    }

    private static void open(Page page, String list) {
        page.locator(".task-filter").filter(hasText(list)).locator(".name a").click();
        page.locator(".task-filter.active").filter(hasText(list)).waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private static void complete(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("完成"))
                .last()
                .click();
    }

    private static void isChinese(Page page, String screen) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator("body").innerText()).as(screen).containsPattern("\\p{IsHan}");
        assertThat(EnglishWords.of(page)).as(screen).isEmpty();
    }

    private static String stored(Page page, String storage) {
        return String.valueOf(page.evaluate("() => JSON.stringify(" + storage + ")"));
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Locator.GetByTextOptions exactlyIn() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator.FilterOptions hasText(Pattern text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private Clerk clerk(String user) {
        return new Clerk(chromium.browser(), "http://127.0.0.1:" + port, user);
    }
}
