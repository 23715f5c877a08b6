package org.xincheng.credit.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xincheng.sealing.Sealer;

/** The contents of files, each kept once under its SHA-256 and sealed to that place. */
@Component
public class FileContents {

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock clock;

    FileContents(JdbcClient jdbc, Sealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * A content that is not as it was stored.
     *
     * @param sha256 its address
     * @param reason what differs, in English and Chinese
     */
    public record Difference(String sha256, String reason) {}

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Keeps a content; says whether it was not there before. */
    boolean keep(String sha256, FileKind kind, byte[] bytes) {
        return jdbc.sql("""
                        insert into credit.file_content (sha256, kind, size, sealed, stored_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                sha256,
                                kind.name(),
                                bytes.length,
                                sealer.seal(bytes, place(sha256)),
                                OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /**
     * A content, byte for byte as it was stored.
     *
     * @throws IllegalStateException where there is none, or it was changed
     * @throws org.xincheng.credit.RefusedException where it was redacted with its person
     */
    byte[] open(String sha256) {
        byte[] sealed = jdbc.sql("select sealed from credit.file_content where sha256 = ?")
                .param(sha256)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no content " + sha256));
        if (sealed.length == 0) {
            throw FilePolicies.redactedContentIsGone("该附件的内容已依法脱敏处置", "the content was redacted");
        }
        byte[] bytes = sealer.open(sealed, place(sha256));
        if (!sha256(bytes).equals(sha256)) {
            throw new IllegalStateException("content differs from its hash " + sha256);
        }
        return bytes;
    }

    /** How many contents there are. */
    public long count() {
        return jdbc.sql("select count(*) from credit.file_content")
                .query(Long.class)
                .single();
    }

    /** Opens every content and computes its hash and size again; of a redacted one there is nothing to open. */
    public List<Difference> verify() {
        List<Difference> differences = new ArrayList<>();
        jdbc.sql("select sha256, size from credit.file_content where sealed <> '' order by sha256")
                .query((row, n) -> new Stored(row.getString("sha256"), row.getLong("size")))
                .list()
                .forEach(stored -> verify(stored, differences));
        return differences;
    }

    private record Stored(String sha256, long size) {}

    private void verify(Stored stored, List<Difference> differences) {
        try {
            if (open(stored.sha256()).length != stored.size()) {
                differences.add(new Difference(stored.sha256(), "size differs / 大小不符"));
            }
        } catch (IllegalStateException closed) {
            differences.add(new Difference(stored.sha256(), "cannot be opened or was changed / 无法解密或者已被改动"));
        }
    }

    private static String place(String sha256) {
        return "file_content/" + sha256;
    }
}
