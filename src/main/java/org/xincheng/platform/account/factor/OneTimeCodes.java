package org.xincheng.platform.account.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.xincheng.platform.time.RealTime;

/**
 * One-time codes by RFC 6238 as every authenticator makes them: six digits, HMAC-SHA-1, steps of 30 seconds. A code of the step before
 * or after passes too: telephones are not exact.
 */
@Component
public class OneTimeCodes {

    private static final int SECRET_BYTES = 20;
    private static final int DRIFT = 1;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String ISSUER = "Xincheng";

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();
    private final RealTime time;

    OneTimeCodes(RealTime time) {
        this.time = time;
    }

    /** A fresh secret, in Base64. */
    public String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    /** The secret as authenticators take it by hand: 32 characters of Base32. */
    public String readable(String secret) {
        // Twenty bytes are exactly 32 digits to the base 32.
        String digits = new BigInteger(1, Base64.getDecoder().decode(secret)).toString(32);
        StringBuilder readable = new StringBuilder("A".repeat(SECRET_BYTES * 8 / 5 - digits.length()));
        digits.chars().forEach(digit -> readable.append(BASE32.charAt(Character.digit(digit, 32))));
        return readable.toString();
    }

    /** The address that the QR code holds. */
    public String address(String userId, String secret) {
        String user = URLEncoder.encode(userId, StandardCharsets.UTF_8);
        return "otpauth://totp/" + ISSUER + ":" + user + "?secret=" + readable(secret) + "&issuer=" + ISSUER;
    }

    /** The step the code belongs to, among those that pass now and come after the last used one; empty where it passes not. */
    OptionalLong step(String secret, String code, long lastUsed) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        long seconds = generator.getTimeStep().toSeconds();
        long present = time.now().getEpochSecond() / seconds;
        OptionalLong found = OptionalLong.empty();
        for (long step = present - DRIFT; step <= present + DRIFT; step++) {
            byte[] due = code(secret, Instant.ofEpochSecond(step * seconds)).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(due, given) && step > lastUsed && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code that is due at an instant. */
    String code(String secret, Instant at) {
        try {
            SecretKeySpec key = new SecretKeySpec(Base64.getDecoder().decode(secret), generator.getAlgorithm());
            return generator.generateOneTimePasswordString(key, at);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("The secret is no key", impossible);
        }
    }
}
