package org.xincheng.platform.demo;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** All mails the demo has sent, to whomever, since it was started. */
@Component
@Profile({"demo", "test"})
class DemoMailbox {

    private static final Comparator<DemoMail> NEWEST_FIRST = Comparator.comparing(
                    DemoMail::sent, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed()
            .thenComparing(DemoMail::id);

    private final GreenMail server;

    DemoMailbox(GreenMail server) {
        this.server = server;
    }

    /** Every mail once, the newest first. */
    List<DemoMail> newestFirst() {
        Map<String, DemoMail> mails = new LinkedHashMap<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            DemoMail mail = read(message);
            mails.putIfAbsent(mail.id(), mail);
        }
        return mails.values().stream().sorted(NEWEST_FIRST).toList();
    }

    /** The mail of an id; empty when there is none. */
    Optional<DemoMail> find(String id) {
        return newestFirst().stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    private static DemoMail read(MimeMessage message) {
        try {
            return DemoMailReader.read(message);
        } catch (IOException e) {
            throw new UncheckedIOException("A mail of the demo cannot be read", e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail of the demo cannot be read", e);
        }
    }
}
