package org.xincheng.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.xincheng.credit.record.RecordFingerprint;
import org.xincheng.credit.subject.SubjectRows;
import org.xincheng.sealing.Sealer;

/**
 * Migration V4: seals what the store holds of persons, and what it will hold. In Java, since the keys are in the environment of the
 * application and nowhere in the database. After it:
 *
 * <ul>
 *   <li>{@code subject.identifier} is a unit's code and null for a person, whose number stands in {@code identifier_sealed};
 *       {@code identifier_mark} finds either again and is unique;
 *   <li>{@code subject_profile} has {@code address_sealed}, {@code email_sealed} and {@code phone_sealed}, null where nothing is known; the
 *       date of birth, which a person's number holds, is gone;
 *   <li>{@code record.fingerprint} is a keyed mark.
 * </ul>
 */
@Component
class SealPersonalData implements JavaMigration {

    private static final List<String> CONTACTS = List.of("address", "email", "phone");

    private final SubjectRows rows;
    private final RecordFingerprint fingerprints;

    SealPersonalData(Sealer sealer) {
        this.rows = new SubjectRows(sealer);
        this.fingerprints = new RecordFingerprint(sealer);
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("4");
    }

    @Override
    public String getDescription() {
        return "seal personal data";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        run(connection, """
                alter table credit.subject
                    alter column identifier drop not null,
                    add column identifier_sealed text,
                    add column identifier_mark text;
                alter table credit.subject_profile
                    drop column birth_date,
                    add column address_sealed text,
                    add column email_sealed text,
                    add column phone_sealed text;
                """);
        // Before the subjects: it needs their numbers in clear.
        markRecords(jdbc);
        sealProfiles(jdbc);
        sealSubjects(jdbc);
        run(connection, """
                alter table credit.subject
                    alter column identifier_mark set not null,
                    add unique (identifier_mark),
                    add constraint subject_person_sealed check (
                        (kind = 'PERSON') = (identifier is null) and (kind = 'PERSON') = (identifier_sealed is not null));
                alter table credit.subject_profile drop column address, drop column email, drop column phone;
                """);
        // Updated rows and dropped columns leave what they held on the disk; an expression over a column writes each
        // table anew.
        run(connection, """
                alter table credit.subject alter column registered_by type text using registered_by || '';
                alter table credit.subject_profile alter column recorded_by type text using recorded_by || '';
                alter table credit.record alter column recorded_by type text using recorded_by || '';
                """);
    }

    private void markRecords(JdbcClient jdbc) {
        record Marked(UUID id, String fingerprint) {}
        jdbc.sql("""
                        select r.id, r.regime, r.behaviour_code, s.identifier, r.document_number, r.handled_on
                          from credit.record r join credit.subject s on s.id = r.subject_id
                        """)
                .query((row, n) -> new Marked(
                        row.getObject("id", UUID.class),
                        fingerprints.of(
                                row.getString("regime"),
                                row.getString("behaviour_code"),
                                row.getString("identifier"),
                                row.getString("document_number"),
                                row.getObject("handled_on", LocalDate.class))))
                .list()
                .forEach(marked -> jdbc.sql("update credit.record set fingerprint = ? where id = ?")
                        .params(marked.fingerprint(), marked.id())
                        .update());
    }

    private void sealProfiles(JdbcClient jdbc) {
        record Sealed(UUID subjectId, int seq, List<String> contacts) {}
        jdbc.sql("select subject_id, seq, address, email, phone from credit.subject_profile")
                .query((row, n) ->
                        new Sealed(row.getObject("subject_id", UUID.class), row.getInt("seq"), contacts(row)))
                .list()
                .forEach(one -> jdbc.sql("""
                                update credit.subject_profile set address_sealed = ?, email_sealed = ?, phone_sealed = ?
                                 where subject_id = ? and seq = ?
                                """)
                        .param(1, one.contacts().get(0))
                        .param(2, one.contacts().get(1))
                        .param(3, one.contacts().get(2))
                        .param(4, one.subjectId())
                        .param(5, one.seq())
                        .update());
    }

    private List<String> contacts(ResultSet row) throws SQLException {
        UUID subjectId = row.getObject("subject_id", UUID.class);
        int seq = row.getInt("seq");
        String[] sealed = new String[CONTACTS.size()];
        for (int i = 0; i < sealed.length; i++) {
            String column = CONTACTS.get(i);
            sealed[i] = rows.sealContact(row.getString(column), column, subjectId, seq);
        }
        return Arrays.asList(sealed);
    }

    private void sealSubjects(JdbcClient jdbc) {
        record Subject(UUID id, boolean person, String identifier) {}
        jdbc.sql("select id, kind, identifier from credit.subject")
                .query((row, n) -> new Subject(
                        row.getObject("id", UUID.class),
                        row.getString("kind").equals("PERSON"),
                        row.getString("identifier")))
                .list()
                .forEach(subject -> jdbc.sql("""
                                update credit.subject set identifier = ?, identifier_sealed = ?, identifier_mark = ?
                                 where id = ?
                                """)
                        .param(1, subject.person() ? null : subject.identifier())
                        .param(2, subject.person() ? rows.sealIdentifier(subject.identifier(), subject.id()) : null)
                        .param(3, rows.mark(subject.identifier()))
                        .param(4, subject.id())
                        .update());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
