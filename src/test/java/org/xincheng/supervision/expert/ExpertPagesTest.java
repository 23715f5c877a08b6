package org.xincheng.supervision.expert;

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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.expert.Expert;
import org.xincheng.credit.expert.Experts;
import org.xincheng.identity.Right;
import org.xincheng.identity.StaffGroup;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class ExpertPagesTest {

    private static final RequestPostProcessor SUPERVISOR = as(StaffGroup.SUPERVISOR);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    Experts experts;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
    }

    @Test
    void whoWorksOnCasesReadsTheRegisterAndOnlyItsKeepersChangeIt() throws Exception {
        mvc.perform(get("/experts")).andExpect(redirectedUrl("/login"));
        var before = experts.all().size();
        for (var group : StaffGroup.values()) {
            var reads = Right.READ_EXPERTS.groups().contains(group);
            var keeps = group == StaffGroup.SUPERVISOR || group == StaffGroup.ADMINISTRATOR;
            var page = mvc.perform(get("/experts").with(as(group)))
                    .andExpect(reads ? status().isOk() : status().isForbidden());
            if (reads) {
                page.andExpect(content().string(keeps ? containsString("录入专家") : not(containsString("录入专家"))));
            }
            enter("", "", "", as(group)).andExpect(keeps ? status().isUnprocessableEntity() : status().isForbidden());
            retire("ZJ-0000", "", as(group))
                    .andExpect(keeps ? status().isUnprocessableEntity() : status().isForbidden());
        }
        mvc.perform(post("/experts").with(SUPERVISOR)).andExpect(status().isForbidden());
        assertThat(experts.all()).hasSize(before);
    }

    @Test
    void anExpertIsEnteredOnceHoweverOftenTheFormIsSent() throws Exception {
        enter("样例专家一次", "信用法律", "样例大学法学院", SUPERVISOR).andExpect(redirectedUrl("/experts"));
        enter(" 样例专家一次 ", "信用法律", "样例大学法学院", SUPERVISOR)
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString(
                                        "名册内已有同一单位的同名专家" + named("样例专家一次").number()),
                                containsString("value=\"样例专家一次\""))));
        assertThat(experts.onRegister().stream().filter(e -> e.name().equals("样例专家一次")))
                .hasSize(1);
        mvc.perform(get("/experts").with(as(StaffGroup.CASE_OFFICER)))
                .andExpect(content()
                        .string(allOf(
                                containsString("样例专家一次"),
                                containsString("样例大学法学院"),
                                containsString("2026年3月2日"),
                                containsString("在册"))));
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() throws Exception {
        enter("样例专家改正", "", "<样例单位>", SUPERVISOR)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("「专业领域」未填写"),
                                containsString("value=\"样例专家改正\""),
                                containsString("&lt;样例单位&gt;"))));
        assertThat(experts.all().stream().map(Expert::name)).doesNotContain("样例专家改正");
    }

    @Test
    void anExpertLeavesWithTheReasonAndOnlyOnce() throws Exception {
        var number = experts.enter("样例专家退出", "会计", "样例事务所", "supervisor1").number();
        retire(number, " ", SUPERVISOR)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("「退出的原因」未填写"), containsString("open=\"open\""))));
        retire(number, "调离本市", SUPERVISOR).andExpect(redirectedUrl("/experts"));
        retire(number, "调离本市", SUPERVISOR)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("名册内没有这位专家，或者已经退出")));
        mvc.perform(get("/experts").with(SUPERVISOR))
                .andExpect(content()
                        .string(allOf(
                                containsString("调离本市"),
                                containsString("已退出"),
                                not(containsString("/experts/" + number + "/retirement")))));
        assertThat(named("样例专家退出").retired()).isTrue();
        assertThat(experts.onRegister().stream().map(Expert::number)).doesNotContain(number);
    }

    private Expert named(String name) {
        return experts.all().stream()
                .filter(expert -> expert.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ResultActions enter(String name, String field, String unit, RequestPostProcessor by) throws Exception {
        return mvc.perform(post("/experts")
                .param("name", name)
                .param("field", field)
                .param("unit", unit)
                .with(by)
                .with(csrf()));
    }

    private ResultActions retire(String number, String reason, RequestPostProcessor by) throws Exception {
        return mvc.perform(post("/experts/" + number + "/retirement")
                .param("reason", reason)
                .with(by)
                .with(csrf()));
    }

    private static RequestPostProcessor as(StaffGroup group) {
        return user(group.id()).roles(group.id());
    }
}
