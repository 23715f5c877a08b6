package org.xincheng.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The hash of a link, computed from nothing but the rows: sha256(previous hash, position as eight bytes, canonical form). In the
 * canonical form every field is its length in bytes, a colon, itself and a semicolon, and a missing field is {@code ~;}; so no two
 * different entries have the same form. The migration V3 says the same in the database's language.
 */
final class EntryHash {

    /** What the first link follows on. */
    static final String BEGINNING = "0".repeat(64);

    private static final String FORMAT = "xincheng-audit-1";
    private static final byte[] MISSING = {'~', ';'};

    private EntryHash() {}

    /**
     * The hash that the link of this entry at this position has to have.
     *
     * @param previous hash of the link before, in hexadecimal digits
     * @throws ArithmeticException where the entry's time is beyond all counting, as PostgreSQL's {@code infinity}
     */
    static String of(String previous, long seq, AuditEntry entry) {
        MessageDigest sha256 = sha256();
        sha256.update(HexFormat.of().parseHex(previous));
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
        return HexFormat.of().formatHex(sha256.digest(canonicalForm(entry)));
    }

    private static byte[] canonicalForm(AuditEntry entry) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, entry.at());
        var fields = Arrays.asList(
                FORMAT,
                Long.toString(entry.id()),
                Objects.toString(entry.kind(), null),
                Long.toString(micros),
                entry.actor(),
                entry.action(),
                entry.object(),
                entry.outcome(),
                Objects.toString(entry.subjectId(), null),
                entry.purpose(),
                entry.way());
        var form = new ByteArrayOutputStream(256);
        for (String field : fields) {
            if (field == null) {
                form.writeBytes(MISSING);
            } else {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                form.writeBytes((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                form.writeBytes(bytes);
                form.write(';');
            }
        }
        return form.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
