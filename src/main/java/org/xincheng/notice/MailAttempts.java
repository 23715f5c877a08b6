package org.xincheng.notice;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
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

    /** Begins the reason why a notice to departments did not reach all of them: somebody has to send it on paper. */
    static final String UNREACHED = "未能以邮件送交的部门：";

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
        record(letterId, false, shortened(error));
    }

    /** It went to whom it could, and these departments have not got it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void unreached(UUID letterId, List<String> gaps) {
        record(letterId, false, shortened(UNREACHED + String.join("；", gaps)));
    }

    /** One of several recipients has it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void delivered(UUID letterId, String recipient) {
        jdbc.sql("insert into credit.mail_delivery (letter_id, recipient, at) values (?, ?, ?)")
                .params(letterId, recipient, OffsetDateTime.now(clock))
                .update();
    }

    /** Who of several recipients has it. */
    Set<String> delivered(UUID letterId) {
        return Set.copyOf(jdbc.sql("select recipient from credit.mail_delivery where letter_id = ?")
                .param(letterId)
                .query(String.class)
                .list());
    }

    private static String shortened(String error) {
        return error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
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
