package org.xincheng.credit.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.cases.OfficeProperties;
import org.xincheng.law.LegalTime;

/** Issues and keeps letters: numbered, hashed, unchanged. */
@Component
public class Letters {

    private final JdbcClient jdbc;
    private final LetterWriter writer;
    private final OfficeProperties office;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Letters(
            JdbcClient jdbc,
            LetterWriter writer,
            OfficeProperties office,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.office = office;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Issues a letter in the transaction of the act it tells of.
     *
     * @throws org.xincheng.credit.BadInputException where it would hold an identity number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Letter issue(UUID caseId, String caseNumber, LetterKind kind, StatedContent content, String actor) {
        var number = nextNumber(kind);
        var html = writer.write(kind, number, content);
        var faults = new FaultList();
        faults.freeText("letter", kind.title(), html);
        faults.throwIfAny();
        var now = clock.instant();
        var letter = new Letter(UUID.randomUUID(), caseId, kind, number, kind.title(), html, sha256(html), now, actor);
        jdbc.sql(
                        "insert into credit.letter (id, case_id, kind, number, title, html, sha256, issued_at, issued_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        letter.id(),
                        caseId,
                        kind.name(),
                        number,
                        letter.title(),
                        html,
                        letter.sha256(),
                        OffsetDateTime.ofInstant(now, LegalTime.ZONE),
                        actor)
                .update();
        events.publishEvent(new LetterIssued(letter.id(), caseId, caseNumber));
        return letter;
    }

    /**
     * A letter by its id.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Letter byId(UUID id) {
        return find("id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no letter " + id));
    }

    /** A case's letters, oldest first. */
    public List<Letter> ofCase(UUID caseId) {
        return find("case_id = ?", caseId);
    }

    private List<Letter> find(String condition, Object value) {
        return jdbc.sql("select * from credit.letter where " + condition
                        + " order by issued_at, length(number), number")
                .param(value)
                .query(Letters::read)
                .list();
    }

    private String nextNumber(LetterKind kind) {
        var year = LegalTime.today(clock).getYear();
        var word = office.word() + kind.word();
        // Numbers of a word and year run without gaps: the lock serialises their takers until commit.
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("letter-number:" + word + year)
                .query((rs, row) -> 0)
                .single();
        var next = jdbc.sql("select coalesce(max(seq), 0) + 1 from credit.letter_number where word = ? and year = ?")
                .params(word, year)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into credit.letter_number (word, year, seq) values (?, ?, ?)")
                .params(word, year, next)
                .update();
        return "%s〔%d〕%d号".formatted(word, year, next);
    }

    /** SHA-256 of a letter's text in hexadecimal. */
    public static String sha256(String html) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(html.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Letter read(ResultSet rs, int row) throws SQLException {
        return new Letter(
                rs.getObject("id", UUID.class),
                rs.getObject("case_id", UUID.class),
                LetterKind.valueOf(rs.getString("kind")),
                rs.getString("number"),
                rs.getString("title"),
                rs.getString("html"),
                rs.getString("sha256"),
                rs.getObject("issued_at", OffsetDateTime.class).toInstant(),
                rs.getString("issued_by"));
    }
}
