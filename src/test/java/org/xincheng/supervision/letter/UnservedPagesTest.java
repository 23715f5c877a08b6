package org.xincheng.supervision.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.identity.Right;
import org.xincheng.identity.StaffGroup;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Letters that wait for their service, and the way that comes next. */
@XinchengTest
class UnservedPagesTest {

    private static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");

    @Autowired
    MockMvc web;

    @Autowired
    CaseDriver driver;

    @Autowired
    SampleRecords records;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    void eachFailedWayLeadsToTheNextUntilOnlyTheAnnouncementIsLeft() throws Exception {
        var steps = noticeToServe(withoutConsent());

        next(steps, "NOT_TRIED", "直接送达", "第八十八条");
        assertThat(row("FAILED", steps)).isNull();
        String task = row("NOT_TRIED", steps).select("a[href*=tasklist]").attr("href");
        assertThat(task).startsWith("/camunda/app/tasklist/default/#/?task=").hasSizeGreaterThan(60);

        steps.serve("DIRECT", "FAILED");
        next(steps, "FAILED", "邮寄送达", "第九十一条");
        assertThat(row("FAILED", steps).text()).contains("1次未成：直接送达", "最近一次：2026年8月28日", "已0日", "期限：2026年9月8日");
        assertThat(row("NOT_TRIED", steps)).isNull();

        steps.at("2026-08-31T09:00").serve("DIRECT", "FAILED");
        assertThat(row("FAILED", steps).text()).contains("2次未成：直接送达", "已3日");
        steps.serve("POST", "FAILED");
        // Nobody consented to electronic service.
        next(steps, "FAILED", "留置送达", "第八十九条");
        steps.serve("LEFT_BEHIND", "FAILED");
        next(steps, "FAILED", "公告送达", "第九十五条");
        assertThat(row("FAILED", steps).text()).contains("4次未成：直接送达、邮寄送达、留置送达");
        steps.at("2026-09-10T09:00");
        assertThat(row("FAILED", steps).className()).contains("row-overdue");

        steps.serve("PUBLIC_ANNOUNCEMENT", "ANNOUNCED");
        assertThat(row("FAILED", steps)).isNull();
        var announced = row("ANNOUNCED", steps);
        assertThat(announced.text()).contains("公告期内", "公告日：2026年9月10日", "等待公告期满", "没有待办的送达任务");
        driver.fire(steps.caseNumber(), "service-of-process", "timerEvent_announcementRuns");
        assertThat(row("ANNOUNCED", steps)).isNull();
        assertThat(row("", steps).text()).as("its copy has not gone out").contains("无须再送达", "邮件副本：等待发送");
    }

    @Test
    void whoConsentedIsServedElectronicallyWhenThePostFailed() throws Exception {
        var steps = noticeToServe(records.enterprise());
        steps.serve("DIRECT", "FAILED");
        steps.serve("POST", "FAILED");

        next(steps, "FAILED", "电子送达", "第九十条");
        steps.serve("ELECTRONIC", "FAILED");
        next(steps, "FAILED", "留置送达", "第八十九条");
        steps.serve("LEFT_BEHIND", "SERVED");
        assertThat(row("FAILED", steps)).isNull();
        assertThat(row("NOT_TRIED", steps)).isNull();
    }

    @Test
    void aPersonIsMaskedItsReadingLoggedAndOthersAreKeptOut() throws Exception {
        clock.at("2026-08-28T09:00");
        var fixture = CaseFixture.on(beans);
        var legalCase = fixture.open(
                fixture.record(CaseFixture.person("样例待送人"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 8, 20)));
        fixture.draft(legalCase, "");
        fixture.review(legalCase);
        fixture.issueNotice(legalCase);

        var row = row("NOT_TRIED", legalCase.number(), user("auditor1").roles("auditor"));
        assertThat(row.text()).contains("样*", "没有待办的送达任务").doesNotContain("样例待送人");
        assertThat(jdbc.sql("select distinct actor || ' ' || purpose from audit.entry"
                                + " where kind = 'READ' and way = '/letters/unserved' and subject_id = ?")
                        .param(legalCase.subjectId())
                        .query(String.class)
                        .list())
                .containsExactly("auditor1 未送达文书清单");
        for (StaffGroup group : StaffGroup.values()) {
            web.perform(get("/letters/unserved").with(user("x").roles(group.id())))
                    .andExpect(
                            Right.READ_UNSERVED_LETTERS.groups().contains(group)
                                    ? status().isOk()
                                    : status().isForbidden());
        }
        web.perform(get("/letters/unserved")).andExpect(redirectedUrl("/login"));
    }

