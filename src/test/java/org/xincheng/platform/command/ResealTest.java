package org.xincheng.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.record.RecordFingerprint;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.SubjectRows;
import org.xincheng.platform.database.EmbeddedServer;
import org.xincheng.platform.database.SealingMigration;
import org.xincheng.sealing.Keysets;
import org.xincheng.sealing.Sealer;
import org.xincheng.sealing.TestSealers;
import org.xincheng.support.Identifiers;
import org.xincheng.support.SealedStore;
import org.xincheng.support.TestPostgres;

/** Keys are changed: everything is sealed again, from the command line, and then the old keys are gone. */
class ResealTest {

    /** More than two batches. */
    private static final int PERSONS = 2 * Reseal.BATCH + 20;

    private final String oldKeys = Keysets.newDataKeys();
    private final String oldIndex = Keysets.newIndexKey();
    private final String rotated = Keysets.withNewPrimary(oldKeys);
    private final String newIndex = Keysets.newIndexKey();
    private final String retired = Keysets.primaryOnly(rotated);

    private final SealedStore store = new SealedStore();
    private final List<UUID> ids = new ArrayList<>();
    private List<Subject> before;

    @BeforeEach
    void fill() {
        Sealer sealer = TestSealers.with(oldKeys, oldIndex);
        store.migrate("8", SealingMigration.with(sealer));
        for (int i = 0; i < PERSONS; i++) {
            addPerson(new SubjectRows(sealer), i);
        }
        addRecord(new RecordFingerprint(sealer));
        before = store.subjects(sealer);
        assertThat(before).hasSize(PERSONS);
    }

    @Test
    void afterwardsTheOldKeysAreNotNeeded() {
        assertThat(reseal(rotated, newIndex)).contains("Done").contains("credit.subject.identifier_sealed: " + PERSONS);

        Sealer later = TestSealers.with(retired, newIndex);
        assertThat(store.subjects(later)).isEqualTo(before);
        assertThat(store.found(later, number(7))).hasSize(1);
        assertThat(store.found(TestSealers.with(retired, oldIndex), number(7))).isEmpty();
        assertThat(fingerprint()).isEqualTo(fingerprint(new RecordFingerprint(later)));
        assertThatThrownBy(() -> store.subjects(TestSealers.with(oldKeys, oldIndex)))
                .as("nothing is left of the old key")
                .rootCause()
                .hasMessageContaining("decryption failed");

        assertThat(reseal(rotated, newIndex))
                .as("a second time nothing is changed")
                .contains("Done / 完成: 0");
        assertThat(entries())
                .containsExactly("begun", "done, " + expectedChanges() + " changed", "begun", "done, 0 changed");
    }

    @Test
    void stoppedHalfWayItIsRunAgainAndGoesOn() {
        UUID broken = before.get(Reseal.BATCH + 20).id();
        String whole = sealed(broken);
        store.owner()
                .sql("update credit.subject set identifier_sealed = ? where id = ?")
                .params(whole.substring(0, whole.length() - 8) + "AAAAAAA=", broken)
                .update();

        String said = reseal(rotated, newIndex);

        assertThat(said)
                .contains("Stopped")
                .contains("cannot open subject.identifier/" + broken)
                .doesNotContain("Done");
        byte[] prefix = TestSealers.with(rotated, newIndex).primaryPrefix();
        assertThat(sealedWith(prefix)).as("the batches before it stay").isEqualTo(Reseal.BATCH);
        assertThat(entries()).containsExactly("begun", "stopped, " + Reseal.BATCH + " changed");

        store.owner()
                .sql("update credit.subject set identifier_sealed = ? where id = ?")
                .params(whole, broken)
                .update();
        assertThat(reseal(rotated, newIndex))
                .contains("credit.subject.identifier_sealed: " + (PERSONS - Reseal.BATCH))
                .contains("Done");
        assertThat(store.subjects(TestSealers.with(retired, newIndex))).isEqualTo(before);
    }

    @Test
    void everySealedColumnOfTheDatabaseIsKnown() {
        assertThat(SealedColumn.ALL.stream().map(SealedColumn::name))
                .containsAll(store.owner().sql("""
                                select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                                 where table_schema in ('credit', 'platform', 'audit') and column_name like '%\\_sealed'
                                """).query(String.class).list());
    }

