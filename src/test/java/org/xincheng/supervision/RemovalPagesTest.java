package org.xincheng.supervision;

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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TermCases;
import org.xincheng.support.TermSteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** The file of a term, and the registering of an application for removal from it. */
@XinchengTest
class RemovalPagesTest {

    private static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Test
    void anApplicationIsRegisteredFromTheFileOfTheTerm() throws Exception {
        var term = TermSteps.of(
                beans, TermCases.on(beans).jinan(CaseFixture.unit("样例移出页面企业"), LocalDate.of(2025, 10, 15)));
        clock.at("2026-09-01T09:00");
        var page = "/cases/" + term.number();
        file(page)
                .andExpect(content()
                        .string(allOf(
                                containsString("列入期限"),
                                containsString(page + "/removal"),
                                containsString(term.listing().caseNumber()))));
        register(page, "2026-09-02", "申请移出").andExpect(status().isUnprocessableEntity());
        register(page, "昨天", "申请移出")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("收到日期")));
        register(page, "2026-09-01", "申请移出").andExpect(redirectedUrl(page));
        assertThat(driver.openTasks(term.number())).containsExactly("userTask_checkRemoval");
        file(page)
                .andExpect(content().string(allOf(containsString("登记移出申请"), not(containsString(page + "/removal\"")))));
        register(page, "2026-09-01", "再次申请")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("已有一份移出申请正在办理")));
    }

    @Test
    void whereTheTermEndsByItselfNoApplicationIsTaken() throws Exception {
        var term =
                TermSteps.of(beans, TermCases.on(beans).city(CaseFixture.unit("样例移出页面企业乙"), LocalDate.of(2026, 3, 2)));
        var page = "/cases/" + term.number();
        file(page).andExpect(content().string(not(containsString(page + "/removal\""))));
        register(page, "2026-03-02", "申请移出")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("期满自动移出")));
    }

    private ResultActions file(String page) throws Exception {
        return mvc.perform(get(page).with(OFFICER)).andExpect(status().isOk());
    }

    private ResultActions register(String page, String receivedOn, String text) throws Exception {
        return mvc.perform(post(page + "/removal")
                .param("receivedOn", receivedOn)
                .param("text", text)
                .with(OFFICER)
                .with(csrf()));
    }
}
