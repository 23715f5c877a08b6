package org.xincheng.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log of attempts to mail. An attempt has happened whatever becomes of the transaction around it: a mail cannot be
 * taken back, and a failure has to be seen although the job that met it is rolled back.
 */
@Component
class MailAttempts {

    /** Told apart from failures: nothing went wrong, and trying again changes nothing. */
    static final String NO_ADDRESS = "未登记电子邮箱";

    private static final int LONGEST_ERROR = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void sent(UUID letterId) {
        record(letterId, true, "");
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void noAddress(UUID letterId) {
        record(letterId, false, NO_ADDRESS);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(UUID letterId, String error) {
        record(letterId, false, error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error);
    }

    boolean isSent(UUID letterId) {
        return jdbc.sql("select exists (select 1 from credit.mail_attempt where letter_id = ? and sent)")
                .param(letterId)
                .query(Boolean.class)
                .single();
    }

    private void record(UUID letterId, boolean sent, String error) {
        jdbc.sql("""
                        insert into credit.mail_attempt (letter_id, seq, sent, error, at)
                        select :letter, coalesce(max(seq), 0) + 1, :sent, :error, :at
                          from credit.mail_attempt where letter_id = :letter
                        """)
                .param("letter", letterId)
                .param("sent", sent)
                .param("error", error)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }
}