    private static int expectedChanges() {
        // Number, phone and mark of each person, e-mail of every second one, one fingerprint.
        return 3 * PERSONS + PERSONS / 2 + 1;
    }

    private String reseal(String dataKeys, String indexKey) {
        PrintStream console = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            String url = TestPostgres.server().jdbcUrl(store.database());
            int code = Commands.run(
                    "reseal",
                    "--spring.profiles.active=production",
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=" + EmbeddedServer.APPLICATION_ROLE,
                    "--spring.datasource.password=trusted",
                    "--spring.flyway.user=" + EmbeddedServer.OWNER_ROLE,
                    "--spring.flyway.password=trusted",
                    "--xincheng.sealing.data-keys=" + dataKeys,
                    "--xincheng.sealing.index-key=" + indexKey);
            String text = said.toString(StandardCharsets.UTF_8);
            assertThat(code).as(text).isEqualTo(text.contains("Done") ? 0 : 1);
            return text;
        } finally {
            System.setOut(console);
        }
    }

    private List<String> entries() {
        return store.owner()
                .sql("select outcome from audit.entry where action = 'sealing.reseal' order by id")
                .query(String.class)
                .list();
    }

    private String sealed(UUID id) {
        return store.owner()
                .sql("select identifier_sealed from credit.subject where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private long sealedWith(byte[] prefix) {
        return store.owner()
                .sql(
                        "select count(*) from credit.subject where substring(decode(identifier_sealed, 'base64') from 1 for 5) = ?")
                .param(prefix)
                .query(Long.class)
                .single();
    }

    private void addPerson(SubjectRows rows, int i) {
        UUID id = UUID.randomUUID();
        ids.add(id);
        JdbcClient owner = store.owner();
        owner.sql("""
                        insert into credit.subject (id, kind, identifier_sealed, identifier_mark, registered_at, registered_by)
                        values (?, 'PERSON', ?, ?, now(), 'data1')
                        """)
                .params(id, rows.sealIdentifier(number(i), id), rows.mark(number(i)))
                .update();
        owner.sql("""
                        insert into credit.subject_profile (subject_id, seq, name, email_sealed, phone_sealed, electronic_consent,
                            recorded_at, recorded_by) values (?, 1, '样本人员', ?, ?, false, now(), 'data1')
                        """)
                .param(1, id)
                .param(2, i % 2 == 0 ? rows.sealContact("p" + i + "@example.org", "email", id, 1) : null)
                .param(3, rows.sealContact("1390000" + i, "phone", id, 1))
                .update();
    }

    private static String number(int i) {
        return Identifiers.residentId(LocalDate.of(1980, 1, 1).plusDays(i), i);
    }

    private void addRecord(RecordFingerprint fingerprints) {
        JdbcClient owner = store.owner();
        owner.sql("""
                        insert into credit.behaviour (version, code, regime, list, section, behaviour_zh, points, conditions_zh, source)
                        values (1, 'ITEM', 'NANNING', '', '', '', 1, '', '')
                        """).update();
        owner.sql("""
                        insert into credit.record (id, number, subject_id, regime, behaviour_version, behaviour_code, fact, evidence,
                            document_kind, document_number, document_issuer, issuer_level, document_date, document_effective_on,
                            handled_on, severity, points, correction_ordered, correction_made, fingerprint, recorded_at, recorded_by)
                        values (?, 'SX-1', ?, 'NANNING', 1, 'ITEM', '', '', '', '样罚〔2026〕1号', '', 'CITY', '2026-01-10', '2026-01-10',
                            '2026-01-20', 'MINOR', 1, false, false, ?, now(), 'data1')
                        """)
                .params(UUID.randomUUID(), ids.get(0), fingerprint(fingerprints))
                .update();
    }

    private static String fingerprint(RecordFingerprint fingerprints) {
        return fingerprints.of("NANNING", "ITEM", number(0), "样罚〔2026〕1号", LocalDate.of(2026, 1, 20));
    }

    private String fingerprint() {
        return store.owner()
                .sql("select fingerprint from credit.record")
                .query(String.class)
                .single();
    }
}
