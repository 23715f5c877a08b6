package org.xincheng.notice.print;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.xincheng.credit.letter.Letter;

/**
 * The code under which a letter can be verified: its random identity (122 bits of chance, which no number of a letter leads to) and the
 * first 20 bits of its hash, which tell a mistyped code from a right one. 30 signs of Crockford's alphabet, which has no I, L, O, U, in
 * groups of five: {@code 7ZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ}.
 *
 * @param letterId the letter's identity
 * @param hashStart first five hexadecimal digits of the letter's hash
 */
public record VerifyCode(UUID letterId, String hashStart) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_OF_A_SIGN = 5;
    private static final int SIGNS_OF_ID = 26;
    private static final int SIGNS = 30;
    private static final int GROUP = 5;
    private static final int HEX_OF_HASH = 5;
    private static final BigInteger LOW = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    /** The code of a letter. */
    public static VerifyCode of(Letter letter) {
        return new VerifyCode(letter.id(), letter.sha256().substring(0, HEX_OF_HASH));
    }

    /** Reads what was typed or scanned, whatever the case of letters and the separators; empty where it is no code. */
    public static Optional<VerifyCode> read(String typed) {
        var signs = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-－—]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (signs.length() != SIGNS || signs.chars().anyMatch(sign -> ALPHABET.indexOf(sign) < 0)) {
            return Optional.empty();
        }
        var id = bits(signs.substring(0, SIGNS_OF_ID));
        if (id.bitLength() > 2 * Long.SIZE) {
            return Optional.empty();
        }
        var uuid = new UUID(id.shiftRight(Long.SIZE).longValue(), id.longValue());
        var hash = "%05x".formatted(bits(signs.substring(SIGNS_OF_ID)));
        return Optional.of(new VerifyCode(uuid, hash));
    }

    /** Whether the letter is the one meant, with the hash it has. */
    public boolean fits(Letter letter) {
        return equals(of(letter));
    }

    /** The code as it is printed and stands in addresses. */
    public String text() {
        var id = BigInteger.valueOf(letterId.getMostSignificantBits())
                .and(LOW)
                .shiftLeft(Long.SIZE)
                .or(BigInteger.valueOf(letterId.getLeastSignificantBits()).and(LOW));
        var signs = signs(id, SIGNS_OF_ID) + signs(new BigInteger(hashStart, 16), SIGNS - SIGNS_OF_ID);
        var grouped = new StringBuilder();
        for (int at = 0; at < SIGNS; at += GROUP) {
            grouped.append(at == 0 ? "" : "-").append(signs, at, at + GROUP);
        }
        return grouped.toString();
    }

    private static BigInteger bits(String signs) {
        var value = BigInteger.ZERO;
        for (int at = 0; at < signs.length(); at++) {
            value = value.shiftLeft(BITS_OF_A_SIGN).add(BigInteger.valueOf(ALPHABET.indexOf(signs.charAt(at))));
        }
        return value;
    }

    private static String signs(BigInteger value, int count) {
        var signs = new StringBuilder();
        for (int at = count - 1; at >= 0; at--) {
            signs.append(ALPHABET.charAt(value.shiftRight(at * BITS_OF_A_SIGN).intValue() & (ALPHABET.length() - 1)));
        }
        return signs.toString();
    }
}
