package org.xincheng.notice;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The SMTP server of the test run, which can go down and come back. Imported by the tests that use it. */
public class MailServer {

    private final GreenMail server;
    private final JavaMailSenderImpl sender;

    MailServer(GreenMail server, JavaMailSenderImpl sender) {
        this.server = server;
        this.sender = sender;
    }

    /** Runs something while no server answers; it answers again afterwards. */
    public void downWhile(Runnable action) {
        server.stop();
        try {
            action.run();
        } finally {
            server.start();
            // It comes back on another port.
            sender.setPort(server.getSmtp().getPort());
        }
    }

    /** Mails received for an address. */
    public List<MimeMessage> mailsTo(String address) {
        return List.of(server.getReceivedMessagesForDomain(address));
    }

    /** The text of the first part of a type, decoded. */
    public static String part(Part part, String type) throws MessagingException, IOException {
        String found = find(part, type);
        if (found == null) {
            throw new AssertionError("no part " + type);
        }
        return found;
    }

    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                String found = find(child, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
