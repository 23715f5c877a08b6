package org.xincheng.support;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** Well-formed codes that no subject of this test run has. The regions 9999xx do not exist. */
public final class Identifiers {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Identifiers() {}

    /** A number that was not given before. */
    public static int next() {
        return NEXT.incrementAndGet();
    }

    /** A unified social credit code with its check character (GB 32100), from a number below 100,000,000. */
    public static String uscc(int number) {
        var body = "91999900T%08d".formatted(number);
        var sum = 0;
        var weight = 1;
        for (var i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** A unified social credit code that was not given before. */
    public static String freshUscc() {
        return uscc(next());
    }

    /** A resident's number with its check character (GB 11643), from a number of which the last three digits count. */
    public static String residentId(LocalDate birth, int number) {
        var body = "999900" + birth.toString().replace("-", "") + "%03d".formatted(number % 1000);
        var sum = 0;
        for (var i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
