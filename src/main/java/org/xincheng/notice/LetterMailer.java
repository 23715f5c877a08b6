package org.xincheng.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.subject.Subjects;

/**
 * Mails a copy of a letter to the subject, or a notice to the departments it is addressed to; never the one to the other. The mail informs and is never service
 * (送达): it starts no clock, and a case neither waits for it nor knows of it.
 */
@Service
public class LetterMailer {

    private static final Logger LOG = LoggerFactory.getLogger(LetterMailer.class);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\"',;:]+@[^\\s<>()\"',;:]+");

    private static final String COPY = """
            这是《%s》（%s）的副本，仅供知悉，不是送达，不产生期限起算的效力。
            文书正本将依法另行送达；期限自依法送达之日起计算。

            文书全文见本邮件的网页格式正文。如不能显示，请向文书上所列的承办单位索取。
            本邮件由系统自动发送，请勿直接回复。
            """;

    private static final String TO_DEPARTMENTS = """
            这是《%s》（%s），请收到后立即办理。

            通知全文见本邮件的网页格式正文。如不能显示，请向通知上所列的承办单位索取。
            本邮件由系统自动发送，请勿直接回复。
            """;

    private static final String OF_PUBLIC_NOTICE = """
            这是《%s》（%s）的副本，供知悉。公告将在原公示的范围内发布。

            公告全文见本邮件的网页格式正文。如不能显示，请向公告上所列的承办单位索取。
            本邮件由系统自动发送，请勿直接回复。
            """;

    private final LetterFiles letters;
    private final Subjects subjects;
    private final ToldDepartments departments;
    private final MailAttempts attempts;
    private final JavaMailSender sender;
    private final JdbcClient jdbc;
    private final String from;

    LetterMailer(
            LetterFiles letters,
            Subjects subjects,
            ToldDepartments departments,
            MailAttempts attempts,
            JavaMailSender sender,
            JdbcClient jdbc,
            @Value("${xincheng.mail.from}") String from) {
        this.letters = letters;
        this.subjects = subjects;
        this.departments = departments;
        this.attempts = attempts;
        this.sender = sender;
        this.jdbc = jdbc;
        this.from = from;
    }

    /**
     * Sends what has not been sent. Without an address on file nothing is sent and nothing is wrong: it is on the list of unsent letters. Every attempt is
     * logged whatever becomes of the calling transaction; the letter has to be committed before.
     *
     * @throws MailNotSentException where the mail server did not take it, so that it is tried again
     * @throws IllegalArgumentException where there is no such letter
     */
    @Transactional
    public void mail(UUID letterId) {
        LetterFile file = letters.get(letterId);
        lock(letterId);
        if (attempts.isSent(letterId)) {
            return;
        }
        if (file.letter().kind().toDepartments()) {
            mailDepartments(file.letter());
        } else {
            mailSubject(file);
        }
    }

    private void mailSubject(LetterFile file) {
        Letter letter = file.letter();
        Optional<String> address = address(file);
        if (address.isEmpty()) {
            attempts.noAddress(letter.id());
            return;
        }
        send(letter, address.get());
        attempts.sent(letter.id());
    }

    /** Each address gets a mail of its own, so that nobody sees another's; who has it is left out where another failed before. */
    private void mailDepartments(Letter letter) {
        var reach = departments.reach(letter);
        var delivered = attempts.delivered(letter.id());
        for (var recipient : reach.recipients()) {
            if (!delivered.contains(recipient.user())) {
                send(letter, recipient.address());
                attempts.delivered(letter.id(), recipient.user());
            }
        }
        if (reach.gaps().isEmpty()) {
            attempts.sent(letter.id());
        } else {
            attempts.unreached(letter.id(), reach.gaps());
        }
    }

    private void send(Letter letter, String address) {
        try {
            sender.send(copy(letter, address));
        } catch (MailException | MessagingException e) {
            LOG.warn(
                    "Letter {} could not be mailed: {}",
                    letter.number(),
                    rootOf(e).getClass().getSimpleName());
            attempts.failed(letter.id(), errorText(e, address));
            throw new MailNotSentException(letter.number());
        }
    }

    // Two jobs for one letter would each find it unsent; the second has to wait for the first one's outcome.
    private void lock(UUID letterId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 2))")
                .param("mail " + letterId)
                .query((row, n) -> n)
                .single();
    }

    private Optional<String> address(LetterFile file) {
        return Optional.of(subjects.get(file.subjectId()).profile().email().strip())
                .filter(address -> !address.isEmpty());
    }

    private MimeMessage copy(Letter letter, String address) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(address);
        // Subject lines show on locked screens and in the logs of every server on the way.
        helper.setSubject(letter.title() + " " + letter.number());
        helper.setText(explanation(letter), letter.html());
        return message;
    }

    private static String explanation(Letter letter) {
        return (letter.kind().toDepartments()
                        ? TO_DEPARTMENTS
                        : letter.kind().isPublicNotice() ? OF_PUBLIC_NOTICE : COPY)
                .formatted(letter.title(), letter.number());
    }

    /** What the server said, without any address: servers repeat the one they refuse. */
    private static String errorText(Exception failure, String address) {
        Throwable root = rootOf(failure);
        String text = root.getMessage();
        return text == null || text.isBlank()
                ? root.getClass().getSimpleName()
                : ADDRESS.matcher(text.replace(address, "***"))
                        .replaceAll("***")
                        .strip();
    }

    private static Throwable rootOf(Exception failure) {
        if (failure instanceof MailSendException send && send.getMessageExceptions().length > 0) {
            return NestedExceptionUtils.getMostSpecificCause(send.getMessageExceptions()[0]);
        }
        return NestedExceptionUtils.getMostSpecificCause(failure);
    }
}
