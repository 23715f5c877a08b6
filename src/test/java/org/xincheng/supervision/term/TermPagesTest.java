package org.xincheng.supervision.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.term.ExpiryLog;
import org.xincheng.identity.Right;
import org.xincheng.identity.StaffGroup;
import org.xincheng.law.LegalTime;
import org.xincheng.procedure.term.ExpiryRuns;
import org.xincheng.procedure.term.Reconciliation;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Jobs;
import org.xincheng.support.TermCases;
import org.xincheng.support.TermSteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class TermPagesTest {

    private static final LocalDate LISTED = LocalDate.of(2031, 3, 3);
    private static final LocalDate LAST_DAY = LocalDate.of(2032, 3, 3);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private ExpiryRuns expiry;

    @Autowired
    private ExpiryLog runs;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private ManagementService management;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Test
    void whoFollowsUpAndWhoAnswersForItReadTheEndsAndNobodyElse() throws Exception {
        mvc.perform(get("/terms")).andExpect(redirectedUrl("/login"));
        for (var group : StaffGroup.values()) {
            mvc.perform(get("/terms").with(as(group)))
                    .andExpect(Right.READ_TERMS.groups().contains(group) ? status().isOk() : status().isForbidden());
        }
    }

    @Test
    void aDaysPreviewSaysWhoAndWhyAndFromWhatToWhat() throws Exception {
        var term = listed("样例期满预览企业");
        page("/terms?day=" + LAST_DAY)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("2032年3月3日（星期三）期满的列入"),
                                containsString("/cases/" + term.number()),
                                containsString("/cases/" + term.listing().caseNumber()),
                                containsString("样例期满预览企业"),
                                containsString("自2031年3月3日起算，期限1年"),
                                // The national maximum of public display, counted from the document, came four days
                                // before.
                                containsString("有效，不在公示"),
                                containsString("24时起：无效"),
                                not(containsString("已在办理后续")))));
        page("/terms?day=1999-12-31").andExpect(content().string(containsString("没有列入在这一日期满")));
        page("/terms?day=" + LAST_DAY + "&page=2")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("样例期满预览企业"))));
        management.setJobDuedate(
                jobs.of(term.instance(), "timerEvent_termOver").getId(),
                Date.from(LegalTime.endOfDay(LAST_DAY.plusDays(4))));
        page("/terms?day=" + LAST_DAY.plusDays(4)).andExpect(content().string(containsString("按事实应在2032-03-03期满")));
    }

    @Test
    void aWrongDayIsSaidAndWhatWasTypedIsShown() throws Exception {
        page("/terms?day=2032-02-30")
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(containsString("“2032-02-30”不存在"), containsString("value=\"2032-02-30\""))));
        page("/terms?day=%3Cb%3E").andExpect(content().string(not(containsString("<b>"))));
    }

    @Test
    void readingAPersonsLineIsLogged() throws Exception {
        clock.morningOf(LISTED.plusDays(7));
        var opened = CaseFixture.on(beans).published(CaseFixture.person("样例人张三"), LISTED.plusDays(3), "《样例市信用条例》第十条");
        var term = TermSteps.of(beans, opened);
        page("/terms?day=" + term.status().lastDay())
                .andExpect(content().string(allOf(containsString(term.number()), not(containsString("样例人张三")))));
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where kind = 'READ' and way = '/terms' and subject_id = ?")
                        .param(term.listing().subjectId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRunShowsItsCertificateAndItsListCanBeChecked() throws Exception {
        var term = listed("样例期满办理企业");
        clock.at(LegalTime.endOfDay(LAST_DAY));
        var run = expiry.run("supervisor1").orElseThrow();
        var sha256 = run.certificate().orElseThrow().sha256();
        var address = "/terms/runs/" + run.id();
        page("/terms").andExpect(content().string(allOf(containsString(address), containsString("2032年3月4日 00:00"))));
        page(address)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(sha256),
                                containsString("与现存清单相符"),
                                containsString("/cases/" + term.number()))));
        page(address + "?outcome=FAILED").andExpect(content().string(containsString("没有这种结果")));
        var list = page(address + "/list.csv")
                .andExpect(header().string(
                                "Content-Disposition", "attachment; filename=\"expiry-run-" + run.id() + ".csv\""))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(list, StandardCharsets.UTF_8))
                .startsWith("seq,case_number,listing_id,regime,last_day,outcome,detail,at\n")
                .contains("," + term.number() + "," + term.listing().id() + ",WS-CITY,2032-03-03,FOLLOWED_UP,,");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list)))
                .isEqualTo(sha256);
        page("/terms?day=" + LAST_DAY).andExpect(content().string(not(containsString(term.number()))));
        for (var nowhere : new String[] {"0", "x", "99999999999999999999"}) {
            page("/terms/runs/" + nowhere).andExpect(status().isNotFound());
            page("/terms/runs/" + nowhere + "/list.csv").andExpect(status().isNotFound());
        }
    }

    @Test
    void aRunThatIsUnderWayHasNoCertificateYet() throws Exception {
        clock.morningOf(LAST_DAY);
        var run = runs.begin("engine", 3);
        page("/terms/runs/" + run.id())
                .andExpect(content().string(allOf(containsString("尚未完成"), not(containsString("与现存清单相符")))));
        page("/terms").andExpect(content().string(containsString("办理中，或者中断后待继续")));
        runs.certify(run.id());
        page("/terms/runs/" + run.id()).andExpect(content().string(not(containsString("尚未完成"))));
    }

    @Test
    void whatTheNightFoundIsShown() throws Exception {
        var term = listed("样例夜间核对企业");
        management.deleteJob(jobs.of(term.instance(), "timerEvent_termOver").getId());
        reconciliation.run("engine");
        page("/terms")
                .andExpect(content()
                        .string(allOf(
                                containsString(term.number().toUpperCase(Locale.ROOT) + "："),
                                containsString("定时器不存在"))));
    }

    private TermSteps listed(String name) {
        return TermSteps.of(beans, TermCases.on(beans).city(CaseFixture.unit(name), LISTED));
    }

    private ResultActions page(String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(as(StaffGroup.SUPERVISOR)));
    }

    private static RequestPostProcessor as(StaffGroup group) {
        return user("supervisor1").roles(group.id());
    }
}
