package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.cases.CaseSteps;
import org.xincheng.credit.cases.Cases;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.law.Deadline;
import org.xincheng.notice.print.KeptForTheEye;
import org.xincheng.notice.print.PdfTexts;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Why a case's dates are what they are, on a page and on paper. */
@XinchengTest
class ProofPagesTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);
    private static final String NAME = "样例计算公司";

    @Autowired
    MockMvc web;

    @Autowired
    BeanFactory beans;

    @Autowired
    Cases cases;

    @Autowired
    CaseSteps steps;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private CaseFixture fixture;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
        fixture = CaseFixture.on(beans);
    }

    @Test
    void everyDeadlineOfACaseHasItsProofOnAPageAndOnPaperDayByDay() throws Exception {
        // Over the holidays at the beginning of May, with a make-up workday.
        clock.at("2026-04-28T09:00");
        var legalCase = fixture.published(CaseFixture.unit(NAME), DOCUMENT, "");

        for (CaseSteps.Step step : steps.of(cases.read(legalCase))) {
            Deadline deadline = step.deadline();
            String path = "/cases/" + legalCase.number() + "/deadlines/"
                    + deadline.rule().step();
            String page = text(path);
            assertThat(page)
                    .contains(
                            deadline.rule().stepZh(),
                            deadline.rule().document(),
                            deadline.rule().startEventZh(),
                            ChineseDates.dayAndWeekday(deadline.due()),
                            deadline.calendarVersion(),
                            path + ".pdf",
                            "/deadlines?start=" + deadline.start())
                    .doesNotContain("??", NAME);
            byte[] pdf = pdf(path);
            KeptForTheEye.file("proof-" + deadline.rule().step(), pdf);
            assertThat(pdf(path)).as("printed again").isEqualTo(pdf);
            String printed = PdfTexts.of(pdf);
            assertThat(printed)
                    .contains(
                            legalCase.number(),
                            PdfTexts.squeezed(deadline.rule().stepZh()),
                            PdfTexts.squeezed(
                                    deadline.rule().document() + deadline.rule().article()),
                            PdfTexts.squeezed(deadline.rule().startEventZh()),
                            ChineseDates.dayAndWeekday(deadline.start()),
                            ChineseDates.dayAndWeekday(deadline.due()),
                            PdfTexts.squeezed(deadline.calendarVersion()))
                    .doesNotContain("??", NAME);
            assertThat(withoutPageBreaks(printed, legalCase, deadline)).contains(days(deadline));
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(PdfTexts.fonts(document))
                        .isNotEmpty()
                        .allSatisfy(font -> assertThat(font.isEmbedded()).isTrue());
            }
        }
    }

    @Test
    void aProofThatRestsOnDaysNobodyKnowsYetSaysSo() throws Exception {
        clock.at("2037-03-02T09:00");
        var legalCase = fixture.heard(CaseFixture.unit(NAME), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        String path = "/cases/" + legalCase.number() + "/deadlines/statementWindow";

        assertThat(text(path)).contains("暂定", "放假安排未载入");
        assertThat(PdfTexts.of(pdf(path))).contains("（暂定）", "2037年：放假安排未载入");
    }

    @Test
    void whatIsNotThereOrNotOnesOwnIsNotFound() throws Exception {
        var legalCase = fixture.heard(CaseFixture.unit(NAME), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        String path = "/cases/" + legalCase.number() + "/deadlines/";
        var foreign = user("dept1").roles("implementing-department");
        var own = user("dept2").roles("implementing-department");

        for (String step : new String[] {"statementWindow", "statementWindow.pdf"}) {
            web.perform(get(path + step).with(foreign)).andExpect(status().isNotFound());
            web.perform(get(path + step).with(own)).andExpect(status().isOk());
            web.perform(get(path + step)).andExpect(redirectedUrl("/login"));
            web.perform(get(path + step).with(user("admin").roles("camunda-admin")))
                    .andExpect(status().isForbidden());
            web.perform(get("/cases/RD-1999-000000/deadlines/" + step).with(officer()))
                    .andExpect(status().isNotFound());
        }
        web.perform(get(path + "publication").with(officer()))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有此期限")));
        web.perform(get(path + "nonsense.pdf").with(officer())).andExpect(status().isNotFound());
        assertThat(jdbc.sql(
                                "select actor from audit.entry where kind = 'READ' and subject_id = ? and way like '%/deadlines'")
                        .param(legalCase.subjectId())
                        .query(String.class)
                        .list())
                .contains("dept2")
                .doesNotContain("dept1", "admin");
    }

    /** The lines of the table as they are read from paper. */
    private static String days(Deadline deadline) {
        return PdfTexts.squeezed(deadline.days().stream()
                .map(day -> (day.index() == null ? "" : day.index())
                        + ChineseDates.day(day.date())
                        + ChineseDates.weekday(day.date())
                        + (day.counted() ? "计入" : "不计入")
                        + day.reasonZh())
                .collect(Collectors.joining()));
    }

    /** Without what each page repeats: its foot and the head of the table. */
    private static String withoutPageBreaks(String printed, LegalCase legalCase, Deadline deadline) {
        return printed.replace(
                        PdfTexts.squeezed(legalCase.number() + deadline.rule().stepZh() + "期限计算书"), "")
                .replace("序号日期星期是否计入理由", "");
    }

    private String text(String path) throws Exception {
        return web.perform(get(path).with(officer()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private byte[] pdf(String path) throws Exception {
        return web.perform(get(path + ".pdf").with(officer()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static RequestPostProcessor officer() {
        return user("officer1").roles("case-officer");
    }
}
