package org.xincheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.law.LegalTime;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** From a listing's file to its end by repair, wholly through our pages and Tasklist. */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: these pages need a context of their own.
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class RepairInTasklistTest {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseDriver driver;

    private Chromium chromium;
    private String base;
    private LegalCase listing;

    @BeforeEach
    void aListingOfFourMonths() {
        chromium = Chromium.start();
        base = "http://127.0.0.1:" + port;
        var today = LocalDate.now(LegalTime.ZONE);
        clock.at(today.minusMonths(4) + "T09:00");
        listing = CaseFixture.on(beans)
                .published(CaseFixture.unit("样例浏览器修复公司"), today.minusMonths(4).minusDays(3), "");
        clock.at(today + "T09:00");
    }

    @AfterEach
    void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aListingEndsByRepair() {
        var today = LocalDate.now(LegalTime.ZONE).toString();
        try (var officer = new Clerk(chromium.browser(), base, "officer1");
                var second = new Clerk(chromium.browser(), base, "officer2");
                var principal = new Clerk(chromium.browser(), base, "principal1")) {
            var file = officer.visit("/cases/" + listing.number());
            assertThat(file.content()).contains("最早可申请修复");
            file.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("申请信用修复"))
                    .click();
            file.waitForURL("**/cases/XF-*");
            var number = file.url().substring(file.url().lastIndexOf('/') + 1);
            officer.take(driver.task(number, "userTask_registerRepair"))
                    .date("收到日期", today)
                    .choose("书面")
                    .type("申请内容", "样例：已经整改并缴清罚款")
                    .date("信用承诺书的日期", today)
                    .tick("已提交的证明材料", List.of("履行义务的证明"));
            officer.complete();
            officer.take(driver.task(number, "userTask_checkRepair"));
            assertThat(officer.reads()).contains("最早可以申请的日期").contains("应当受理");
            officer.choose("受理");
            officer.complete();
            second.take(driver.task(number, "userTask_verifyRepair"))
                    .choose("书面核查")
                    .date("核查日期", today)
                    .choose("具备修复条件")
                    .type("核查情况和理由", "样例核查情况")
                    .complete();
            principal
                    .take(driver.task(number, "userTask_decideRepair"))
                    .choose("同意核查结论")
                    .complete();
            assertThat(publicPage()).contains("样例浏览器修复公司");
            officer.take(driver.task(number, "userTask_recordSuperiorReview"))
                    .choose("审核通过")
                    .type("上级机关", "样例省应急管理厅")
                    .type("文号", "样应急审〔2026〕1号")
                    .date("审核日期", today)
                    .complete();
            assertThat(publicPage()).doesNotContain("样例浏览器修复公司");
            officer.visit("/cases/" + number);
            assertThat(officer.visit("/cases/" + listing.number()).content()).contains("已提前结束");
        }
    }

    private String publicPage() {
        try (var anybody = chromium.browser().newContext()) {
            var page = anybody.newPage();
            page.navigate(base + "/public/listings");
            return page.content();
        }
    }
}
