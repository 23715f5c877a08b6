package org.xincheng.credit.expert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The lot: everybody on the register gets the SHA-256 of {@code seed:number} as a ticket, and the tickets are taken in ascending order. Whoever knows the seed
 * and the register can repeat it with any tool, and nobody can choose the seed so that a wanted order comes out, since it is drawn after the register is fixed.
 */
public final class ExpertLot {

    private ExpertLot() {}

    /**
     * The order of the lot.
     *
     * @param seed as recorded
     * @param register numbers of the experts who can be drawn, in any order
     */
    public static List<String> order(String seed, Collection<String> register) {
        return register.stream()
                .distinct()
                .sorted(Comparator.comparing((String number) -> ticket(seed, number))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** A ticket: 64 hexadecimal digits. */
    public static String ticket(String seed, String number) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((seed + ":" + number).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
