package org.xincheng.platform.account.password;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.SignInProperties;

/**
 * How the engine keeps passwords: PBKDF2 with HMAC-SHA-512, slow on purpose, in place of its one round of salted SHA-512 (ADR 14). What is
 * kept is {@code {PBKDF2-SHA512}<rounds>$<salt>$<hash>}; the engine writes the name in front, and goes on checking what stands there under
 * its own older names.
 */
@Component
public class PasswordHash implements PasswordEncryptor {

    /** Rounds that make guessing from a stolen table dear (OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA512). */
    public static final int ENOUGH_ROUNDS = 210_000;

    private static final String NAME = "PBKDF2-SHA512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final Pattern KEPT = Pattern.compile("(\\d{1,9})\\$([A-Za-z0-9+/=]+)\\$([A-Za-z0-9+/=]+)");

    private final SecureRandom random = new SecureRandom();
    private final int rounds;

    PasswordHash(SignInProperties properties) {
        this.rounds = properties.passwordRounds();
    }

    @Override
    public String encrypt(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return rounds + "$" + encoded(salt) + "$" + encoded(hash(password, salt, rounds));
    }

    @Override
    public boolean check(String password, String kept) {
        var parts = KEPT.matcher(kept);
        if (!parts.matches()) {
            return false;
        }
        byte[] found = hash(password, decoded(parts.group(2)), Integer.parseInt(parts.group(1)));
        return MessageDigest.isEqual(found, decoded(parts.group(3)));
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** Whether what is kept of a password, with its name in front, was made as it would be made now. */
    public boolean isCurrent(String kept) {
        return kept != null && kept.startsWith("{" + NAME + "}" + rounds + "$");
    }

    /** Whether it takes rounds enough. */
    public boolean isSlow() {
        return rounds >= ENOUGH_ROUNDS;
    }

    /** Takes the time of a check without one, so that an account which is not there answers as late as one that is. */
    public void takeTheTimeOfACheck(String password) {
        hash(password, new byte[SALT_BYTES], rounds);
    }

    private static byte[] hash(String password, byte[] salt, int rounds) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no PBKDF2WithHmacSHA512", missing);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }
}
