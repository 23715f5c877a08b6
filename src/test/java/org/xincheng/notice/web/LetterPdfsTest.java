package org.xincheng.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.notice.IssuedLetters;
import org.xincheng.notice.IssuedLetters.CaseOf;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Who gets a letter on paper, and what is written down about it. */
@XinchengTest
@Import(IssuedLetters.class)
class LetterPdfsTest {

    private static final String PATH = "/cases/{number}/letters/{id}.pdf";

    @Autowired
    MockMvc web;

    @Autowired
    IssuedLetters issued;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private CaseOf legalCase;
    private Letter letter;

    @BeforeEach
    void issue() {
        clock.at("2026-02-10T09:05:07");
        legalCase = issued.openCase("");
        letter = issued.issue(legalCase, LetterKind.DECISION);
    }

    @Test
    void thePdfIsLinkedShownUnderTheLettersNumberAndLogged() throws Exception {
        web.perform(get("/letters/{id}", letter.id()).with(officer()))
                .andExpect(content()
                        .string(containsString(
                                "href=\"/cases/" + legalCase.number() + "/letters/" + letter.id() + ".pdf\"")));

        var answer = web.perform(get(PATH, legalCase.number(), letter.id()).with(officer()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andReturn()
                .getResponse();

        assertThat(answer.getContentAsByteArray()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(URLDecoder.decode(answer.getHeader("Content-Disposition"), StandardCharsets.UTF_8))
                .startsWith("inline;")
                .contains("UTF-8''" + letter.number() + ".pdf");
        assertThat(jdbc.sql("select actor || ' ' || purpose || ' ' || way from audit.entry"
                                + " where kind = 'READ' and subject_id = ?")
                        .param(legalCase.subjectId())
                        .query(String.class)
                        .list())
                .containsExactly("officer1 案件 " + legalCase.number() + " /cases/" + legalCase.number() + "/letters/"
                        + letter.id() + ".pdf");
    }

    @Test
    void aSecondPrintIsTheSameFileAndKeptAsOne() throws Exception {
        byte[] first = print();
        clock.at("2027-02-10T09:05:07");

        assertThat(print()).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from credit.letter_print where letter_id = ?")
                        .param(letter.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aLetterIsFoundInItsOwnCaseOnly() throws Exception {
        var other = issued.openCase("");

        web.perform(get(PATH, other.number(), letter.id()).with(officer())).andExpect(status().isNotFound());
        web.perform(get(PATH, legalCase.number(), UUID.randomUUID()).with(officer()))
                .andExpect(status().isNotFound());
        web.perform(get(PATH, legalCase.number(), "x").with(officer())).andExpect(status().isNotFound());
        web.perform(get(PATH, legalCase.number(), letter.id())).andExpect(redirectedUrl("/login"));
        web.perform(get(PATH, legalCase.number(), letter.id())
                        .with(user("admin").roles("camunda-admin")))
                .andExpect(status().isForbidden());
    }

    @Test
    void whatIsNotTheIssuedTextIsRefusedInChinese() throws Exception {
        var broken = keep("<p>改过的文书</p>");
        var redacted = keep(Letter.REDACTED);

        web.perform(get(PATH, legalCase.number(), broken).with(officer())).andExpect(status().isConflict());
        web.perform(get(PATH, legalCase.number(), redacted).with(officer())).andExpect(status().isGone());
    }

    /** A kept letter whose hash is that of another text. */
    private UUID keep(String html) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into credit.letter (id, case_id, kind, number, title, html, sha256, issued_at, issued_by)"
                        + " values (?, ?, 'DECISION', ?, '失信认定决定书', ?, ?, ?, 'officer1')")
                .params(
                        id,
                        legalCase.id(),
                        "样信认决〔1999〕" + id,
                        html,
                        Letters.sha256("<p>原来的文书</p>"),
                        OffsetDateTime.parse("2026-02-10T09:00:00+08:00"))
                .update();
        return id;
    }

    private byte[] print() throws Exception {
        return web.perform(get(PATH, legalCase.number(), letter.id()).with(officer()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static RequestPostProcessor officer() {
        return user("officer1").roles("case-officer");
    }
}
