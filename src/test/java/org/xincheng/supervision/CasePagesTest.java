package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Act.StatementReceived;
import org.xincheng.credit.record.Record;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class CasePagesTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);
    private static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");
    private static final RequestPostProcessor AUDITOR = user("auditor1").roles("auditor");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    CaseLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    private CaseFixture cases;

    @BeforeEach
    void start() {
        cases = CaseFixture.on(beans);
        clock.at("2026-03-02T09:00");
    }

    @Test
    void onlyStaffSeeCases() throws Exception {
        var opened = open("样例案卷甲公司");
        mvc.perform(get("/cases")).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/cases/" + opened.number())).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/api/cases/" + opened.number())).andExpect(status().isUnauthorized());
        var stranger = user("stranger").roles();
        mvc.perform(get("/cases").with(stranger)).andExpect(status().isForbidden());
        mvc.perform(get("/cases/" + opened.number()).with(stranger)).andExpect(status().isForbidden());
        mvc.perform(get("/api/cases/" + opened.number()).with(stranger)).andExpect(status().isForbidden());
        mvc.perform(get("/cases").with(AUDITOR)).andExpect(status().isOk());
    }

    @Test
    void aPersonIsMaskedAndTheReadingLogged() throws Exception {
        var person = CaseFixture.person("孙某某");
        var opened = cases.open(cases.record(person, "WS-CITY", "WS-CITY-J-02", DOCUMENT));
        var found = list("?q=" + opened.number()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(found).contains("孙*").doesNotContain("孙某某", person.identifier());
        var file = page(opened).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).contains("孙*").doesNotContain("孙某某", person.identifier());
        assertThat(readings(opened)).containsExactly("/cases 案件查询", "/cases 查阅案卷" + opened.number());
    }

    @Test
    void theFileTellsTheWholeCase() throws Exception {
        var published = cases.published(CaseFixture.unit("样例全案公司"), DOCUMENT, "");
        var file = page(published).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(file)
                .contains("样例全案公司", "联合惩戒对象（重点关注名单）", "已办结：已公示", "2026年3月2日 09:00")
                .contains("列入期限至2027年3月2日24时。", "2026年3月2日起公示，公示至2027年2月20日24时。")
                .containsSubsequence(
                        "立案",
                        "提出认定意见（第1稿）",
                        "核定等级：",
                        "法制审核通过",
                        "制发失信认定事先告知书",
                        "失信认定事先告知书已送达（直接送达）",
                        "收到放弃陈述申辩和听证（第1件）",
                        "当事人放弃权利，陈述申辩期结束",
                        "第1轮集体审议：同意列入",
                        "负责人批准",
                        "样例省应急管理厅予以认定",
                        "制发失信认定决定书",
                        "列入名单生效",
                        "办结：已公示")
                .contains("陈立案", "郭明法", "系统（fixture）")
                .contains("样信认决〔2026〕", "/letters/", "已送达（2026年3月2日）", "等待发送")
                .contains("/cases/" + published.number() + "/deadlines/statementWindow")
                .contains("仅供参考", "全案办理")
                .doesNotContain("??", "th:", "登记逾期意见");
    }

    @Test
    void theFileIsAnsweredAsJsonToo() throws Exception {
        var published = cases.published(CaseFixture.unit("样例接口公司"), DOCUMENT, "");
        mvc.perform(get("/api/cases/" + published.number()).with(httpBasic("supervisor1", "supervisor1-demo")))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.number").value(published.number()))
                .andExpect(jsonPath("$.subject.name").value("样例接口公司"))
                .andExpect(jsonPath("$.open").value(false))
                .andExpect(jsonPath("$.listing.inForce").value(true))
                .andExpect(jsonPath("$.listing.lastDay").value("2027-03-02"))
                .andExpect(jsonPath("$.timeline[0].effect").value("CaseOpened"))
                .andExpect(jsonPath("$.timeline[0].by").value(startsWith("陈立案")))
                .andExpect(jsonPath("$.timeline[0].at").value("2026-03-02T09:00:00+08:00"))
                .andExpect(jsonPath("$.deadlines[0].step").value("caseTotal"))
                .andExpect(jsonPath("$.deadlines[0].state").value("DONE"))
                .andExpect(jsonPath("$.letters.length()").value(3))
                .andExpect(jsonPath("$.letters[1].servedOn").value("2026-03-02"))
                .andExpect(jsonPath("$.measures[0].code").isNotEmpty());
        assertThat(readings(published)).containsExactly("/api/cases 查阅案卷" + published.number());

        clock.at("2027-03-03T00:00");
        mvc.perform(get("/api/cases/" + published.number()).with(httpBasic("supervisor1", "supervisor1-demo")))
                .andExpect(jsonPath("$.listing.inForce").value(false))
                .andExpect(jsonPath("$.listing.published").value(false));
    }

    @Test
    void anUnknownNumberIsMissing() throws Exception {
        mvc.perform(get("/cases/RD-1999-000000").with(AUDITOR))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有编号为“RD-1999-000000”的案件")));
        mvc.perform(get("/api/cases/RD-1999-000000").with(httpBasic("auditor1", "auditor1-demo")))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.title").value("没有这个案件"))
                .andExpect(jsonPath("$.titleEn").value("No such case"));
        mvc.perform(get("/cases/{n}", "<script>").with(AUDITOR))
                .andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString("<script>"))));
    }

    @Test
    void anOfficerOpensACaseAndSeesWhoIsNext() throws Exception {
        var record = record("样例立案公司");
        var number = startOf(record);

        mvc.perform(get("/cases/" + number).with(OFFICER))
                .andExpect(content().string(containsString("起草认定意见")))
                .andExpect(content().string(containsString("案件承办人")))
                .andExpect(content().string(containsString("尚未认领")))
                .andExpect(content().string(containsString("2026-03-09 23:59")))
                .andExpect(content().string(containsString("（立案）")));

        var task = tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult();
        tasks.setAssignee(task.getId(), "officer2");
        mvc.perform(get("/api/cases/" + number).with(httpBasic("auditor1", "auditor1-demo")))
                .andExpect(jsonPath("$.next[0].key").value("userTask_draftDetermination"))
                .andExpect(jsonPath("$.next[0].groups[0]").value("案件承办人"))
                .andExpect(jsonPath("$.next[0].assignee").value(startsWith("冯经办")))
                .andExpect(jsonPath("$.next[0].due").value("2026-03-09T23:59:59+08:00"));
    }

    @Test
    void whatTheStoreRefusesIsSaidWithItsArticleAndNothingIsLost() throws Exception {
        var record = record("样例重复公司");
        var number = startOf(record);
        mvc.perform(post("/cases")
                        .param("recordNumber", record.number())
                        .with(OFFICER)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("该主体在同一制度下的案件" + number + "正在办理")))
                .andExpect(content().string(containsString("依据：")))
                .andExpect(content().string(containsString("value=\"" + record.number() + "\"")));
        mvc.perform(post("/cases")
                        .param("recordNumber", "SX-0000-1")
                        .with(OFFICER)
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("没有编号为“SX-0000-1”的失信行为记录")))
                .andExpect(content().string(containsString("value=\"SX-0000-1\"")));
        assertThat(log.ofSubject(record.subjectId(), "listing-determination")).hasSize(1);
    }

    @Test
    void onlyAnOfficerWithTheTokenOpensACase() throws Exception {
        var record = record("样例越权公司");
        mvc.perform(post("/cases").param("recordNumber", record.number()).with(OFFICER))
                .andExpect(status().isForbidden());
        mvc.perform(post("/cases")
                        .param("recordNumber", record.number())
                        .with(AUDITOR)
                        .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(log.ofSubject(record.subjectId(), "listing-determination")).isEmpty();
    }

    @Test
    void aLateStatementIsRegisteredAndShownAndSomebodyHasToConsiderIt() throws Exception {
        var legalCase = heardInTheEngine("样例迟到公司");
        page(legalCase).andExpect(content().string(containsString("登记逾期意见")));
        mvc.perform(get("/cases/" + legalCase.number()).with(AUDITOR))
                .andExpect(content().string(not(containsString("登记逾期意见"))));

        state(legalCase, "2026-03-11", "迟到的意见", OFFICER)
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", "/cases/" + legalCase.number()));

        page(legalCase)
                .andExpect(content().string(containsString("收到陈述申辩（第1件，逾期）")))
                .andExpect(content().string(containsString("内容：迟到的意见")))
                .andExpect(content().string(containsString("案卷页登记")))
                .andExpect(content().string(containsString("复核逾期意见")));
    }

    @Test
    void aFaultyLateStatementKeepsWhatWasTyped() throws Exception {
        var legalCase = heardInTheEngine("样例改正公司");
        state(legalCase, "2026-03-31", "未来的意见", OFFICER)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("收到日期不能晚于今天")))
                .andExpect(content().string(containsString("value=\"2026-03-31\"")))
                .andExpect(content().string(containsString("未来的意见</textarea>")));
        state(legalCase, "昨天", " ", OFFICER)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("「收到日期」未填写")))
                .andExpect(content().string(containsString("「意见内容」未填写")));
        state(legalCase, "2026-03-11", "意见", AUDITOR).andExpect(status().isForbidden());
        assertThat(cases.load(legalCase).last(StatementReceived.class)).isEmpty();
    }

    @Test
    void aStatementInsideTheWindowOrAfterTheDecisionIsNotLate() throws Exception {
        var inWindow = cases.noticed(CaseFixture.unit("样例期内公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        page(inWindow).andExpect(content().string(not(containsString("登记逾期意见"))));
        state(inWindow, "2026-03-02", "意见", OFFICER)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("陈述申辩期尚未结束")));
        var decided = cases.decided(CaseFixture.unit("样例已决公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        state(decided, "2026-03-02", "意见", OFFICER).andExpect(status().isUnprocessableEntity());
        state("RD-1999-000000", "2026-03-02", "意见", OFFICER).andExpect(status().isNotFound());
        assertThat(cases.load(inWindow).last(StatementReceived.class)).isEmpty();
    }

    @Test
    void theSubjectsOtherCasesAreNamed() throws Exception {
        var unit = CaseFixture.unit("样例多案公司");
        var first = cases.published(unit, DOCUMENT, "");
        var second = cases.open(cases.record(unit, "WS-CITY", "WS-CITY-J-03", DOCUMENT));
        page(second)
                .andExpect(content().string(containsString("href=\"/cases/" + first.number() + "\"")))
                .andExpect(content().string(containsString("已办结：已公示")));
    }

    /** A case the engine knows, whose window has closed on 9 March; it is the 11th. */
    private LegalCase heardInTheEngine(String name) throws Exception {
        var legalCase = log.byNumber(startOf(record(name))).orElseThrow();
        cases.draft(legalCase, "");
        cases.review(legalCase);
        cases.serve(legalCase, cases.issueNotice(legalCase));
        clock.at("2026-03-11T09:00");
        cases.closeWindow(legalCase);
        return legalCase;
    }

    private String startOf(Record record) throws Exception {
        var location = mvc.perform(post("/cases")
                        .param("recordNumber", record.number())
                        .with(OFFICER)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrlPattern("/cases/RD-2026-*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return location.substring("/cases/".length());
    }

    private Record record(String name) {
        return cases.record(CaseFixture.unit(name), "WS-CITY", "WS-CITY-J-02", DOCUMENT);
    }

    private LegalCase open(String name) {
        return cases.open(record(name));
    }

    private ResultActions list(String query) throws Exception {
        return mvc.perform(get("/cases" + query.replace("%", "%25")).with(AUDITOR))
                .andExpect(status().isOk());
    }

    private ResultActions page(LegalCase legalCase) throws Exception {
        return mvc.perform(get("/cases/" + legalCase.number()).with(OFFICER)).andExpect(status().isOk());
    }

    private ResultActions state(LegalCase legalCase, String receivedOn, String text, RequestPostProcessor by)
            throws Exception {
        return state(legalCase.number(), receivedOn, text, by);
    }

    private ResultActions state(String number, String receivedOn, String text, RequestPostProcessor by)
            throws Exception {
        return mvc.perform(post("/cases/" + number + "/statements")
                .param("receivedOn", receivedOn)
                .param("text", text)
                .with(by)
                .with(csrf()));
    }

    private List<String> readings(LegalCase legalCase) {
        UUID subject = legalCase.subjectId();
        return jdbc.sql(
                        "select way || ' ' || purpose from audit.entry where kind = 'READ' and subject_id = ? order by id")
                .param(subject)
                .query(String.class)
                .list();
    }
}
