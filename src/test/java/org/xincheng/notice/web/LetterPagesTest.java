package org.xincheng.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.notice.IssuedLetters;
import org.xincheng.notice.IssuedLetters.CaseOf;
import org.xincheng.notice.LetterMailer;
import org.xincheng.notice.MailNotSentException;
import org.xincheng.notice.MailServer;
import org.xincheng.platform.web.InlineStyles;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
@Import({IssuedLetters.class, MailServer.class})
class LetterPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    IssuedLetters issued;

    @Autowired
    LetterMailer mailer;

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
    void showsTheLetterInAFrameThatMayRunNothing() throws Exception {
        web.perform(get("/letters/{id}", letter.id()).with(officer()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("失信认定决定书 " + letter.number() + " · 信程"),
                                containsString(letter.sha256()),
                                containsString("与签发时一致"),
                                containsString("2026年2月10日 09:05:07（北京时间）"),
                                containsString(legalCase.number()),
                                containsString("陈立案"),
                                containsString("等待发送"),
                                containsString("打印文书"),
                                containsString("sandbox=\"allow-same-origin allow-modals\""),
                                containsString("src=\"/letters/" + letter.id() + "/content\""),
                                not(containsString("??")),
                                not(containsString(IssuedLetters.SUBJECT_NAME)))));
    }

    @Test
    void servesTheLetterAsIssuedUnderAPolicyOfItsOwn() throws Exception {
        web.perform(get("/letters/{id}/content", letter.id()).with(officer()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/html;charset=UTF-8"))
                .andExpect(content().string(letter.html()))
                .andExpect(header().stringValues(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src " + InlineStyles.sources(letter.html())
                                        + "; base-uri 'none'; form-action 'none';"
                                        + " frame-ancestors 'self'; sandbox allow-same-origin allow-modals"))
                .andExpect(header().string("Content-Security-Policy", containsString("style-src 'sha256-")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void readingALetterIsLogged() throws Exception {
        web.perform(get("/letters/{id}/content", letter.id()).with(officer())).andExpect(status().isOk());

        assertThat(jdbc.sql("select actor, purpose, way from audit.entry where kind = 'READ' and subject_id = ?")
                        .param(legalCase.subjectId())
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("actor", "officer1")
                        .containsEntry("purpose", "案件 " + legalCase.number())
                        .containsEntry("way", "/letters/" + letter.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/letters/{id}", "/letters/{id}/content", "/letters/{id}/resend", "/letters/unsent"})
    void staffOnly(String page) throws Exception {
        var request = page.endsWith("resend")
                ? post(page, letter.id()).with(csrf())
                : page.contains("{") ? get(page, letter.id()) : get(page);
        web.perform(request).andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "1", "' or 1=1"})
    void aLetterThatIsNotThereIsNotFound(String id) throws Exception {
        web.perform(get("/letters/{id}/content", id).with(officer())).andExpect(status().isNotFound());
        web.perform(post("/letters/{id}/resend", id).with(officer()).with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void listsWhatWasNotSentWithTheReasonAndWithoutTheSubject() throws Exception {
        mailer.mail(letter.id());

        web.perform(get("/letters/unsent").param("state", "NO_ADDRESS").with(officer()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(letter.number()),
                                containsString(legalCase.number()),
                                containsString("未登记电子邮箱"),
                                containsString("/letters/" + letter.id() + "/resend"),
                                containsString("最近尝试：2026年2月10日 09:05:07"),
                                not(containsString("??")),
                                not(containsString(IssuedLetters.SUBJECT_NAME)))));
        web.perform(get("/letters/unsent").param("state", "PENDING").with(officer()))
                .andExpect(content().string(not(containsString(letter.number() + "<"))));
    }

    @Test
    void turnsPagesAndKeepsToThePagesThereAre() throws Exception {
        clock.at("2037-05-01T09:00");
        String oldest =
                issued.issue(issued.openCase(""), LetterKind.NOT_LISTED_REPLY).number();
        clock.at("2037-05-01T09:01");
        for (int i = 0; i < 20; i++) {
            issued.issue(legalCase, LetterKind.NOT_LISTED_REPLY);
        }

        web.perform(get("/letters/unsent").with(officer()))
                .andExpect(content()
                        .string(allOf(
                                containsString("/letters/unsent?state=&amp;page=2"),
                                not(containsString("rel=\"prev\"")),
                                not(containsString(">" + oldest + "<")))));
        web.perform(get("/letters/unsent").param("page", "2").with(officer()))
                .andExpect(content().string(allOf(containsString(">" + oldest + "<"), containsString("rel=\"prev\""))));
        for (String page : new String[] {"0", "-1", "x", "9999999"}) {
            web.perform(get("/letters/unsent")
                            .param("page", page)
                            .param("state", "nonsense")
                            .with(officer()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("重新发送")));
        }
    }

    @Test
    void saysSoWhereNothingIsUnsent() throws Exception {
        mailEverything();

        web.perform(get("/letters/unsent").param("state", "PENDING").with(officer()))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("没有符合条件的文书"), not(containsString("<table")))));
    }

    @Test
    void sendsAgainOnRequestAndLogsWhoAsked() throws Exception {
        web.perform(post("/letters/{id}/resend", letter.id())
                        .param("state", "NO_ADDRESS")
                        .param("page", "2")
                        .with(officer())
                        .with(csrf()))
                .andExpect(redirectedUrl("/letters/unsent?state=NO_ADDRESS&page=2"))
                .andExpect(flash().attribute("queued", true));

        assertThat(jdbc.sql("select actor, outcome from audit.entry where action = 'letter.mailAgain' and object = ?")
                        .param(letter.number())
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("actor", "officer1").containsEntry("outcome", "queued"));
    }

    @Test
    void doesNotSendTwice() throws Exception {
        issued.changeEmail(legalCase, 2, "subject-" + UUID.randomUUID() + "@example.org");
        mailer.mail(letter.id());

        web.perform(post("/letters/{id}/resend", letter.id()).with(officer()).with(csrf()))
                .andExpect(flash().attribute("queued", false));

        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'letter.mailAgain' and object = ?")
                        .param(letter.number())
                        .query(Integer.class)
                        .single())
                .isZero();
        web.perform(get("/letters/{id}", letter.id()).with(officer()))
                .andExpect(content().string(containsString("已发送")));
    }

    @Test
    void onlyThoseWhoWorkOnCasesOrWatchThemSendAgain() throws Exception {
        var auditor = user("auditor1").roles("auditor");

        web.perform(post("/letters/{id}/resend", letter.id()).with(auditor).with(csrf()))
                .andExpect(status().isForbidden());
        web.perform(post("/letters/{id}/resend", letter.id()).with(officer())).andExpect(status().isForbidden());
        web.perform(get("/letters/unsent").with(auditor))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(letter.number()), not(containsString("重新发送")))));
    }

    private void mailEverything() {
        for (var id : jdbc.sql("select id from credit.letter").query(UUID.class).list()) {
            try {
                mailer.mail(id);
            } catch (MailNotSentException e) {
                // A letter of another test whose address takes no mail: it has failed and is no longer waiting.
                assertThat(jdbc.sql("select count(*) from credit.mail_attempt where letter_id = ? and not sent")
                                .param(id)
                                .query(Integer.class)
                                .single())
                        .isPositive();
            }
        }
    }

    private static RequestPostProcessor officer() {
        return user("officer1").roles("case-officer");
    }
}
