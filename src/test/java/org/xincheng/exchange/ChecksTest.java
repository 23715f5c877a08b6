package org.xincheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Identifiers;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class ChecksTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    private CaseFixture cases;

    @BeforeEach
    void start() {
        cases = CaseFixture.on(beans);
        clock.at("2026-03-02T09:00");
    }

    @Test
    void aListingIsAnsweredFromItsEffectOnThoughNotPublished() throws Exception {
        var unit = CaseFixture.unit("样例查询甲公司");
        var decided = cases.decided(unit, "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        ask(unit, "招标资格审查")
                .andExpect(jsonPath("$.inForce").value(false))
                .andExpect(jsonPath("$.subject").value("样例查询甲公司"))
                .andExpect(jsonPath("$.listings").isEmpty());

        cases.takeEffect(decided);

        ask(unit, "招标资格审查")
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.inForce").value(true))
                .andExpect(jsonPath("$.asOf").value("2026-03-02T09:00:00+08:00"))
                .andExpect(jsonPath("$.listings[0].regime").value("WS-CITY"))
                .andExpect(jsonPath("$.listings[0].level").value("JOINT"))
                .andExpect(jsonPath("$.listings[0].effectiveOn").value("2026-03-02"))
                .andExpect(jsonPath("$.listings[0].lastDay").doesNotExist())
                .andExpect(jsonPath("$.listings[0].decisionNumber").value(containsString("样信认决〔2026〕")))
                .andExpect(jsonPath("$.listings[0].caseNumber").value(decided.number()));
    }

    @Test
    void measuresCarryTheirLawAndSayWhetherTheyBind() throws Exception {
        var unit = CaseFixture.unit("样例查询乙公司");
        cases.published(unit, DOCUMENT, "");
        ask(unit, "政府采购")
                .andExpect(jsonPath("$.listings[0].lastDay").value("2027-03-02"))
                .andExpect(jsonPath("$.listings[0].measures[*].binding", hasItem(true)))
                .andExpect(jsonPath("$.listings[0].measures[*].binding", hasItem(false)))
                .andExpect(jsonPath("$.listings[0].measures[?(@.binding == true && @.legalBasis.length() == 0)]")
                        .isEmpty())
                .andExpect(jsonPath("$.listings[0].measures[0].binding").value(true))
                .andExpect(jsonPath("$.listings[0].measures[0].code").isNotEmpty())
                .andExpect(jsonPath("$.listings[0].measures[0].text").isNotEmpty())
                .andExpect(jsonPath("$.listings[0].measures[0].departments").isArray());
    }

    @Test
    void theAnswerTurnsAtTheEndOfTheLastDayThoughNoJobHasRun() throws Exception {
        var unit = CaseFixture.unit("样例查询丙公司");
        cases.published(unit, DOCUMENT, "");
        clock.at("2027-03-02T23:59:59");
        ask(unit, "审批").andExpect(jsonPath("$.inForce").value(true));
        clock.at("2027-03-03T00:00");
        ask(unit, "审批").andExpect(jsonPath("$.inForce").value(false));
    }

    @Test
    void everyQuestionIsLoggedWhetherOrNotAnythingIsKnown() throws Exception {
        var unit = CaseFixture.unit("样例查询丁公司");
        cases.record(unit, "WS-CITY", "WS-CITY-J-02", DOCUMENT);
        var unknown = Identifiers.freshUscc();
        ask(unit, "日志核对一").andExpect(jsonPath("$.inForce").value(false));
        mvc.perform(get("/api/checks")
                        .param("uscc", unknown)
                        .param("purpose", "日志核对二")
                        .with(httpBasic("dept1", "dept1-demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.subject").doesNotExist())
                .andExpect(jsonPath("$.inForce").value(false));

        assertThat(readings("日志核对一"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("actor", "dept1")
                        .containsEntry("way", "/api/checks")
                        .hasEntrySatisfying("subject_id", id -> assertThat(id).isNotNull()));
        assertThat(readings("日志核对二"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("actor", "dept1").containsEntry("subject_id", null));
    }

    @Test
    void aPurposeIsMandatory() throws Exception {
        var unit = Identifiers.freshUscc();
        for (var purpose : List.of("", "   ", "长".repeat(201))) {
            mvc.perform(get("/api/checks")
                            .param("uscc", unit)
                            .param("purpose", purpose)
                            .with(httpBasic("dept1", "dept1-demo")))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.faults[0].field").value("purpose"));
        }
        mvc.perform(get("/api/checks").param("uscc", unit).with(httpBasic("dept1", "dept1-demo")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.parameter").value("purpose"));
        assertThat(readings("长".repeat(201))).isEmpty();
    }

    @Test
    void aCodeThatIsNoneIsRefused() throws Exception {
        mvc.perform(get("/api/checks")
                        .param("uscc", "91350100M000100Y44")
                        .param("purpose", "核验")
                        .with(httpBasic("dept1", "dept1-demo")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("uscc"))
                .andExpect(jsonPath("$.faults[0].en").isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dept1", "officer1", "supervisor1", "principal1"})
    void thoseWhoNeedTheAnswerMayAsk(String user) throws Exception {
        mvc.perform(get("/api/checks")
                        .param("uscc", Identifiers.freshUscc())
                        .param("purpose", "核验")
                        .with(httpBasic(user, user + "-demo")))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor1", "data1", "designer1", "chair1"})
    void othersMayNot(String user) throws Exception {
        mvc.perform(get("/api/checks")
                        .param("uscc", Identifiers.freshUscc())
                        .param("purpose", "核验")
                        .with(httpBasic(user, user + "-demo")))
                .andExpect(status().isForbidden());
    }

    @Test
    void visitorsMayNotAsk() throws Exception {
        mvc.perform(get("/api/checks").param("uscc", Identifiers.freshUscc()).param("purpose", "核验"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }

    @Test
    @WithMockUser(
            username = "stranger",
            roles = {})
    void whoIsInNoGroupMayNotAsk() throws Exception {
        mvc.perform(get("/api/checks").param("uscc", Identifiers.freshUscc()).param("purpose", "核验"))
                .andExpect(status().isForbidden());
    }

    private ResultActions ask(NewSubject unit, String purpose) throws Exception {
        return mvc.perform(get("/api/checks")
                        .param("uscc", unit.identifier())
                        .param("purpose", purpose)
                        .with(httpBasic("dept1", "dept1-demo")))
                .andExpect(status().isOk());
    }

    private List<Map<String, Object>> readings(String purpose) {
        return jdbc.sql("select actor, subject_id, way from audit.entry where kind = 'READ' and purpose = ?")
                .param(purpose)
                .query()
                .listOfRows();
    }
}
