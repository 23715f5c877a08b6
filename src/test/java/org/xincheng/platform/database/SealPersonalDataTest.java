package org.xincheng.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.record.RecordFingerprint;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.sealing.Keysets;
import org.xincheng.sealing.Sealer;
import org.xincheng.sealing.TestSealers;
import org.xincheng.support.Identifiers;
import org.xincheng.support.SealedStore;

/** A database of the time before the sealing becomes one in which nothing stands in clear and everything is found again. */
class SealPersonalDataTest {

    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID UNIT = UUID.randomUUID();
    private static final UUID RECORD = UUID.randomUUID();
    private static final String NUMBER = Identifiers.residentId(LocalDate.of(1985, 5, 20), 123);
    private static final String CODE = Identifiers.uscc(77_123_456);
    private static final List<String> CLEAR = List.of(
            NUMBER, "1985-05-20", "样例市旧址12号", "old@example.org", "13911112222", "new@example.org", "0771-2223334");

    private final Sealer sealer = TestSealers.with(Keysets.newDataKeys(), Keysets.newIndexKey());
    private final SealedStore store = new SealedStore();

    @Test
    void earlierDataIsSealedFoundAndNowhereLeftInClear() {
        store.migrate("2");
        fill(store.owner());
        assertThat(onDisk()).as("the search sees what is there").contains(NUMBER, "old@example.org");

        store.migrate("4", new SealPersonalData(sealer));

        Subject person = subject(PERSON);
        assertThat(person.kind()).isEqualTo(SubjectKind.PERSON);
        assertThat(person.identifier()).isEqualTo(NUMBER);
        assertThat(person.profile()).isEqualTo(new Subject.Profile(2, "样本人员甲", "", "new@example.org", "13911112222"));
        Subject unit = subject(UNIT);
        assertThat(unit.identifier()).isEqualTo(CODE);
        assertThat(unit.profile().phone()).isEqualTo("0771-2223334");
        assertThat(store.found(sealer, NUMBER)).containsExactly(PERSON);
        assertThat(store.found(sealer, CODE)).containsExactly(UNIT);
        assertThat(store.owner()
                        .sql("select fingerprint from credit.record")
                        .query(String.class)
                        .single())
                .isEqualTo(new RecordFingerprint(sealer)
                        .of("NANNING", "ITEM", NUMBER, "样罚(2026)1号", LocalDate.of(2026, 1, 20)));

        assertThat(columns()).doesNotContain("birth_date", "address", "email", "phone");
        assertThat(onDisk()).doesNotContain(CLEAR.toArray(String[]::new));
        assertThat(onDisk()).as("a unit's code is public").contains(CODE);
    }

    @Test
    void anEmptyDatabaseIsMigratedToo() {
        store.migrate("4", new SealPersonalData(sealer));
        assertThat(store.subjects(sealer)).isEmpty();
        assertThat(columns()).contains("address_sealed", "email_sealed", "phone_sealed");
    }

    private Subject subject(UUID id) {
        return store.subjects(sealer).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> columns() {
        return store.owner()
                .sql("select column_name from information_schema.columns where table_name = 'subject_profile'")
                .query(String.class)
                .list();
    }

    /** The files of the tables as the server keeps them, rows that are no longer valid included. */
    private String onDisk() {
        JdbcClient superuser = store.superuser();
        superuser.sql("checkpoint").update();
        StringBuilder files = new StringBuilder();
        for (String table : List.of("credit.subject", "credit.subject_profile", "credit.record")) {
            byte[] file = superuser
                    .sql("select pg_read_binary_file(pg_relation_filepath(?::regclass))")
                    .param(table)
                    .query(byte[].class)
                    .single();
            files.append(new String(file, StandardCharsets.UTF_8));
        }
        return files.toString();
    }

    private static void fill(JdbcClient owner) {
        subject(owner, PERSON, "PERSON", NUMBER);
        subject(owner, UNIT, "ENTERPRISE", CODE);
        profile(owner, PERSON, 1, LocalDate.of(1985, 5, 20), "样例市旧址12号", "old@example.org", "13911112222");
        profile(owner, PERSON, 2, LocalDate.of(1985, 5, 20), "", "new@example.org", "13911112222");
        profile(owner, UNIT, 1, null, "", "", "0771-2223334");
        owner.sql("""
                        insert into credit.behaviour (version, code, regime, list, section, behaviour_zh, points, conditions_zh, source)
                        values (1, 'ITEM', 'NANNING', '', '', '', 1, '', '')
                        """).update();
        owner.sql("""
                        insert into credit.record (id, number, subject_id, regime, behaviour_version, behaviour_code, fact, evidence,
                            document_kind, document_number, document_issuer, issuer_level, document_date, document_effective_on,
                            handled_on, severity, points, correction_ordered, correction_made, fingerprint, recorded_at, recorded_by)
                        values (?, 'SX-1', ?, 'NANNING', 1, 'ITEM', '', '', '', '样罚〔2026〕1号', '', 'CITY', '2026-01-10', '2026-01-10',
                            '2026-01-20', 'MINOR', 1, false, false, 'plain hash', now(), 'data1')
                        """).params(RECORD, PERSON).update();
    }

    private static void subject(JdbcClient owner, UUID id, String kind, String identifier) {
        owner.sql(
                        "insert into credit.subject (id, kind, identifier, registered_at, registered_by) values (?, ?, ?, now(), 'data1')")
                .params(id, kind, identifier)
                .update();
    }

    private static void profile(
            JdbcClient owner, UUID subject, int seq, LocalDate birth, String address, String email, String phone) {
        owner.sql("""
                        insert into credit.subject_profile (subject_id, seq, name, birth_date, address, email, phone,
                            electronic_consent, recorded_at, recorded_by)
                        values (?, ?, '样本人员甲', ?, ?, ?, ?, true, now(), 'data1')
                        """)
                .param(1, subject)
                .param(2, seq)
                .param(3, birth)
                .param(4, address)
                .param(5, email)
                .param(6, phone)
                .update();
    }
}
