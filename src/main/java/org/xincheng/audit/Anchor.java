package org.xincheng.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A link of the chain as it is written down outside the database: whoever holds one can tell later whether everything up to it is
 * still what it was.
 *
 * @param seq number of the link, 0 where there is none yet
 * @param hash its hash, 64 hexadecimal digits
 */
public record Anchor(long seq, String hash) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /** Reads {@code seq:hash}; empty where it is no anchor. */
    public static Optional<Anchor> parse(String text) {
        var written = WRITTEN.matcher(text.strip());
        return written.matches()
                ? Optional.of(new Anchor(Long.parseLong(written.group(1)), written.group(2)))
                : Optional.empty();
    }

    /** As it is written down: {@code seq:hash}. */
    @Override
    public String toString() {
        return seq + ":" + hash;
    }
}
