package org.xincheng.platform.demo;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * A mail the demo's server has taken.
 *
 * @param id stable while the server runs; letters and digits
 * @param sent the date the sender gave it, in Asia/Shanghai; null when it gave none
 * @param subject empty when there is none
 * @param recipients the addresses in To, Cc and Bcc
 * @param html whether the body is HTML
 * @param body as text or HTML
 * @param attachments in the order of the mail
 */
record DemoMail(
        String id,
        ZonedDateTime sent,
        String subject,
        List<String> recipients,
        boolean html,
        String body,
        List<Attachment> attachments) {

    /** A file of a mail. */
    static final class Attachment {

        private final String name;
        private final byte[] content;

        Attachment(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }

        /** The name the sender gave it. */
        public String name() {
            return name;
        }

        /** The bytes; not to be changed. */
        byte[] content() {
            return content;
        }
    }
}
