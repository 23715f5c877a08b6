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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.privacy.redaction.RedactionOrder;
import org.xincheng.credit.privacy.redaction.RedactionOrders;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** A record of 2019 without a case: due since 2024. */
@XinchengTest
class RedactionPagesTest {

    private static final String HASH_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final RequestPostProcessor OFFICER = as("officer1", "case-officer");
    private static final RequestPostProcessor PRINCIPAL = as("principal1", "principal");
    private static final String LIST = "/privacy/redactions";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    RedactionOrders orders;

    @Autowired
    Subjects subjects;

    @Autowired
    JdbcClient jdbc;

    private NewSubject person;
    private Record record;

    @BeforeEach
    void start() {
        clock.at("2019-05-06T09:00");
        person = CaseFixture.person("待处人");
        record = CaseFixture.on(beans).record(person, "WS-CITY", "WS-CITY-J-02", LocalDate.of(2019, 4, 20));
        clock.at("2026-03-02T09:00");
    }

    @Test
    void officersProposePrincipalsDecideAuditorsAndSupervisorsRead() throws Exception {
        mvc.perform(get(LIST)).andExpect(redirectedUrl("/login"));
        for (var role : List.of("case-officer", "principal", "auditor", "supervisor")) {
            mvc.perform(get(LIST).with(as("someone", role))).andExpect(status().isOk());
        }
        for (var role : List.of(
                "data-officer",
                "legal-reviewer",
                "panel-member",
                "implementing-department",
                "designer",
                "camunda-admin")) {
            mvc.perform(get(LIST).with(as("someone", role))).andExpect(status().isForbidden());
        }
        for (var role : List.of("principal", "auditor", "supervisor", "data-officer", "camunda-admin")) {
            propose(as("someone", role), "理由").andExpect(status().isForbidden());
            mvc.perform(get(LIST + "/new").with(as("someone", role))).andExpect(status().isForbidden());
        }
        assertThat(orders.openOf(record.subjectId())).isEmpty();
        propose(OFFICER, "期满").andExpect(status().is3xxRedirection());
        var number = order().number();
        for (var role : List.of("case-officer", "auditor", "supervisor", "camunda-admin")) {
            decide(as("someone", role), number, "approval", "").andExpect(status().isForbidden());
            decide(as("someone", role), number, "refusal", "不").andExpect(status().isForbidden());
        }
        mvc.perform(post(LIST + "/" + number + "/approval").with(PRINCIPAL)).andExpect(status().isForbidden());
        assertThat(order().open()).isTrue();
        assertThat(subjects.get(record.subjectId()).isRedacted()).isFalse();
    }

