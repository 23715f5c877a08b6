package org.xincheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** A supervisor loads a notice on a telephone, 375 pixels wide: from the home page to the cases whose dates it moved. */
@XinchengTest
@DirtiesContext
class CalendarOnAPhoneTest {

    private static final int WIDTH = 375;

    @LocalServerPort
    private int port;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private SampleRecords records;

    @Autowired
    private TestClock clock;

    private Chromium chromium;

    @BeforeEach
    void startTheBrowser() {
        chromium = Chromium.start();
    }

    @AfterEach
    void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aNoticeIsLoadedAfterAPreview() {
        clock.at("2026-12-28T09:00");
        String number = driver.start(
                records.take(records.enterprise(), "WS-CITY", "WS-CITY-J-05", LocalDate.of(2026, 12, 1))
                        .number(),
                "officer1");
        clock.at("2026-12-30T09:00");
        try (var supervisor = new Clerk(chromium.browser(), "http://127.0.0.1:" + port, "supervisor1")) {
            Page page = supervisor.page();
            page.setViewportSize(WIDTH, 800);
            supervisor.visit("/");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("工作日历"))
                    .click();
            fits(page);
            page.getByText("载入放假安排").click();
            fits(page);

            page.getByLabel("文号").fill("样例办〔2026〕1号");
            page.getByLabel("签发日期").fill("2026-12-30");
            page.getByLabel("通知名称").fill("样例市关于2027年部分节假日安排的通知");
            page.getByLabel("放假和调休上班日").fill("2027-01-01,OFF,元旦\n2027-01-01,OFF,元旦");
            preview(page);
            assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("第2行：2027-01-01已在第1行列出");
            fits(page);

            page.getByLabel("放假和调休上班日").fill("2027-01-01,OFF,元旦\n2027-01-02,OFF,元旦");
            preview(page);
            assertThat(page.locator("#content").textContent()).contains(number, "2027年1月5日（星期二）");
            fits(page);
            assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2027-01-04");

            page.getByText("确认载入").click();
            page.waitForURL(url -> url.contains("/calendar/notices/"));
            assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("已载入");
            assertThat(page.locator("#content").textContent()).contains(number, "2027年1月5日（星期二）");
            fits(page);
            assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2027-01-05");

            // The address of the result holds.
            page.reload();
            assertThat(page.locator("#content").textContent()).contains(number);
            supervisor.visit("/calendar/2027");
            fits(page);
        }
    }

    private static void preview(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("预览").setExact(true))
                .click();
    }

    /** Nothing is cut off at the right, and nothing has to be pushed to and fro. */
    private static void fits(Page page) {
        // A page whose styles are still on their way has no width worth measuring.
        page.waitForLoadState();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(WIDTH);
    }
}
