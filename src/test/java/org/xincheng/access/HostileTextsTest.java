package org.xincheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.notice.LetterMailer;
import org.xincheng.support.Browser;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.HostileTexts;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** What people wrote is shown as they wrote it, and does nothing: on pages, in letters, mails, forms and answers. */
@XinchengTest
class HostileTextsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 20);

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    Letters letters;

    @Autowired
    LetterMailer mailer;

    @Autowired
    GreenMail mails;

    @Autowired
    CaseDriver driver;

    @Autowired
    TestClock clock;

    private Browser officer;

    @BeforeEach
    void signIn() {
        officer = new Browser(port).signIn("officer1", "officer1-demo");
        clock.at("2026-03-02T09:00");
    }

    @Test
    void storedTextsAreInertOnEveryPageLetterAndAnswer() {
        NewSubject subject = HostileTexts.subject();
        LegalCase legalCase = HostileTexts.publishedCase(beans, subject, DAY);
        List<Letter> issued = letters.ofCase(legalCase.id());
        assertThat(issued).hasSize(3);

        for (String path : List.of(
                "/records?q=" + subject.identifier(),
                "/cases?q=" + subject.identifier(),
                "/cases/" + legalCase.number(),
                "/letters/" + issued.get(0).id() + "/content",
                "/letters/" + issued.get(1).id() + "/content",
                "/public/listings?q=" + subject.identifier())) {
            HttpResponse<String> page = officer.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertInert(path, page.body());
            assertThat(page.body()).as(path).contains("&lt;script&gt;hacked()");
        }
        for (String path : List.of(
                "/api/cases/" + legalCase.number(),
                "/api/public/listings?uscc=" + subject.identifier(),
                "/api/checks?uscc=" + subject.identifier() + "&purpose=test")) {
            HttpResponse<String> answer = officer.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(path)
                    .startsWith("application/json");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain(HostileTexts.EVALUATED)
                    .contains("${7919*7927}");
        }
    }

    @Test
    void whatIsTypedIntoAnAddressOrAFormComesBackInert() {
        String text = URLEncoder.encode(HostileTexts.TEXT, StandardCharsets.UTF_8);
        for (String path : List.of(
                "/cases?q=" + text + "&regime=" + text + "&state=" + text + "&page=" + text,
                "/records?q=" + text + "&regime=" + text + "&state=" + text + "&page=" + text,
                "/public/listings?q=" + text + "&page=" + text,
                "/deadlines?start=" + text + "&count=" + text + "&unit=" + text + "&suspended=" + text + "&purpose="
                        + text,
                "/letters/unsent?state=" + text + "&page=" + text,
                "/demo/mail?page=" + text,
                "/login?error=" + text + "&signedOut=" + text,
                "/cases/%3Cscript%3Ehacked()%3C%5Cscript%3E",
                "/cases/$%7B7919*7927%7D",
                "/cases/__$%7B7919*7927%7D__",
                "/?lang=" + text)) {
            assertInert(path, officer.get(path).body());
        }
        HttpResponse<String> refused = officer.submit("/records", "/cases", Map.of("recordNumber", HostileTexts.TEXT));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertInert("POST /cases", refused.body());
        assertThat(refused.body()).contains("&lt;script&gt;hacked()");
    }

    @Test
    void nothingTypedBreaksOutOfAHeader() {
        Letter letter = letters.ofCase(HostileTexts.publishedCase(beans, HostileTexts.subject(), DAY)
                        .id())
                .get(0);

        HttpResponse<String> sent = officer.submit(
                "/",
                "/letters/" + letter.id() + "/resend",
                Map.of(
                        "state",
                        "x\r\nX-Injected: 1\r\n\r\n<script>hacked()</script>",
                        "page",
                        "//example.org\r\nSet-Cookie: a=b"));

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("X-Injected")).isEmpty();
        assertThat(sent.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a="));
        assertThat(sent.headers().firstValue("Location").orElse(""))
                .contains("/letters/unsent?state=x%0D%0A", "page=%2F%2Fexample.org%0D%0A")
                .doesNotContain("<script>");
    }

    @Test
    void aMailedCopyIsInertAndItsHeadersNameNobody() throws Exception {
        LegalCase legalCase = HostileTexts.publishedCase(beans, HostileTexts.subject(), DAY);
        mailer.mail(letters.ofCase(legalCase.id()).get(0).id());

        var mail = mails.getReceivedMessages()[0];
        assertThat(mail.getSubject()).doesNotContain("script").doesNotContain("\n");
        for (String text : texts(mail)) {
            assertInert("mail", text);
        }
        String shown = officer.get("/demo/mail").body();
        assertInert("/demo/mail", shown);
    }

    @Test
    void aFormInTasklistShowsTextsAndNoMarkup() {
        NewSubject subject = HostileTexts.subject();
        String number = driver.start(HostileTexts.record(beans, subject, DAY).number(), "officer1");

        String summary = driver.facts(
                        number, "officer1", driver.openTasks(number).get(0))
                .get("summary")
                .toString();

        assertThat(summary)
                .doesNotContainPattern("(?<!\\\\)[<>`{}]|(?<!\\\\)\\]\\((?!/cases/)")
                .doesNotContain(HostileTexts.EVALUATED)
                .contains("\\<script\\>hacked\\(\\)");
    }

    private static void assertInert(String where, String body) {
        assertThat(body)
                .as(where)
                .doesNotContain("<script>hacked", "<img src=x", "</title></textarea>", HostileTexts.EVALUATED)
                .doesNotContain("'><img", "onclick=hacked()'");
    }

    private static List<String> texts(Part part) throws Exception {
        if (part.getContent() instanceof Multipart parts) {
            List<String> texts = new java.util.ArrayList<>();
            for (int i = 0; i < parts.getCount(); i++) {
                texts.addAll(texts(parts.getBodyPart(i)));
            }
            return texts;
        }
        return part.isMimeType("text/html") ? List.of(part.getContent().toString()) : List.of();
    }
}
