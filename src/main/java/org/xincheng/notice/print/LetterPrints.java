package org.xincheng.notice.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.Letters;
import org.xincheng.law.LegalTime;

/**
 * Prints letters and remembers the hash of every file that was ever handed out, so that a file can be told from a changed one for ever:
 * also after the printing styles, the font or the library have changed and a new print has other bytes.
 */
@Service
public class LetterPrints {

    private final LetterSheet sheet;
    private final JdbcClient jdbc;
    private final Clock clock;

    LetterPrints(LetterSheet sheet, JdbcClient jdbc, Clock clock) {
        this.sheet = sheet;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A letter as PDF, the same bytes each time.
     *
     * @param by user for whom it is printed
     * @throws NotPrintable where its text was redacted, or is not the one that was issued
     */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = NotPrintable.class)
    public byte[] print(Letter letter, String by) {
        if (letter.isRedacted()) {
            throw new NotPrintable(letter.number(), NotPrintable.Reason.REDACTED);
        }
        if (!Letters.sha256(letter.html()).equals(letter.sha256())) {
            throw new NotPrintable(letter.number(), NotPrintable.Reason.BROKEN);
        }
        var pdf = sheet.print(letter);
        jdbc.sql("insert into credit.letter_print (letter_id, sha256, printed_at, printed_by) values (?, ?, ?, ?)"
                        + " on conflict (letter_id, sha256) do nothing")
                .params(
                        letter.id(),
                        hash(new ByteArrayInputStream(pdf)),
                        OffsetDateTime.ofInstant(clock.instant(), LegalTime.ZONE),
                        by)
                .update();
        return pdf;
    }

    /** The letter of which this is a file as printed here, to the byte; empty where it is none. */
    public Optional<UUID> letterOf(InputStream file) {
        return jdbc.sql("select letter_id from credit.letter_print where sha256 = ?")
                .param(hash(file))
                .query(UUID.class)
                .optional();
    }

    /** SHA-256 of what is read, in hexadecimal; it is not kept. */
    private static String hash(InputStream file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var reading = new DigestInputStream(file, digest)) {
                reading.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
