package org.xincheng.platform.account;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.password.LongestPassword;
import org.xincheng.platform.account.password.PasswordHash;
import org.xincheng.platform.limits.ClientLimiter;

/**
 * Checks passwords, whoever asks: sign-in in any way, or a page that wants the password again.
 *
 * <p>Two limits, GB/T 22239-2019 8.1.4.1 b: each account's, by the engine's growing delay ({@link SignInEngineSettings}), and each
 * client address's. Whatever the reason, a refusal is the same and takes the same time: unknown user, wrong password and locked account
 * are not told apart.
 */
@Component
public class Credentials {

    /** No failed attempt is answered sooner; beyond that, every reason for failing takes the time of one password's hash. */
    static final Duration SHORTEST_FAILURE = Duration.ofMillis(250);

    /** So many failures in a row are logged as a lock: the engine's delay is then 16 seconds and doubles each time. */
    static final int FAILURES_LOGGED_AS_LOCK = 5;

    private static final int REMEMBERED_ADDRESSES = 10_000;
    private static final int LONGEST_ID = 64;
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*");

    private final IdentityService identities;
    private final PasswordHash hash;
    private final SignInLog log;
    private final Clock clock;
    private final ClientLimiter failures;
    private final Object[] turns =
            IntStream.range(0, 64).mapToObj(turn -> new Object()).toArray();

    Credentials(
            IdentityService identities, PasswordHash hash, SignInLog log, SignInProperties properties, Clock clock) {
        this.identities = identities;
        this.hash = hash;
        this.log = log;
        this.clock = clock;
        this.failures = new ClientLimiter(
                clock, properties.failuresPerAddress(), properties.failuresPeriod(), REMEMBERED_ADDRESSES);
    }

    /**
     * Whether this is the user's password. A failure is counted and logged.
     *
     * @param address of the client, see {@link org.xincheng.platform.limits.ClientAddress}
     * @throws TooManyAttempts where the address has had too many failed attempts; then the password was not looked at
     */
    public boolean check(String userId, String password, String address) {
        return check(address, () -> isRight(userId, password), () -> logFailure(userId));
    }

    /**
     * Whether a code is right, under the same limit of the address and the same shortest time.
     *
     * @param right looks at the code
     * @param onFailure what a failure leaves behind
     * @throws TooManyAttempts as with a password
     */
    public boolean check(String address, BooleanSupplier right, Runnable onFailure) {
        long began = System.nanoTime();
        Duration wait = failures.take(address);
        if (!wait.isZero()) {
            throw new TooManyAttempts(wait);
        }
        if (right.getAsBoolean()) {
            failures.giveBack(address);
            return true;
        }
        onFailure.run();
        rest(began);
        return false;
    }

    /** One attempt at a time on an account: the engine's count of failures would miss some of those made at once. */
    private boolean isRight(String userId, String password) {
        if (!isPossible(userId, password)) {
            return false;
        }
        synchronized (turns[Math.floorMod(userId.hashCode(), turns.length)]) {
            if (isClosed(find(userId))) {
                hash.takeTheTimeOfACheck(password);
            }
            return identities.checkPassword(userId, password);
        }
    }

    /** Whether the engine refuses without looking at the password: nobody, or locked. */
    private boolean isClosed(UserEntity user) {
        return user == null
                || (user.getLockExpirationTime() != null
                        && user.getLockExpirationTime().toInstant().isAfter(clock.instant()));
    }

    /** What cannot be stored cannot be right, and is kept away from the database, which takes no NUL. */
    private static boolean isPossible(String userId, String password) {
        return userId != null
                && password != null
                && userId.length() <= LONGEST_ID
                && password.length() <= LongestPassword.LONGEST
                && ID.matcher(userId).matches();
    }

    private void logFailure(String userId) {
        UserEntity user = isPossible(userId, "") ? find(userId) : null;
        if (user == null) {
            log.failedForNobody();
            return;
        }
        log.failed(user.getId(), "refused");
        if (user.getAttempts() == FAILURES_LOGGED_AS_LOCK) {
            log.locked(user.getId());
        }
    }

    private UserEntity find(String userId) {
        return (UserEntity) identities.createUserQuery().userId(userId).singleResult();
    }

    private static void rest(long began) {
        long left = SHORTEST_FAILURE.toNanos() - (System.nanoTime() - began);
        try {
            TimeUnit.NANOSECONDS.sleep(left);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
