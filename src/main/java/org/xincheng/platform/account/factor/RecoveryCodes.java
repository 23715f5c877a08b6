package org.xincheng.platform.account.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xincheng.sealing.Sealer;

/** The codes for when the authenticator is lost: ten per enrolment, each good once, kept as marks only. */
@Component
class RecoveryCodes {

    static final int COUNT = 10;

    /** No letters or digits that are taken for one another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int HALF = 5;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient jdbc, Sealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Makes the codes of an enrolment, e.g. {@code 7kq2m-w9xhd}; nobody can read them again. */
    List<String> make(UUID enrolment) {
        List<String> codes = Stream.generate(() -> half() + "-" + half())
                .distinct()
                .limit(COUNT)
                .toList();
        for (String code : codes) {
            jdbc.sql("insert into platform.recovery_code (enrolment, mark) values (?, ?)")
                    .params(enrolment, mark(code))
                    .update();
        }
        return codes;
    }

    /** Uses a code up; false where the enrolment has no such code, or it was used. */
    boolean use(UUID enrolment, String code) {
        return jdbc.sql("""
                        update platform.recovery_code set used_at = ?
                        where enrolment = ? and mark = ? and used_at is null
                        """)
                        .params(OffsetDateTime.now(clock), enrolment, mark(code))
                        .update()
                == 1;
    }

    /** How many are left. */
    int left(UUID enrolment) {
        return jdbc.sql("select count(*) from platform.recovery_code where enrolment = ? and used_at is null")
                .param(enrolment)
                .query(Integer.class)
                .single();
    }

    private String mark(String code) {
        return sealer.mark(code.strip().replace("-", "").toLowerCase(Locale.ROOT), "recovery_code.mark");
    }

    private String half() {
        StringBuilder half = new StringBuilder();
        random.ints(HALF, 0, ALPHABET.length()).forEach(index -> half.append(ALPHABET.charAt(index)));
        return half.toString();
    }
}
