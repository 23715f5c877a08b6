package org.xincheng.platform.demo;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.xincheng.platform.time.MovableClock;

/** Takes a mail apart: of the bodies offered, the HTML one is preferred. */
final class DemoMailReader {

    private final List<DemoMail.Attachment> attachments = new ArrayList<>();
    private String text;
    private String html;

    private DemoMailReader() {}

    static DemoMail read(MimeMessage message) throws MessagingException, IOException {
        DemoMailReader reader = new DemoMailReader();
        reader.collect(message);
        return new DemoMail(
                idOf(message),
                sentDateOf(message),
                Objects.requireNonNullElse(message.getSubject(), ""),
                recipientsOf(message),
                reader.html != null,
                Objects.requireNonNullElse(reader.html != null ? reader.html : reader.text, ""),
                List.copyOf(reader.attachments));
    }

    private void collect(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i));
            }
        } else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attachments.add(attachment(part));
        } else if (part.isMimeType("text/html") && html == null) {
            html = String.valueOf(part.getContent());
        } else if (part.isMimeType("text/*") && text == null) {
            text = String.valueOf(part.getContent());
        }
    }

    private static DemoMail.Attachment attachment(Part part) throws MessagingException, IOException {
        String name = part.getFileName() == null ? "attachment" : MimeUtility.decodeText(part.getFileName());
        return new DemoMail.Attachment(name, part.getInputStream().readAllBytes());
    }

    private static List<String> recipientsOf(MimeMessage message) throws MessagingException {
        Address[] recipients = message.getAllRecipients();
        return recipients == null
                ? List.of()
                : Stream.of(recipients).map(Address::toString).toList();
    }

    private static ZonedDateTime sentDateOf(MimeMessage message) throws MessagingException {
        return message.getSentDate() == null
                ? null
                : message.getSentDate().toInstant().atZone(MovableClock.ZONE);
    }

    /** A mail to several people lies in several boxes, each time with the same Message-ID. */
    private static String idOf(MimeMessage message) throws MessagingException {
        String key = message.getMessageID() + message.getSentDate() + message.getSubject();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
