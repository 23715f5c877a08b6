package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.Letters;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** A letter is read before it is issued, as the party will read it. */
@XinchengTest
class LetterPreviewPagesTest {

    private static final RequestPostProcessor REVIEWER = user("reviewer1").roles("legal-reviewer");
    private static final String NO_NUMBER = "（预览，尚未编号）";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Letters letters;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private BeanFactory beans;

    private CaseFixture fixture;
    private LegalCase legalCase;

    @BeforeEach
    void openACase() {
        clock.at("2026-03-02T09:00");
        fixture = CaseFixture.on(beans);
        legalCase = fixture.open(
                fixture.record(CaseFixture.unit("样例文书预览企业"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 10)));
    }

    @Test
    void theNoticeIsReadBeforeItIsIssuedAndReadsAsItWillButForItsNumber() throws Exception {
        page("").andExpect(content().string(containsString("目前没有拟制发的文书")));
        page("/content").andExpect(status().isConflict());

        fixture.draft(legalCase, "");
        page("").andExpect(content().string(allOf(containsString("尚未制发"), containsString("<iframe"))));
        mvc.perform(get("/cases/{n}", legalCase.number()).with(REVIEWER))
                .andExpect(
                        content().string(containsString("href=\"/cases/" + legalCase.number() + "/letter-preview\"")));
        var preview = text();
        assertThat(preview).contains(NO_NUMBER, "样例文书预览企业");
        assertThat(letters.ofCase(legalCase.id())).as("nothing is kept").isEmpty();

        fixture.review(legalCase);
        var issued = fixture.issueNotice(legalCase);
        assertThat(preview.replace(NO_NUMBER, issued.number())).isEqualTo(issued.html());
        page("").andExpect(content().string(containsString("目前没有拟制发的文书")));
    }

    @Test
    void theDecisionIsReadOnceThePanelIsForItAndUntilItIsIssued() throws Exception {
        fixture.draft(legalCase, "");
        fixture.review(legalCase);
        fixture.serve(legalCase, fixture.issueNotice(legalCase));
        clock.at("2026-03-20T09:00");
        fixture.closeWindow(legalCase);
        page("/content").andExpect(status().isConflict());

        fixture.deliberate(legalCase);
        assertThat(text()).contains(NO_NUMBER);
        fixture.approve(legalCase);
        fixture.determineBySuperior(legalCase);
        var preview = text();
        var issued = fixture.decide(legalCase);
        assertThat(preview.replace(NO_NUMBER, issued.number())).isEqualTo(issued.html());
        page("/content").andExpect(status().isConflict());
    }

    @Test
    void whatIsReadIsLoggedAndRunsNothing() throws Exception {
        fixture.draft(legalCase, "");
        page("/content")
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Cache-Control", "no-store"));
        assertThat(jdbc.sql("select actor || ' ' || way from audit.entry where kind = 'READ' and subject_id = ?"
                                + " and purpose like '预览%'")
                        .param(legalCase.subjectId())
                        .query(String.class)
                        .list())
                .containsExactly("reviewer1 /cases/" + legalCase.number() + "/letter-preview");
        page("").andExpect(content().string(not(containsString("样例文书预览企业"))));
    }

    @Test
    void whatIsNotThereOrForeignIsNotFound() throws Exception {
        fixture.draft(legalCase, "");
        var foreign = user("dept1").roles("implementing-department");
        for (var tail : new String[] {"", "/content"}) {
            mvc.perform(get("/cases/RD-1999-000000/letter-preview" + tail).with(REVIEWER))
                    .andExpect(status().isNotFound());
            mvc.perform(get("/cases/" + legalCase.number() + "/letter-preview" + tail)
                            .with(foreign))
                    .andExpect(status().isNotFound());
        }
    }

    private ResultActions page(String tail) throws Exception {
        return mvc.perform(
                get("/cases/" + legalCase.number() + "/letter-preview" + tail).with(REVIEWER));
    }

    private String text() throws Exception {
        return page("/content")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