    @Test
    void fromTheDueListToTheProtocol() throws Exception {
        var page = everyPage();
        assertThat(page).contains(record.number(), "待*", "推荐缺省", "征信业管理条例", "2024年4月20日");
        assertThat(page).doesNotContain(person.identifier(), "待处人");
        assertThat(readings()).isPositive();
        mvc.perform(get(LIST + "/new").param("reference", record.number()).with(OFFICER))
                .andExpect(content().string(containsString("value=\"" + record.number() + "\"")));

        propose(OFFICER, "期满，收文5号").andExpect(status().is3xxRedirection());
        var number = order().number();
        assertThat(everyPage())
                .as("what waits is not due as well")
                .contains(number)
                .doesNotContain(record.number());
        mvc.perform(get(LIST + "/" + number).with(PRINCIPAL))
                .andExpect(content().string(containsString("批准并执行")))
                .andExpect(content().string(containsString("期满，收文5号")));
        mvc.perform(get(LIST + "/" + number).with(OFFICER))
                .andExpect(content().string(not(containsString("批准并执行</button>"))));

        decide(PRINCIPAL, number, "approval", "同意").andExpect(redirectedUrl(LIST + "/" + number));

        mvc.perform(get(LIST + "/" + number).with(as("auditor1", "auditor")))
                .andExpect(content().string(containsString("处置记录")))
                .andExpect(content().string(containsString("subject_profile")))
                .andExpect(content().string(containsString("（已脱敏处置）")))
                .andExpect(content().string(containsString("没有内容")))
                .andExpect(content().string(not(containsString(HASH_OF_NOTHING))))
                .andExpect(content().string(not(containsString("待*"))));
        assertThat(everyPage()).doesNotContain(record.number());
        decide(PRINCIPAL, number, "approval", "").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void whatIsRefusedSaysWhyAndKeepsWhatWasTyped() throws Exception {
        mvc.perform(post(LIST)
                        .with(OFFICER)
                        .with(csrf())
                        .param("reference", "RD-1999-000001")
                        .param("ground", "LAWFUL_REQUEST")
                        .param("basis", "口头")
                        .param("reason", "来件<i>"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("没有这个编号")))
                .andExpect(content().string(containsString("《名称》")))
                .andExpect(content().string(containsString("value=\"口头\"")))
                .andExpect(content().string(containsString("来件&lt;i&gt;")));
        propose(OFFICER, "").andExpect(status().isUnprocessableEntity());
        propose(OFFICER, "本人待处人来件").andExpect(status().isUnprocessableEntity());
        propose(OFFICER, "期满");
        var number = order().number();
        decide(as("officer1", "principal"), number, "approval", "自批")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("不同人员")))
                .andExpect(content().string(containsString("自批")));
        decide(PRINCIPAL, number, "refusal", " ").andExpect(status().isUnprocessableEntity());
        decide(PRINCIPAL, number, "refusal", "仍有用途").andExpect(redirectedUrl(LIST + "/" + number));
        mvc.perform(get(LIST + "/" + number).with(OFFICER))
                .andExpect(content().string(containsString("不予批准")))
                .andExpect(content().string(containsString("仍有用途")));
        mvc.perform(get(LIST + "/TM-1999-000001").with(OFFICER)).andExpect(status().isNotFound());
        decide(PRINCIPAL, "TM-1999-000001", "approval", "").andExpect(status().isNotFound());
        assertThat(subjects.get(record.subjectId()).isRedacted()).isFalse();
    }

    @Test
    void theHomePageLeadsHereForThoseWhoMay() throws Exception {
        mvc.perform(get("/").with(PRINCIPAL)).andExpect(content().string(containsString("href=\"" + LIST + "\"")));
        mvc.perform(get("/").with(as("data1", "data-officer")))
                .andExpect(content().string(not(containsString("href=\"" + LIST + "\""))));
        for (var page : List.of("0", "-1", "x", "99999999999", "500")) {
            mvc.perform(get(LIST).param("page", page).param("done", page).with(OFFICER))
                    .andExpect(status().isOk());
        }
    }

    private static RequestPostProcessor as(String id, String role) {
        return user(id).roles(role);
    }

    private RedactionOrder order() {
        UUID subject = record.subjectId();
        return orders.openOf(subject).orElseThrow();
    }

    private int readings() {
        return jdbc.sql("select count(*) from audit.entry where subject_id = ? and way = ?")
                .params(record.subjectId(), LIST)
                .query(Integer.class)
                .single();
    }

    /** All pages of the due list; other tests of this run leave persons there too. */
    private String everyPage() throws Exception {
        var text = new StringBuilder();
        for (var page = 1; ; page++) {
            var body = mvc.perform(get(LIST).param("page", String.valueOf(page)).with(OFFICER))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            text.append(body);
            if (!body.contains("page=" + (page + 1))) {
                return text.toString();
            }
        }
    }

    private ResultActions propose(RequestPostProcessor who, String reason) throws Exception {
        return mvc.perform(post(LIST)
                .with(who)
                .with(csrf())
                .param("reference", record.number())
                .param("ground", "RETENTION_OVER")
                .param("reason", reason));
    }

    private ResultActions decide(RequestPostProcessor who, String number, String what, String reason) throws Exception {
        return mvc.perform(
                post(LIST + "/" + number + "/" + what).with(who).with(csrf()).param("reason", reason));
    }
}