    @Test
    void pagesAndFilterStandInTheAddressAndWhatCannotBeReadIsPassedOver() throws Exception {
        clock.at("2026-08-28T09:00");
        var fixture = CaseFixture.on(beans);
        for (int i = 0; i < 21; i++) {
            var legalCase = fixture.open(
                    fixture.record(CaseFixture.unit("样例待送公司"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 8, 20)));
            fixture.draft(legalCase, "");
            fixture.review(legalCase);
            fixture.issueNotice(legalCase);
        }
        web.perform(get("/letters/unserved").param("state", "NOT_TRIED").with(OFFICER))
                .andExpect(content().string(containsString("/letters/unserved?state=NOT_TRIED&amp;page=2")))
                .andExpect(content().string(not(containsString("rel=\"prev\""))));
        web.perform(get("/letters/unserved")
                        .param("state", "NOT_TRIED")
                        .param("page", "2")
                        .with(OFFICER))
                .andExpect(content().string(containsString("/letters/unserved?state=NOT_TRIED&amp;page=1")));
        for (String page : new String[] {"0", "-1", "x", "9999999"}) {
            web.perform(get("/letters/unserved")
                            .param("page", page)
                            .param("state", "nonsense")
                            .with(OFFICER))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("<table")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        jdbc.sql("insert into credit.mail_attempt (letter_id, seq, sent, error, at)"
                        + " select id, 999, true, '', now() from credit.letter on conflict do nothing")
                .update();
        web.perform(get("/letters/unserved").param("state", "COPY").with(OFFICER))
                .andExpect(content().string(containsString("没有符合条件的文书。请改选“全部”")))
                .andExpect(content().string(not(containsString("<table"))));
    }

    /** The list and the form propose the same. */
    private void next(ListingSteps steps, String state, String method, String article) throws Exception {
        assertThat(row(state, steps).text()).contains(method, article);
        assertThat(String.valueOf(driver.facts(steps.caseNumber(), "officer1", "userTask_serveLetter")
                        .get("proposal")))
                .contains("建议的送达方式", method, article);
    }

    private Element row(String state, ListingSteps steps) throws Exception {
        return row(state, steps.caseNumber(), OFFICER);
    }

    /** The row of a case, on whatever page it stands; null where it stands on none. */
    private Element row(String state, String caseNumber, RequestPostProcessor who) throws Exception {
        for (int page = 1; ; page++) {
            var html = Jsoup.parse(web.perform(get("/letters/unserved")
                            .param("state", state)
                            .param("page", String.valueOf(page))
                            .with(who))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
            var found = html.selectFirst("tbody tr:has(a[href='/cases/" + caseNumber + "'])");
            if (found != null || html.selectFirst("a[rel=next]") == null) {
                return found;
            }
        }
    }

    private NewSubject withoutConsent() {
        var known = records.enterprise();
        return new NewSubject(
                known.kind(), known.identifier(), known.name(), known.address(), known.email(), known.phone(), false);
    }

    private ListingSteps noticeToServe(NewSubject subject) {
        clock.at("2026-08-28T09:00");
        var record =
                records.take(subject, "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        return new ListingSteps(driver, clock, driver.start(record.number(), "officer1"))
                .draft("WS-CITY-M-02")
                .review(true);
    }
}
