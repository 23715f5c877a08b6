package org.xincheng.platform.account.factor;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.platform.account.SignInLog;
import org.xincheng.platform.account.TooManyAttempts;
import org.xincheng.platform.limits.ClientLimiter;
import org.xincheng.sealing.Sealer;

/** Who has a second factor, and whether a code is theirs. The secrets are sealed; a code passes once. */
@Component
public class SecondFactors {

    /** Wrong codes a user has at once; all of them come back in half an hour. Only who knows the password can use them up. */
    public static final int WRONG_CODES = 5;

    private static final Duration WRONG_CODES_PERIOD = Duration.ofMinutes(30);
    private static final int REMEMBERED_USERS = 10_000;
    private static final int LONGEST_CODE = 32;
    private static final Pattern ONE_TIME = Pattern.compile("\\d{6}");

    private record Factor(UUID enrolment, String secret, long lastStep, OffsetDateTime changedAt) {}

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock clock;
    private final OneTimeCodes codes;
    private final RecoveryCodes recovery;
    private final SignInLog log;
    private final ClientLimiter wrong;

    SecondFactors(
            JdbcClient jdbc, Sealer sealer, Clock clock, OneTimeCodes codes, RecoveryCodes recovery, SignInLog log) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
        this.codes = codes;
        this.recovery = recovery;
        this.log = log;
        this.wrong = new ClientLimiter(clock, WRONG_CODES, WRONG_CODES_PERIOD, REMEMBERED_USERS);
    }

    /** Whether the user has one. */
    public boolean isEnrolled(String userId) {
        return find(userId).isPresent();
    }

    /** Since when the user has one; empty where they have none. */
    public Optional<OffsetDateTime> since(String userId) {
        return find(userId).map(Factor::changedAt);
    }

    /** How many recovery codes the user has left. */
    public int recoveryCodesLeft(String userId) {
        return find(userId).map(factor -> recovery.left(factor.enrolment())).orElse(0);
    }

    /** The users who have one, by id. */
    public List<String> enrolledUsers() {
        return jdbc.sql("select user_id from platform.second_factor where secret is not null order by user_id")
                .query(String.class)
                .list();
    }

    /**
     * Gives the user a second factor, once a code shows that their authenticator holds the secret.
     *
     * @param secret from {@link OneTimeCodes#newSecret()}
     * @return the recovery codes, to be shown once; empty where the code is wrong, or the user has a factor already
     */
    @Transactional
    public Optional<List<String>> enrol(String userId, String secret, String code) {
        OptionalLong step = codes.step(secret, code.strip(), 0);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        UUID enrolment = UUID.randomUUID();
        int stored = jdbc.sql("""
                        insert into platform.second_factor as factor (user_id, enrolment, secret, last_step, changed_at)
                        values (:user, :enrolment, :secret, :step, :now)
                        on conflict (user_id) do update
                        set enrolment = excluded.enrolment, secret = excluded.secret,
                            last_step = excluded.last_step, changed_at = excluded.changed_at
                        where factor.secret is null
                        """)
                .param("user", userId)
                .param("enrolment", enrolment)
                .param("secret", sealer.seal(secret, place(userId)))
                .param("step", step.getAsLong())
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (stored == 0) {
            return Optional.empty();
        }
        log.changed(userId, "factorEnrolled", userId, "done");
        return Optional.of(recovery.make(enrolment));
    }

    /**
     * Whether this is a one-time or recovery code of the user's, which is used up by it.
     *
     * @throws TooManyAttempts where too many codes were wrong; then this one was not looked at
     */
    public boolean accept(String userId, String code) {
        Duration wait = wrong.take(userId);
        if (!wait.isZero()) {
            throw new TooManyAttempts(wait);
        }
        boolean right =
                find(userId).filter(factor -> isRight(userId, factor, code)).isPresent();
        if (right) {
            wrong.giveBack(userId);
        }
        return right;
    }

    /** Takes the factor away. */
    @Transactional
    public void remove(String actor, String userId) {
        jdbc.sql("""
                        update platform.second_factor set enrolment = null, secret = null, changed_at = ?
                        where user_id = ?
                        """).params(OffsetDateTime.now(clock), userId).update();
        log.changed(actor, actor.equals(userId) ? "factorRemoved" : "factorReset", userId, "done");
    }

    private boolean isRight(String userId, Factor factor, String typed) {
        String code = typed.strip();
        if (code.length() > LONGEST_CODE) {
            return false;
        }
        if (!ONE_TIME.matcher(code).matches()) {
            return recovery.use(factor.enrolment(), code);
        }
        OptionalLong step = codes.step(sealer.open(factor.secret(), place(userId)), code, factor.lastStep());
        return step.isPresent() && advance(userId, factor.enrolment(), step.getAsLong());
    }

    /** Of two who bring the same code at once, one passes. */
    private boolean advance(String userId, UUID enrolment, long step) {
        return jdbc.sql("""
                        update platform.second_factor set last_step = :step
                        where user_id = :user and enrolment = :enrolment and last_step < :step
                        """)
                        .param("step", step)
                        .param("user", userId)
                        .param("enrolment", enrolment)
                        .update()
                == 1;
    }

    private Optional<Factor> find(String userId) {
        return jdbc.sql("""
                        select enrolment, secret, last_step, changed_at from platform.second_factor
                        where user_id = ? and secret is not null
                        """).param(userId).query(Factor.class).optional();
    }

    private static String place(String userId) {
        return "second_factor.secret/" + userId;
    }
}
