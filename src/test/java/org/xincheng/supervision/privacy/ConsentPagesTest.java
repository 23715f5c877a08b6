package org.xincheng.supervision.privacy;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.privacy.Consent;
import org.xincheng.credit.privacy.Consents;
import org.xincheng.credit.privacy.Purpose;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class ConsentPagesTest {

    private static final RequestPostProcessor OFFICER = as("case-officer");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    Consents consents;

    @Autowired
    JdbcClient jdbc;

    private NewSubject person;
    private LegalCase opened;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
        person = CaseFixture.person("登记人");
        var cases = CaseFixture.on(beans);
        opened = cases.open(cases.record(person, "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20)));
    }

    @Test
    void whoMayEnterEntersWhoMayReadReadsAndNobodyElse() throws Exception {
        mvc.perform(get(page())).andExpect(redirectedUrl("/login"));
        for (var role : List.of("case-officer", "data-officer")) {
            mvc.perform(get(page()).with(as(role)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("登记新的同意")));
        }
        for (var role : List.of("supervisor", "auditor")) {
            mvc.perform(get(page()).with(as(role)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("登记新的同意"))));
            enter(as(role), "PUBLICATION", "2027-03-02").andExpect(status().isForbidden());
        }
        for (var role : List.of(
                "legal-reviewer",
                "panel-member",
                "principal",
                "implementing-department",
                "designer",
                "camunda-admin")) {
            mvc.perform(get(page()).with(as(role))).andExpect(status().isForbidden());
            enter(as(role), "PUBLICATION", "2027-03-02").andExpect(status().isForbidden());
        }
        assertThat(consents.of(opened.subjectId())).isEmpty();
    }

    @Test
    void aConsentIsEnteredShownMaskedAndTheReadingIsLogged() throws Exception {
        enter(OFFICER, "PUBLICATION", "2027-03-02").andExpect(redirectedUrl(page()));

        var consent = only();
        assertThat(consent.purpose()).isEqualTo(Purpose.PUBLICATION);
        assertThat(consent.recordedBy()).isEqualTo("officer1");
        mvc.perform(get(page()).with(OFFICER))
                .andExpect(content().string(containsString(consent.number())))
                .andExpect(content().string(containsString("有效")))
                .andExpect(content().string(containsString("至 2027年3月2日")))
                .andExpect(content().string(containsString("登*")))
                .andExpect(content().string(not(containsString("登记人</"))))
                .andExpect(content().string(not(containsString(person.identifier()))));
        assertThat(jdbc.sql("select count(*) from audit.entry where subject_id = ? and way = '/cases/consents'")
                        .param(opened.subjectId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        clock.at("2027-03-03T00:00");
        mvc.perform(get(page()).with(OFFICER)).andExpect(content().string(containsString("已届满")));
    }

    @Test
    void aConsentForLifeIsRefusedWithItsArticleAndNothingTypedIsLost() throws Exception {
        for (var end : List.of("", "9999-12-31", "2029-03-03")) {
            enter(OFFICER, "PUBLICATION", end)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("终身")))
                    .andExpect(content().string(containsString("第（二十二）项")))
                    .andExpect(content().string(containsString("本案列入信息&lt;b&gt;")))
                    .andExpect(content().string(containsString("卷内第3页")));
        }
        enter(OFFICER, "EVERYTHING", "2027-03-02")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("「用途」未填写")));
        assertThat(consents.of(opened.subjectId())).isEmpty();
    }

    @Test
    void aWithdrawalIsConfirmedEnteredAndFinal() throws Exception {
        enter(OFFICER, "PUBLICATION", "2027-03-02");
        var path = page() + "/" + only().number() + "/withdrawal";
        mvc.perform(get(path).with(as("auditor"))).andExpect(status().isForbidden());
        mvc.perform(get(path).with(as("data-officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("立即从公示名单")))
                .andExpect(content().string(containsString("确认撤回")));
        withdraw(as("supervisor"), path, "2026-03-02", "来信").andExpect(status().isForbidden());
        withdraw(OFFICER, path, "2026-03-03", "来信内容")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("撤回日期")))
                .andExpect(content().string(containsString("来信内容")));
        assertThat(only().withdrawnOn()).isNull();

        withdraw(OFFICER, path, "2026-03-02", "来信").andExpect(redirectedUrl(page()));

        assertThat(only().withdrawnOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        mvc.perform(get(page()).with(OFFICER)).andExpect(content().string(containsString("已撤回")));
        withdraw(OFFICER, path, "2026-03-02", "来信").andExpect(status().isUnprocessableEntity());
        mvc.perform(get(path).with(OFFICER)).andExpect(content().string(not(containsString("确认撤回"))));
    }

    @Test
    void aConsentIsReachedThroughItsOwnSubjectOnly() throws Exception {
        enter(OFFICER, "PUBLICATION", "2027-03-02");
        var number = only().number();
        var cases = CaseFixture.on(beans);
        var other = cases.open(
                cases.record(CaseFixture.person("旁人"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20)));
        var path = "/cases/" + other.number() + "/consents/" + number + "/withdrawal";
        mvc.perform(get(path).with(OFFICER)).andExpect(status().isNotFound());
        withdraw(OFFICER, path, "2026-03-02", "来信").andExpect(status().isNotFound());
        mvc.perform(get("/cases/RD-1999-000001/consents").with(OFFICER)).andExpect(status().isNotFound());
        assertThat(only().withdrawnOn()).isNull();
        mvc.perform(post(page()).with(OFFICER).param("purpose", "PUBLICATION")).andExpect(status().isForbidden());
    }

    @Test
    void theCaseFileLeadsHere() throws Exception {
        mvc.perform(get("/cases/" + opened.number()).with(OFFICER))
                .andExpect(content().string(containsString("href=\"" + page() + "\"")));
        mvc.perform(get("/cases/" + opened.number()).with(as("panel-member")))
                .andExpect(content().string(not(containsString(page()))));
    }

    private static RequestPostProcessor as(String role) {
        return user("officer1").roles(role);
    }

    private String page() {
        return "/cases/" + opened.number() + "/consents";
    }

    private Consent only() {
        return consents.of(opened.subjectId()).get(0);
    }

    private ResultActions enter(RequestPostProcessor who, String purpose, String expiresOn) throws Exception {
        return mvc.perform(post(page())
                .with(who)
                .with(csrf())
                .param("purpose", purpose)
                .param("mode", "WRITTEN")
                .param("scope", "本案列入信息<b>")
                .param("told", "目的、方式、种类、期限")
                .param("evidence", "卷内第3页")
                .param("givenOn", "2026-03-02")
                .param("expiresOn", expiresOn));
    }

    private ResultActions withdraw(RequestPostProcessor who, String path, String on, String way) throws Exception {
        return mvc.perform(
                post(path).with(who).with(csrf()).param("withdrawnOn", on).param("way", way));
    }
}
