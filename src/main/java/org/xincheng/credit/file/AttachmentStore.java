package org.xincheng.credit.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xincheng.credit.file.Attachment.Withdrawal;
import org.xincheng.credit.subject.Subject;
import org.xincheng.law.LegalTime;
import org.xincheng.sealing.Sealer;

/** The rows of the files of cases. What people wrote about a file is sealed to its row. */
@Component
class AttachmentStore {

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Quarantine quarantine;
    private final Clock clock;

    AttachmentStore(JdbcClient jdbc, Sealer sealer, Quarantine quarantine, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    /** Holds others who file, as this user or into this case, until the transaction ends: their counts are counted. */
    void lock(String user, UUID caseId) {
        for (String what : List.of("filer:" + user, "case-files:" + caseId)) {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param(what)
                    .query((row, n) -> 0)
                    .single();
        }
    }

    int filedToday(String user) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("select count(*) from credit.case_file where added_by = ? and added_at >= ? and added_at < ?")
                .params(user, midnight(today), midnight(today.plusDays(1)))
                .query(Integer.class)
                .single();
    }

    void insert(
            UUID id,
            UUID caseId,
            int serial,
            String sha256,
            String name,
            EvidenceKind evidence,
            String senderName,
            String description,
            Optional<Integer> replaces,
            String user) {
        jdbc.sql("""
                        insert into credit.case_file
                            (id, case_id, serial, sha256, name, evidence, sender_name, description, replaces, added_at, added_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        caseId,
                        serial,
                        sha256,
                        name,
                        evidence.name(),
                        sealer.seal(senderName, senderNamePlace(id)),
                        sealer.seal(description, descriptionPlace(id)),
                        replaces.orElse(null),
                        OffsetDateTime.now(clock),
                        user)
                .update();
    }

    void withdraw(UUID id, String reason, String user) {
        jdbc.sql("insert into credit.file_withdrawal (file_id, reason, at, by) values (?, ?, ?, ?)")
                .params(id, sealer.seal(reason, reasonPlace(id)), OffsetDateTime.now(clock), user)
                .update();
    }

    List<Attachment> ofCase(UUID caseId) {
        return jdbc.sql("""
                        select f.*, c.kind, c.size, v.state, v.scanner, v.signature,
                               w.reason as withdrawn_for, w.at as withdrawn_at, w.by as withdrawn_by
                        from credit.case_file f
                        join credit.file_content c on c.sha256 = f.sha256
                        join credit.file_verdict v on v.sha256 = f.sha256
                             and v.seq = (select max(seq) from credit.file_verdict l where l.sha256 = f.sha256)
                        left join credit.file_withdrawal w on w.file_id = f.id
                        where f.case_id = ? order by f.serial
                        """).param(caseId).query(this::read).list();
    }

    private Attachment read(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String reason = row.getString("withdrawn_for");
        Optional<Withdrawal> withdrawal = reason == null
                ? Optional.empty()
                : Optional.of(new Withdrawal(
                        opened(reason, reasonPlace(id)),
                        row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
                        row.getString("withdrawn_by")));
        return new Attachment(
                id,
                row.getObject("case_id", UUID.class),
                row.getInt("serial"),
                row.getString("name"),
                opened(row.getString("sender_name"), senderNamePlace(id)),
                EvidenceKind.valueOf(row.getString("evidence")),
                opened(row.getString("description"), descriptionPlace(id)),
                FileKind.valueOf(row.getString("kind")),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                quarantine.state(FileState.valueOf(row.getString("state")), row.getString("scanner")),
                row.getString("signature"),
                withdrawal,
                Optional.ofNullable(row.getObject("replaces", Integer.class)));
    }

    /** What is sealed is never empty: nothing is left where the person was redacted. */
    private String opened(String sealed, String place) {
        return sealed.isEmpty() ? Subject.REDACTED : sealer.open(sealed, place);
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(LegalTime.ZONE).toOffsetDateTime();
    }

    private static String senderNamePlace(UUID id) {
        return "case_file.sender_name/" + id;
    }

    private static String descriptionPlace(UUID id) {
        return "case_file.description/" + id;
    }

    private static String reasonPlace(UUID id) {
        return "file_withdrawal.reason/" + id;
    }
}
