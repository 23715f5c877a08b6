package org.xincheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.xincheng.support.Browser;

/** A mail for the pages of the demo's mailbox. */
final class SampleMail {

    private static final Pattern MAIL = Pattern.compile("/demo/mail/(\\w+)");

    private SampleMail() {}

    /** Sends it and gives the id under which the mailbox shows it. */
    static String send(JavaMailSender sender, int port) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(message, true, "UTF-8");
        mail.setFrom("office@xincheng.example");
        mail.setTo("a@xincheng.example");
        mail.setSubject("样例");
        mail.setText("正文", "<html><head><style>p { color: #000 }</style></head><body><p>正文</p></body></html>");
        mail.addAttachment("a.txt", new ByteArrayResource(new byte[] {1}));
        sender.send(message);
        Matcher id = MAIL.matcher(new Browser(port)
                .signIn("officer1", "officer1-demo")
                .get("/demo/mail")
                .body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
