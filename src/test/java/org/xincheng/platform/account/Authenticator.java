package org.xincheng.platform.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/** The authenticator on a user's telephone: takes the secret from the page and says the code of a moment. */
public final class Authenticator {

    private static final Pattern SECRET = Pattern.compile("<p class=\"code\">([A-Z2-7 ]{39})</p>");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final int SECRET_BITS = 160;

    private final SecretKeySpec key;

    private Authenticator(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA1");
    }

    /** Takes the secret written on the page of enrolment. */
    public static Authenticator readFrom(String page) {
        Matcher secret = SECRET.matcher(page);
        if (!secret.find()) {
            throw new AssertionError("No secret on the page: " + page);
        }
        BigInteger bits = BigInteger.ZERO;
        String readable = secret.group(1).replace(" ", "");
        for (int i = 0; i < readable.length(); i++) {
            bits = bits.shiftLeft(5).add(BigInteger.valueOf(BASE32.indexOf(readable.charAt(i))));
        }
        // A one in front keeps leading zeros.
        byte[] withOne = bits.setBit(SECRET_BITS).toByteArray();
        return new Authenticator(Arrays.copyOfRange(withOne, withOne.length - SECRET_BITS / 8, withOne.length));
    }

    /** The code of a moment. */
    public String code(Instant at) {
        try {
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }
}
