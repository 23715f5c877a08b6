package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.identity.StaffGroup;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** A person is masked everywhere; who works on the case sees the whole data once for each stated purpose, and that is logged. */
@XinchengTest
class SubjectPagesTest {

    private static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");
    private static final Set<StaffGroup> ALLOWED = EnumSet.of(
            StaffGroup.CASE_OFFICER, StaffGroup.LEGAL_REVIEWER, StaffGroup.HEARING_CHAIR, StaffGroup.PRINCIPAL);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private SampleRecords records;

    @Autowired
    private JdbcClient jdbc;

    private NewSubject person;
    private LegalCase opened;

    @BeforeEach
    void open() {
        clock.at("2026-03-02T09:00");
        person = records.person();
        CaseFixture cases = CaseFixture.on(beans);
        opened = cases.open(cases.record(person, "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20)));
    }

    @Test
    void aPurposeShowsAllOnceAndIsLogged() throws Exception {
        mvc.perform(get(path()).with(OFFICER))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(person.name()))))
                .andExpect(content().string(containsString("行政处罚法第六十一条")));
        assertThat(readings()).as("asking for the form reads nothing").isEmpty();

        mvc.perform(ask("SERVICE", "邮寄告知书需要地址").with(OFFICER))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().string(containsString(person.name())))
                .andExpect(content().string(containsString(person.identifier())))
                .andExpect(content().string(containsString(person.phone())))
                .andExpect(content().string(containsString(person.email())))
                .andExpect(content().string(containsString(person.address())));
        assertThat(readings())
                .containsExactly("officer1 /cases/subject 查看完整信息：案件" + opened.number() + "，送达文书（行政处罚法第六十一条），邮寄告知书需要地址");

        mvc.perform(get(path()).with(OFFICER)).andExpect(content().string(not(containsString(person.identifier()))));
        for (String page :
                List.of("/cases/" + opened.number(), "/api/cases/" + opened.number(), "/cases", "/records")) {
            String shown = mvc.perform(get(page).with(OFFICER))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(shown)
                    .as(page)
                    .doesNotContain(
                            person.name(), person.identifier(), person.phone(), person.email(), person.address());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 邮寄告知书需要地址, 「用途」未填写",
        "CURIOSITY, 邮寄告知书需要地址, 「用途」未填写",
        "SERVICE, '', 「具体说明」未填写",
        "SERVICE, 看看, 「具体说明」至少4个字",
        "SERVICE, 核对45010219900101001X本人, 「具体说明」中含有公民身份号码"
    })
    void withoutALawfulPurposeNothingIsShownOrLogged(String purpose, String reason, String fault) throws Exception {
        mvc.perform(ask(purpose, reason).with(OFFICER))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(fault)))
                .andExpect(content().string(not(containsString(person.name()))))
                .andExpect(content().string(not(containsString(person.identifier()))));
        assertThat(readings()).isEmpty();
    }

    /** The log outlives the data; and since the refusal confirms a name, it is in the log that somebody tried. */
    @Test
    void theReasonSaysWhatForAndNotWho() throws Exception {
        String spaced = person.name().charAt(0) + " " + person.name().substring(1);
        for (String reason : List.of("给" + person.name() + "邮寄告知书", "给" + spaced + "邮寄告知书")) {
            mvc.perform(ask("SERVICE", reason).with(OFFICER))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("不写是谁")))
                    .andExpect(content().string(not(containsString(person.identifier()))));
        }
        assertThat(readings()).isEmpty();
        assertThat(jdbc.sql(
                                "select actor || ' ' || action || ' ' || outcome from audit.entry where object = ? and action like 'subject.%'")
                        .param(opened.number())
                        .query(String.class)
                        .list())
                .containsExactly("officer1 subject.readRefused named", "officer1 subject.readRefused named");
        assertThat(jdbc.sql("select count(*) from audit.entry e where position(? in e::text) > 0")
                        .param(person.name())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(StaffGroup.class)
    void onlyThoseOnTheCaseMay(StaffGroup group) throws Exception {
        RequestPostProcessor reader = user("reader").roles(group.id());
        int status = ALLOWED.contains(group) ? 200 : 403;
        mvc.perform(get(path()).with(reader)).andExpect(status().is(status));
        mvc.perform(ask("SERVICE", "邮寄告知书需要地址").with(reader)).andExpect(status().is(status));
        assertThat(readings()).hasSize(ALLOWED.contains(group) ? 1 : 0);
        mvc.perform(get("/cases/" + opened.number()).with(reader))
                .andExpect(content()
                        .string(ALLOWED.contains(group) ? containsString("查看完整信息") : not(containsString("查看完整信息"))));
    }

    @Test
    void aForgedRequestAndAVisitorAreTurnedAway() throws Exception {
        mvc.perform(post(path())
                        .param("purpose", "SERVICE")
                        .param("reason", "邮寄告知书需要地址")
                        .with(OFFICER))
                .andExpect(status().isForbidden());
        mvc.perform(ask("SERVICE", "邮寄告知书需要地址")).andExpect(redirectedUrl("/login"));
        assertThat(readings()).isEmpty();
    }

    @Test
    void anUnknownCaseIsSaidToBeMissing() throws Exception {
        mvc.perform(get("/cases/RD-1999-000000/subject").with(OFFICER)).andExpect(status().isNotFound());
        mvc.perform(post("/cases/RD-1999-000000/subject")
                        .param("purpose", "SERVICE")
                        .param("reason", "邮寄告知书需要地址")
                        .with(csrf())
                        .with(OFFICER))
                .andExpect(status().isNotFound());
    }

    private String path() {
        return "/cases/" + opened.number() + "/subject";
    }

    private MockHttpServletRequestBuilder ask(String purpose, String reason) {
        return post(path()).param("purpose", purpose).param("reason", reason).with(csrf());
    }

    private List<String> readings() {
        return jdbc.sql("""
                        select actor || ' ' || way || ' ' || purpose from audit.entry
                         where kind = 'READ' and subject_id = ? and way = '/cases/subject' order by id
                        """).param(opened.subjectId()).query(String.class).list();
    }
}
