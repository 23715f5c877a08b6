package org.xincheng.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.xincheng.support.Browser;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class DemoPagesTest {

    private static final Pattern MAIL = Pattern.compile("href=\"(/demo/mail/[0-9a-f]{16})\"");

    @LocalServerPort
    int port;

    @Autowired
    JavaMailSender sender;

    @Autowired
    TestClock clock;

    Browser browser;

    @BeforeEach
    void signIn() {
        browser = new Browser(port).signIn("officer1", "officer1-demo");
    }

    @Test
    void withoutMailsThePageSaysSo() {
        assertThat(browser.get("/demo/mail").body()).contains("尚未发出邮件");
    }

    @Test
    void mailsAreListedOnceNewestFirstWithTheirTimeAndZone() throws MessagingException {
        send("先发的", "2026-02-10T01:00:00Z", "正文");
        send("后发的", "2026-02-10T02:00:00Z", "正文");

        String page = browser.get("/demo/mail").body();

        assertThat(page)
                .contains("共2封")
                .contains("2026-02-10 10:00:00 UTC+08:00")
                .contains("b@xincheng.example");
        assertThat(page.indexOf("后发的")).isPositive().isLessThan(page.indexOf("先发的"));
    }

    @Test
    void aMailsHtmlIsShownWithoutItsScripts() throws MessagingException {
        send("告知书", "2026-02-10T01:00:00Z", "<p>正文</p><script>alert(1)</script>");
        String mail = onlyMail();

        assertThat(browser.get(mail).body()).contains("sandbox=\"\"").doesNotContain("alert(1)");
        HttpResponse<String> body = browser.get(mail + "/body");
        assertThat(body.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(body.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox; default-src 'none'");
        assertThat(body.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(body.body()).contains("正文");
    }

    @Test
    void anAttachmentIsSavedUnderItsName() throws MessagingException {
        send("决定书", "2026-02-10T01:00:00Z", "正文");

        HttpResponse<String> file = browser.get(onlyMail() + "/attachments/0");

        assertThat(file.body()).isEqualTo("content");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("UTF-8''");
        assertThat(browser.get(onlyMail() + "/attachments/1").statusCode()).isEqualTo(404);
    }

    @Test
    void aMailThatIsNotThereIsAChinesePageWithStatus404() {
        HttpResponse<String> answer = browser.get("/demo/mail/0000000000000000");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有此页面");
    }

    @Test
    void theAdministratorMovesTheClockByDaysOrToADate() {
        clock.at("2026-02-10T09:00");
        Browser admin = new Browser(port).signIn("admin", "admin-test-secret");

        admin.submit("/demo", "/demo/clock", Map.of("days", "15"));
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-02-25T01:00:00Z"));

        admin.submit("/demo", "/demo/clock", Map.of("to", "2026-03-02T08:30"));
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-03-02T00:30:00Z"));
        assertThat(admin.get("/demo").body()).contains("时钟已拨到2026-03-02 08:30:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "", "99999999999", "9223372036854775807"})
    void aClockThatCannotBeMovedStaysAndSaysWhy(String days) {
        clock.at("2026-02-10T09:00");
        Browser admin = new Browser(port).signIn("admin", "admin-test-secret");

        admin.submit("/demo", "/demo/clock", Map.of("days", days));

        assertThat(clock.now()).isEqualTo(Instant.parse("2026-02-10T01:00:00Z"));
        assertThat(admin.get("/demo").body()).contains("未作改动");
    }

    @Test
    void othersSeeTheClockButDoNotMoveIt() {
        clock.at("2026-02-10T09:00");

        assertThat(browser.get("/demo").body())
                .contains("2026-02-10 09:00:00 UTC+08:00")
                .contains("只有系统管理员");
        HttpResponse<String> answer = browser.submit("/", "/demo/clock", Map.of("days", "1"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("无权访问");
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-02-10T01:00:00Z"));
    }

    private String onlyMail() {
        Matcher mail = MAIL.matcher(browser.get("/demo/mail").body());
        assertThat(mail.find()).isTrue();
        String path = mail.group(1);
        assertThat(mail.find()).as("one mail, though to two people").isFalse();
        return path;
    }

    private void send(String subject, String sent, String html) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(message, true, "UTF-8");
        mail.setFrom("office@xincheng.example");
        mail.setTo(new String[] {"a@xincheng.example", "b@xincheng.example"});
        mail.setSubject(subject);
        mail.setSentDate(Date.from(Instant.parse(sent)));
        mail.setText("纯文本", html);
        mail.addAttachment(
                "决定书.txt", new ByteArrayResource("content".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        sender.send(message);
    }
}
