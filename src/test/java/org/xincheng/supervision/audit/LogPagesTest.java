package org.xincheng.supervision.audit;

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

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.audit.Anchor;
import org.xincheng.audit.AuditChain;
import org.xincheng.audit.AuditLog;
import org.xincheng.identity.StaffGroup;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class LogPagesTest {

    private static final RequestPostProcessor AUDITOR = user("auditor1").roles("auditor");
    private static final Pattern ANCHOR = Pattern.compile("[1-9][0-9]*:[0-9a-f]{64}");
    private static final Pattern NEXT = Pattern.compile("href=\"(/audit\\?[^\"]*after=[^\"]+)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    AuditLog audit;

    @Autowired
    AuditChain chain;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    private final String object = "T-" + UUID.randomUUID();

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
    }

    @ParameterizedTest
    @EnumSource(
            value = StaffGroup.class,
            names = {"AUDITOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseSeesTheLog(StaffGroup group) throws Exception {
        var member = user("somebody").roles(group.id());
        for (MockHttpServletRequestBuilder request : requests()) {
            mvc.perform(request.with(member)).andExpect(status().isForbidden());
        }
    }

    @Test
    void whoAdministersDoesNotAuditEvenWithTheRole() throws Exception {
        var both = user("admin").roles("camunda-admin", "auditor");
        for (MockHttpServletRequestBuilder request : requests()) {
            mvc.perform(request.with(both)).andExpect(status().isForbidden());
        }
        mvc.perform(get("/").with(both)).andExpect(content().string(not(containsString("href=\"/audit\""))));
        mvc.perform(get("/").with(AUDITOR)).andExpect(content().string(containsString("href=\"/audit\"")));
        mvc.perform(get("/audit")).andExpect(redirectedUrl("/login"));
    }

    @Test
    void rowsAreFoundByWhoWhatWhereAndWhen() throws Exception {
        command("officer1", "test.act", object);
        clock.at("2026-03-05T09:00");
        command("reviewer1", "test.other", object);
        String all = search("object=" + object);
        assertThat(all)
                .containsSubsequence("test.other", "test.act")
                .contains("陈立案", "郭明法", "2026-03-02 09:00:00 +08:00", "2026-03-05 09:00:00 +08:00")
                .doesNotContain("??", "th:");
        assertThat(search("")).as("one's own search is no forged row").doesNotContain("未入链");
        assertThat(search("object=" + object + "&actor=officer1"))
                .contains("test.act</span>")
                .doesNotContain("test.other</span>");
        assertThat(search("object=" + object + "&act=test.other"))
                .contains("test.other</span>")
                .doesNotContain("test.act</span>");
        assertThat(search("object=" + object + "&to=2026-03-04"))
                .contains("test.act</span>")
                .doesNotContain("test.other</span>");
        assertThat(search("object=" + object + "&from=2026-03-05&to=2026-03-05"))
                .contains("test.other</span>")
                .doesNotContain("test.act</span>");
        assertThat(search("object=" + object + "&kind=READ")).contains("没有符合条件的记录");
        assertThat(search("object=" + object + "&kind=nonsense&after=nonsense")).contains("test.act</span>");
    }

    @Test
    void aSubjectIsFoundByTheNumberOfACaseAndLookingIsAReading() throws Exception {
        var cases = CaseFixture.on(beans);
        var person = CaseFixture.person("钱样例");
        var opened = cases.open(cases.record(person, "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20)));
        mvc.perform(get("/cases/" + opened.number()).with(user("officer1").roles("case-officer")))
                .andExpect(status().isOk());
        for (String subject : List.of(opened.number(), opened.subjectId().toString())) {
            assertThat(search("subject=" + subject))
                    .contains(
                            "查阅案卷" + opened.number(),
                            "listing-determination.CaseOpened",
                            "record.intake",
                            "subject.register")
                    .doesNotContain("钱样例", "钱*", person.identifier());
        }
        assertThat(jdbc.sql("select purpose from audit.entry where kind = 'READ' and way = '/audit' and subject_id = ?")
                        .param(opened.subjectId())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("审计查询 subject=" + opened.number(), "审计查询 subject=" + opened.subjectId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010119800607123X",
                "110101800607123",
                "91350100M000100Y43",
                "13900001234",
                "查 11010119800607123X"
            })
    void anIdentityNumberIsNotLookedForNorShownNorLogged(String identifier) throws Exception {
        for (String field : List.of("subject", "object", "actor", "act")) {
            mvc.perform(get("/audit").param(field, identifier).with(AUDITOR))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("不得填写身份证件号码")))
                    .andExpect(content().string(not(containsString(identifier))));
        }
        assertThat(jdbc.sql("select count(*) from audit.entry e where e::text like ?")
                        .param("%" + identifier + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatCannotBeUsedIsNamedAndKept() throws Exception {
        mvc.perform(get("/audit?subject=RD-1999-000000&from=2026-02-30&object=T-1")
                        .with(AUDITOR))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("没有编号为「RD-1999-000000」的案件或者记录")))
                .andExpect(content().string(containsString("「开始日期」不是有效日期")))
                .andExpect(content().string(containsString("value=\"T-1\"")));
        mvc.perform(get("/audit?from=2026-03-02&to=2026-03-01").with(AUDITOR))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("「结束日期」早于开始日期")));
    }

    @Test
    void pagesAreTurnedByKeyAndASearchIsLoggedOnce() throws Exception {
        for (int i = 0; i < 120; i++) {
            command("officer1", "test.page" + i, object);
        }
        var shown = new java.util.ArrayList<String>();
        String path = "/audit?object=" + object;
        int pages = 0;
        while (path != null) {
            String page = page(get(path));
            Pattern.compile("test\\.page\\d+</span>").matcher(page).results().forEach(hit -> shown.add(hit.group()));
            var next = NEXT.matcher(page);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(shown)
                .hasSize(120)
                .doesNotHaveDuplicates()
                .startsWith("test.page119</span>")
                .endsWith("test.page0</span>");
        assertThat(entries("audit.search", "object=" + object)).isEqualTo(1);
    }

    @Test
    void anExportIsAFileWithItsAnchorAndIsLoggedWithItsPurpose() throws Exception {
        command("officer1", "test.act", object);
        command("=cmd|' /C calc'!A0", "test.act", object);
        var answer = mvc.perform(post("/audit/export")
                        .param("object", object)
                        .param("purpose", "年度审计")
                        .with(AUDITOR)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andReturn()
                .getResponse();
        String file = answer.getContentAsString(StandardCharsets.UTF_8);
        Anchor head = chain.head();
        assertThat(answer.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"audit-" + head.seq() + ".csv\"");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(file)
                .startsWith("\uFEFF审计日志导出,2026-03-02 09:00:00 +08:00")
                .contains("导出人,auditor1,唐审计", "导出目的,年度审计", "查询条件,object=" + object, "链尾锚点," + head)
                .contains("陈立案（样例）,test.act," + object + ",done", ",'=cmd|' /C calc'!A0,")
                .doesNotContain(",=cmd")
                .endsWith("合计,2\r\n");
        assertThat(jdbc.sql("select actor || ' ' || purpose from audit.entry where kind = 'READ' and way = ?")
                        .param("/audit/export object=" + object)
                        .query(String.class)
                        .list())
                .containsExactly("auditor1 年度审计");
    }

    @Test
    void anExportWithoutAPurposeIsNone() throws Exception {
        for (String purpose : List.of("", "  ", "x".repeat(201), "查11010119800607123X")) {
            mvc.perform(post("/audit/export")
                            .param("object", object)
                            .param("purpose", purpose)
                            .with(AUDITOR)
                            .with(csrf()))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("「导出目的」")))
                    .andExpect(content().string(containsString("value=\"" + object + "\"")));
        }
        assertThat(jdbc.sql("select count(*) from audit.entry where way = ?")
                        .param("/audit/export object=" + object)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theLogIsVerifiedAtTheTouchOfAButton() throws Exception {
        Anchor before = chain.head();
        Anchor kept = shownIn(page(get("/audit/verification")));
        // Each request opens a session here: where the user has too many, it ends the oldest, which is logged.
        assertThat(kept.seq()).isBetween(before.seq(), chain.head().seq());
        String whole = page(
                post("/audit/verification").param("anchor", kept.toString()).with(csrf()));
        assertThat(whole).contains("审计日志完整", "第" + kept.seq() + "环的锚点");
        assertThat(entries("audit.verify", kept.toString())).isEqualTo(1);
        assertThat(page(post("/audit/verification").with(csrf()))).contains("审计日志完整", "未提供锚点");
        String wrong = page(post("/audit/verification")
                .param("anchor", kept.seq() + ":" + "0".repeat(64))
                .with(csrf()));
        assertThat(wrong).contains("审计日志不完整，发现1处问题", "链与锚点不符");
        mvc.perform(post("/audit/verification")
                        .param("anchor", "nonsense")
                        .with(AUDITOR)
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("锚点应写作")));
    }

    private static List<MockHttpServletRequestBuilder> requests() {
        return Stream.of(
                        get("/audit"),
                        post("/audit/export").param("purpose", "x"),
                        get("/audit/verification"),
                        post("/audit/verification"),
                        get("/audit/reviews"),
                        post("/audit/reviews"),
                        get("/audit/reviews/1"),
                        post("/audit/reviews/1/1"))
                .map(request -> request.with(csrf()))
                .toList();
    }

    private void command(String actor, String action, String about) {
        transaction.executeWithoutResult(begun -> audit.command(actor, action, about, "done"));
    }

    private String search(String query) throws Exception {
        return page(get("/audit?" + query));
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(AUDITOR))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private int entries(String action, String about) {
        return jdbc.sql("select count(*) from audit.entry where action = ? and object = ?")
                .params(action, about)
                .query(Integer.class)
                .single();
    }

    private static Anchor shownIn(String page) {
        Matcher anchor = ANCHOR.matcher(page);
        assertThat(anchor.find()).as("an anchor in %s", page).isTrue();
        return Anchor.parse(anchor.group()).orElseThrow();
    }
}
