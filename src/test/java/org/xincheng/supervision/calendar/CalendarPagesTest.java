package org.xincheng.supervision.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.calendar.Calendars;
import org.xincheng.identity.StaffGroup;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** What is loaded stays loaded: the first test sees a store in which nothing is. */
@XinchengTest
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CalendarPagesTest {

    private static final RequestPostProcessor SUPERVISOR = as(StaffGroup.SUPERVISOR);
    private static final RequestPostProcessor DEPARTMENT = as(StaffGroup.IMPLEMENTING_DEPARTMENT);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    CaseDriver driver;

    @Autowired
    SampleRecords records;

    @Autowired
    Calendars calendars;

    @Autowired
    BeanFactory beans;

    @Test
    @Order(1)
    void allStaffReadTheYearsAndNobodyElseDoes() throws Exception {
        mvc.perform(get("/calendar")).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/calendar").with(user("nobody").roles())).andExpect(status().isForbidden());
        for (var group : StaffGroup.values()) {
            mvc.perform(get("/calendar").with(as(group)))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("2026年"),
                                    containsString("国办发明电〔2025〕7号"),
                                    containsString("248日"),
                                    containsString("还没有在运行中载入过通知"))));
            mvc.perform(get("/calendar/2026").with(as(group)))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("2026年10月1日（星期四）"), containsString("国庆节"), containsString("上班"))));
        }
        for (var address :
                Arrays.asList("/calendar/2027", "/calendar/x", "/calendar/notices/1", "/calendar/notices/x")) {
            mvc.perform(get(address).with(SUPERVISOR)).andExpect(status().isNotFound());
        }
    }

    @Test
    @Order(2)
    void supervisorsAndAdministratorsLoadAndNobodyElse() throws Exception {
        clock.at("2026-12-30T09:00");
        for (var group : StaffGroup.values()) {
            var may = group == StaffGroup.SUPERVISOR || group == StaffGroup.ADMINISTRATOR;
            mvc.perform(get("/calendar").with(as(group)))
                    .andExpect(content()
                            .string(may ? containsString("/calendar/new") : not(containsString("/calendar/new"))));
            mvc.perform(get("/calendar/new").with(as(group))).andExpect(may ? status().isOk() : status().isForbidden());
            send("/calendar/preview", as(group), "2027", "x")
                    .andExpect(may ? status().isUnprocessableEntity() : status().isForbidden());
            send("/calendar", as(group), "2027", "x")
                    .andExpect(may ? status().isUnprocessableEntity() : status().isForbidden());
        }
        mvc.perform(post("/calendar").with(SUPERVISOR)).andExpect(status().isForbidden());
        assertThat(calendars.all()).isEmpty();
    }

    @Test
    @Order(3)
    void whatIsWrongIsSaidByLineAndWhatWasTypedStays() throws Exception {
        clock.at("2026-12-30T09:00");
        for (var address : Arrays.asList("/calendar/preview", "/calendar")) {
            send(address, SUPERVISOR, "2027", "2027-01-01,OFF,元旦\n2027-01-01,<b>,元旦\n2028-01-01,OFF,元旦")
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("第2行：第二项应为OFF"),
                                    containsString("第3行：2028-01-01不在2027年"),
                                    containsString("2027-01-01,&lt;b&gt;,元旦"),
                                    containsString("value=\"样例办〔2026〕1号\""),
                                    containsString("value=\"2026-12-30\""),
                                    not(containsString("确认载入")))));
        }
        mvc.perform(post("/calendar/preview").with(SUPERVISOR).with(csrf()).param("year", "MMXXVII"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("「年度」未填写"), containsString("value=\"MMXXVII\""))));
        mvc.perform(get("/calendar/new").with(SUPERVISOR))
                .andExpect(content().string(containsString("value=\"2027\"")));
    }

    @Test
    @Order(4)
    void aPreviewKeepsNothingAndALoadingShowsWhatItMoved() throws Exception {
        clock.at("2026-12-28T09:00");
        var number = driver.start(
                records.take(records.enterprise(), "WS-CITY", "WS-CITY-J-05", LocalDate.of(2026, 12, 1))
                        .number(),
                "officer1");
        clock.at("2026-12-30T09:00");
        var days = "2027-01-01,OFF,元旦\n2027-01-02,OFF,元旦\n2027-01-03,OFF,元旦";

        send("/calendar/preview", SUPERVISOR, "2027", days)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("2027年首次载入"),
                                containsString("放假3日（含周末），调休上班0日，全年工作日260日"),
                                containsString("href=\"/cases/" + number + "\""),
                                containsString("2027年1月4日（星期一）"),
                                containsString("2027年1月5日（星期二）"),
                                containsString("推后"),
                                containsString("暂定"),
                                containsString("确认载入"))));
        assertThat(calendars.all()).isEmpty();
        assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2027-01-04");

        send("/calendar", SUPERVISOR, "2027", days).andExpect(status().is3xxRedirection());

        var address = "/calendar/notices/" + calendars.all().get(0).id();
        assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2027-01-05");
        mvc.perform(get(address).with(SUPERVISOR))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("样例办〔2026〕1号"),
                                containsString("href=\"/cases/" + number + "\""),
                                containsString("2027年1月5日（星期二）"),
                                containsString("2027年1月3日（星期日）"))));
        mvc.perform(get(address).with(as(StaffGroup.ADMINISTRATOR)))
                .andExpect(content()
                        .string(allOf(containsString(number), not(containsString("href=\"/cases/" + number)))));
        mvc.perform(get(address).with(as(StaffGroup.CASE_OFFICER)))
                .andExpect(content().string(containsString(number)));
        for (var group : Arrays.asList(StaffGroup.DESIGNER, StaffGroup.DATA_OFFICER)) {
            mvc.perform(get(address).with(as(group)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(number))));
        }
        mvc.perform(get(address).with(DEPARTMENT))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(number))));
        for (var page : Arrays.asList("0", "-1", "x", "99999999999", "500")) {
            mvc.perform(get(address).param("page", page).with(SUPERVISOR)).andExpect(status().isOk());
        }
        mvc.perform(get("/calendar").with(DEPARTMENT))
                .andExpect(content().string(allOf(containsString(address), containsString("2027年"))));
        send("/calendar", SUPERVISOR, "2027", days)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("已经载入")));
    }

    @Test
    @Order(5)
    void aCorrectionThatNothingRestsOnSaysSo() throws Exception {
        clock.at("2026-12-30T09:00");
        var closed = CaseFixture.on(beans).published(CaseFixture.unit("样例已结企业"), LocalDate.of(2026, 12, 1), "");

        send("/calendar/preview", SUPERVISOR, "2027", "2027-10-01,OFF,国庆节")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("2027年已经载入，本次是更正"),
                                containsString("没有未结案件的期限受影响"),
                                not(containsString(closed.number())))));
    }

    @Test
    @Order(6)
    void theHomePageLeadsHere() throws Exception {
        mvc.perform(get("/").with(DEPARTMENT)).andExpect(content().string(containsString("href=\"/calendar\"")));
        mvc.perform(get("/")).andExpect(content().string(not(containsString("href=\"/calendar\""))));
    }

    private ResultActions send(String address, RequestPostProcessor who, String year, String days) throws Exception {
        return mvc.perform(post(address)
                .with(who)
                .with(csrf())
                .param("year", year)
                .param("document", "样例办〔2026〕1号")
                .param("title", "样例安排")
                .param("issued", "2026-12-30")
                .param("remark", "")
                .param("days", days));
    }

    private static RequestPostProcessor as(StaffGroup group) {
        return user(group.id()).roles(group.id());
    }
}
