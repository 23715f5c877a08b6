package org.xincheng.portal;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.notice.print.LetterPrints;
import org.xincheng.notice.print.VerifyCode;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** What everybody is told about a letter, and what nobody is. */
@XinchengTest
class VerifyPageTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);

    @Autowired
    MockMvc web;

    @Autowired
    BeanFactory beans;

    @Autowired
    Letters letters;

    @Autowired
    LetterPrints prints;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private LegalCase listed;
    private Letter decision;
    private String code;

    @BeforeEach
    void issue() {
        clock.at("2026-03-02T09:00");
        listed = CaseFixture.on(beans).published(CaseFixture.unit("样例查验公司"), DOCUMENT, "");
        decision = letters.ofCase(listed.id()).stream()
                .filter(letter -> letter.kind() == LetterKind.DECISION)
                .findFirst()
                .orElseThrow();
        code = VerifyCode.of(decision).text();
    }

    @Test
    void theCodeTellsThatTheLetterIsGenuineAndInForceAndNothingPersonal() throws Exception {
        web.perform(get("/verify/{code}", code))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content()
                        .string(allOf(
                                containsString("属实：本机关制发了该文书"),
                                containsString(">有效<"),
                                containsString("失信认定决定书"),
                                containsString(decision.number()),
                                containsString("2026年3月2日"),
                                containsString(decision.sha256()),
                                not(containsString("样例查验公司")),
                                not(containsString(listed.number())),
                                not(containsString("9135")),
                                not(containsString("安全生产许可证")),
                                not(containsString("officer1")),
                                not(containsString("principal1")),
                                not(containsString(decision.id().toString())),
                                not(containsString("??")))));
        clock.at("2036-03-02T09:00");
        web.perform(get("/verify/{code}", code)).andExpect(content().string(containsString("期限已经届满")));
    }

    @Test
    void nothingOfANaturalPersonIsTold() throws Exception {
        var person = CaseFixture.person("样例查验人");
        var legalCase = CaseFixture.on(beans).noticed(person, "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        var notice = letters.ofCase(legalCase.id()).get(0);

        web.perform(get("/verify/{code}", VerifyCode.of(notice).text()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("失信认定事先告知书"),
                                not(containsString("样例查验人")),
                                not(containsString(legalCase.number())),
                                not(containsString(person.identifier())),
                                not(containsString(person.identifier()
                                                .substring(person.identifier().length() - 4) + "<")))));
    }

    @Test
    void whatIsPrintedOnTheLetterIsNeitherItsNumberNorGuessed() throws Exception {
        String otherHash = code.substring(0, code.length() - 1) + (code.endsWith("0") ? "1" : "0");

        web.perform(get("/verify/{code}", otherHash))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有查到该校验码的文书")));
        web.perform(get("/verify/{code}", decision.number()))
                .andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString("属实"))));
        web.perform(get("/verify/{code}", decision.id())).andExpect(status().isNotFound());
        web.perform(get("/verify/{code}", code.toLowerCase(Locale.ROOT).replace("-", "")))
                .andExpect(status().isOk());
    }

    @Test
    void aCodeThatIsTypedOrPastedLeadsToItsPage() throws Exception {
        web.perform(get("/verify"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("校验码")));
        web.perform(form().param("code", " " + code.toLowerCase(Locale.ROOT) + " "))
                .andExpect(redirectedUrl("/verify/" + code));
        web.perform(form().param("code", "https://credit.example.org/verify/" + code))
                .andExpect(redirectedUrl("/verify/" + code));
        web.perform(form().param("code", "12345"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("校验码不正确")));
        web.perform(form())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请填写校验码或者选择文件")));
        web.perform(multipart("/verify").param("code", code)).andExpect(status().isForbidden());
    }

    @Test
    void aChangedByteOfThePdfIsFound() throws Exception {
        byte[] pdf = transaction.execute(status -> prints.print(decision, "officer1"));
        byte[] changed = pdf.clone();
        changed[pdf.length / 2] ^= 1;

        web.perform(form(pdf))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("文件未被改动"), containsString(decision.number()))));
        web.perform(form(pdf).param("code", code)).andExpect(content().string(containsString("文件未被改动")));
        web.perform(form(changed).param("code", code))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("文件与该文书的打印件不一致"),
                                not(containsString("文件未被改动")),
                                containsString("属实：本机关制发了该文书"))));
        web.perform(form(changed))
                .andExpect(status().isNotFound())
                .andExpect(content()
                        .string(allOf(containsString("该文件不是本系统制作的打印件"), not(containsString(decision.number())))));
    }

    @Test
    void aFileOfAnotherLetterIsNotTakenForThisOne() throws Exception {
        var notice = letters.ofCase(listed.id()).stream()
                .filter(letter -> letter.kind() == LetterKind.PRE_DECISION_NOTICE)
                .findFirst()
                .orElseThrow();
        byte[] pdf = transaction.execute(status -> prints.print(notice, "officer1"));

        web.perform(form(pdf).param("code", code)).andExpect(content().string(containsString("文件与该文书的打印件不一致")));
    }

    @Test
    void aKeptLetterThatWasChangedIsNotCalledGenuine() throws Exception {
        var id = keep("<p>改过的文书</p>");

        web.perform(get("/verify/{code}", new VerifyCode(id, HASH.substring(0, 5)).text()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("无法确认：系统保存的内容与签发时不一致"),
                                not(containsString("属实：")),
                                not(containsString(">有效<")))));
    }

    @Test
    void aRedactedLetterCanStillBeComparedByItsHash() throws Exception {
        var id = keep(Letter.REDACTED);

        web.perform(get("/verify/{code}", new VerifyCode(id, HASH.substring(0, 5)).text()))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("内容已依法脱敏处置"), containsString(HASH))));
    }

    private static final String HASH = Letters.sha256("<p>原来的文书</p>");

    /** A kept letter whose hash is that of another text. */
    private UUID keep(String html) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into credit.letter (id, case_id, kind, number, title, html, sha256, issued_at, issued_by)"
                        + " values (?, ?, 'NOT_LISTED_REPLY', ?, '不予列入名单答复书', ?, ?, ?, 'officer1')")
                .params(
                        id,
                        listed.id(),
                        "样信认复〔1999〕" + id,
                        html,
                        HASH,
                        OffsetDateTime.parse("2026-02-10T09:00:00+08:00"))
                .update();
        return id;
    }

    private static MockHttpServletRequestBuilder form() {
        return multipart("/verify")
                .file(new MockMultipartFile("file", new byte[0]))
                .with(csrf());
    }

    private static MockHttpServletRequestBuilder form(byte[] pdf) {
        return multipart("/verify")
                .file(new MockMultipartFile("file", "文书.pdf", "application/pdf", pdf))
                .with(csrf());
    }
}
