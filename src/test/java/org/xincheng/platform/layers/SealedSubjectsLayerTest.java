package org.xincheng.platform.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xincheng.credit.subject.SubjectRows;
import org.xincheng.platform.database.SealingMigration;
import org.xincheng.sealing.Keysets;
import org.xincheng.sealing.Sealer;
import org.xincheng.sealing.TestSealers;
import org.xincheng.support.SealedStore;

/** The layer looks at the real tables: with other keys, or with a column in clear, it does not hold. */
class SealedSubjectsLayerTest {

    private static final String NUMBER = "45010219900101001X";

    private final String dataKeys = Keysets.newDataKeys();
    private final String indexKey = Keysets.newIndexKey();
    private final SealedStore store = new SealedStore();

    @BeforeEach
    void fill() {
        Sealer sealer = TestSealers.with(dataKeys, indexKey);
        store.migrate("4", SealingMigration.with(sealer));
        assertThat(gap(dataKeys, indexKey)).as("an empty table").isEmpty();
        SubjectRows rows = new SubjectRows(sealer);
        for (UUID id : new UUID[] {new UUID(1, 1), new UUID(2, 2)}) {
            store.owner()
                    .sql("""
                            insert into credit.subject (id, kind, identifier_sealed, identifier_mark, registered_at, registered_by)
                            values (?, 'PERSON', ?, ?, now(), 'data1')
                            """)
                    .params(id, rows.sealIdentifier(NUMBER + id, id), rows.mark(NUMBER + id))
                    .update();
            store.owner().sql("""
                            insert into credit.subject_profile (subject_id, seq, name, electronic_consent, recorded_at, recorded_by)
                            values (?, 1, '样本人员', false, now(), 'data1')
                            """).param(id).update();
        }
    }

    @Test
    void holdsWithTheRightKeys() {
        assertThat(gap(dataKeys, indexKey)).isEmpty();
        assertThat(gap(Keysets.withNewPrimary(dataKeys), indexKey)).isEmpty();
    }

    @Test
    void otherKeysAreNoticed() {
        assertThat(gap(dataKeys, Keysets.newIndexKey()))
                .hasValueSatisfying(gap -> assertThat(gap).contains("XINCHENG_INDEX_KEY", "reseal"));
        assertThat(gap(Keysets.newDataKeys(), indexKey))
                .hasValueSatisfying(gap -> assertThat(gap).contains("XINCHENG_DATA_KEYS"));
    }

    @Test
    void marksMadeAnewHalfWayAreNoticed() {
        String newIndex = Keysets.newIndexKey();
        UUID first = new UUID(1, 1);
        store.owner()
                .sql("update credit.subject set identifier_mark = ? where id = ?")
                .params(new SubjectRows(TestSealers.with(dataKeys, newIndex)).mark(NUMBER + first), first)
                .update();
        assertThat(gap(dataKeys, newIndex)).isPresent();
        assertThat(gap(dataKeys, indexKey)).isPresent();
    }

    @Test
    void aColumnInClearIsNoticed() {
        store.owner()
                .sql("alter table credit.subject_profile add column phone text")
                .update();
        assertThat(gap(dataKeys, indexKey))
                .hasValueSatisfying(gap -> assertThat(gap).contains("明文"));
    }

    @Test
    void aPersonInClearIsNoticed() {
        store.owner()
                .sql("alter table credit.subject drop constraint subject_person_sealed")
                .update();
        store.owner()
                .sql("update credit.subject set identifier = '1' where id = ?")
                .param(new UUID(2, 2))
                .update();
        assertThat(gap(dataKeys, indexKey))
                .hasValueSatisfying(gap -> assertThat(gap).contains("明文"));
    }

    private Optional<String> gap(String data, String index) {
        return new SealedSubjectsLayer(store.owner(), new SubjectRows(TestSealers.with(data, index))).gap();
    }
}
