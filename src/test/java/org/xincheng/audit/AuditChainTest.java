package org.xincheng.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xincheng.audit.Finding.Kind;

/** The chain as the database makes it and as Java recomputes it; then every way to tamper with it, by somebody whom no right binds. */
class AuditChainTest {

    private static AuditDatabase database;

    @BeforeAll
    static void migrate() {
        database = AuditDatabase.migrated();
    }

    @BeforeEach
    void tenCommands() {
        database.empty();
        database.commands(10);
    }

    @Test
    void whatTheDatabaseChainsIsWhatIsRecomputed() {
        database.commandAndReading("样信认决〔2026〕1号;~;3:abc;\n\"𠮷\"", UUID.randomUUID(), "");
        database.commandAndReading("", null, "核验：5:;~;");
        var told = new ArrayList<Long>();
        var verified = database.chain().verify(Optional.empty(), told::add);
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.intact()).isTrue();
        assertThat(verified.links()).isEqualTo(14);
        assertThat(verified.head().seq()).isEqualTo(14);
        assertThat(verified.head()).isEqualTo(database.chain().head());
        assertThat(told).containsExactly(14L);
        assertThat(Anchor.parse(verified.head().toString())).contains(verified.head());
    }

    @Test
    void anEmptyLogIsWholeAndHasABeginning() {
        database.empty();
        assertThat(database.verify().intact()).isTrue();
        assertThat(database.chain().head()).isEqualTo(new Anchor(0, "0".repeat(64)));
        assertThat(database.verify(database.chain().head()).intact()).isTrue();
    }

    @Test
    void whatIsRolledBackLeavesNoLink() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    database.application().sql(insertOf("T-rolled-back")).update();
                    throw new IllegalStateException("the act fails");
                }))
                .hasMessage("the act fails");
        assertThat(database.count("audit.link")).isEqualTo(10);
        assertThat(database.verify().intact()).isTrue();
    }

    @Test
    void theRowsOfEarlierVersionsAreTakenOverAndChained() {
        var old = AuditDatabase.of("2");
        old.superuser().sql("""
                        insert into audit.entry (at, actor, action, object, outcome)
                        values ('2026-01-02 09:00+08', 'officer1', 'test.act', 'RD-1', 'done'),
                               ('2026-01-04 09:00+08', 'officer1', 'test.act', 'RD-2', 'done')
                        """).update();
        var subject = UUID.randomUUID();
        old.superuser()
                .sql("insert into audit.read_log (at, actor, subject_id, purpose, way)"
                        + " values ('2026-01-03 09:00+08', 'dept1', ?, '招标核验', '/api/checks')")
                .param(subject)
                .update();
        old.migrateToTheNewest();
        assertThat(old.superuser()
                        .sql(
                                "select coalesce(action, way) from audit.link join audit.entry on id = entry_id order by seq")
                        .query(String.class)
                        .list())
                .containsExactly("test.act", "/api/checks", "test.act");
        assertThat(old.superuser()
                        .sql(
                                "select purpose from audit.entry where kind = 'READ' and subject_id = ? and actor = 'dept1'")
                        .param(subject)
                        .query(String.class)
                        .single())
                .isEqualTo("招标核验");
        old.commands(1);
        assertThat(old.verify().intact()).isTrue();
        assertThat(old.verify().links()).isEqualTo(4);
    }

    @Test
    void aChangedRowIsFound() {
        for (String change : List.of(
                "actor = 'officer2'",
                "outcome = 'don'",
                "at = at + interval '1 microsecond'",
                "action = 'test.ac', object = 't' || object")) {
            database.empty();
            database.commands(3);
            tamper("update audit.entry set " + change + " where object = 'T-2'");
            assertThat(database.verify().findings()).as(change).containsExactly(found(Kind.CHANGED, 2));
            assertThat(database.verify().intact()).isFalse();
        }
    }

    @Test
    void aRowBentPastTheTablesOwnConditionsIsFound() {
        database = AuditDatabase.migrated();
        database.commands(10);
        tamper("alter table audit.entry drop constraint entry_kind, alter column at drop not null");
        tamper("update audit.entry set kind = 'NOTHING' where object = 'T-2'");
        tamper("update audit.entry set at = 'infinity' where object = 'T-4'");
        tamper("update audit.entry set at = null where object = 'T-6'");
        assertThat(database.verify().findings())
                .containsExactly(found(Kind.CHANGED, 2), found(Kind.CHANGED, 4), found(Kind.CHANGED, 6));
        migrate();
    }

    @Test
    void aMissingRowIsFound() {
        long gone = database.idOf("T-5");
        tamper("delete from audit.entry where object = 'T-5'");
        assertThat(database.verify().findings()).containsExactly(new Finding(Kind.MISSING_ENTRY, 5, 5, gone));
    }

    @Test
    void rowsMissingWithTheirLinksAreFound() {
        tamper("delete from audit.entry where object in ('T-5', 'T-6')");
        tamper("delete from audit.link where seq in (5, 6)");
        assertThat(database.verify().findings()).containsExactly(new Finding(Kind.MISSING_LINK, 5, 6, 0));
    }

    @Test
    void closingTheGapIsFound() {
        tamper("delete from audit.entry where object = 'T-9'");
        tamper("delete from audit.link where seq = 9");
        tamper("update audit.link set seq = 9 where seq = 10");
        assertThat(database.verify().findings())
                .contains(Finding.at(Kind.BROKEN, 9, database.idOf("T-10")))
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Kind.BROKEN, Kind.CHANGED);
    }

    @Test
    void swappedRowsAreFound() {
        tamper(
                "update audit.link l set entry_id = -(select entry_id from audit.link o where o.seq = 9 - l.seq) where seq in (3, 6)");
        tamper("update audit.link set entry_id = -entry_id where entry_id < 0");
        assertThat(database.verify().findings())
                .containsExactly(
                        Finding.at(Kind.REORDERED, 3, database.idOf("T-6")),
                        Finding.at(Kind.REORDERED, 6, database.idOf("T-3")));
    }

    @Test
    void swappedLinksAreFound() {
        tamper("update audit.link set seq = 1009 - seq where seq in (3, 6)");
        tamper("update audit.link set seq = seq - 1000 where seq > 1000");
        assertThat(database.verify().findings())
                .contains(
                        Finding.at(Kind.REORDERED, 3, database.idOf("T-6")),
                        Finding.at(Kind.REORDERED, 6, database.idOf("T-3")))
                .filteredOn(finding -> finding.kind() == Kind.BROKEN)
                .extracting(Finding::seq)
                .containsExactly(3L, 4L, 6L, 7L);
    }

    @Test
    void aTailThatIsCutOffIsFoundByTheAnchorOnly() {
        Anchor kept = database.chain().head();
        tamper("delete from audit.link where seq > 8");
        tamper("delete from audit.entry where object in ('T-9', 'T-10')");
        assertThat(database.verify().intact())
                .as("without an anchor it looks whole")
                .isTrue();
        assertThat(database.verify(kept).findings()).containsExactly(new Finding(Kind.CUT_OFF, 9, 10, 0));
        database.commands(5);
        assertThat(database.verify(kept).findings())
                .as("and when the log has grown again")
                .hasSize(1);
        assertThat(database.verify(kept).findings().get(0).kind()).isEqualTo(Kind.REWRITTEN);
    }

    @Test
    void aChainMadeAnewIsFoundByTheAnchorOnly() {
        Anchor early = new Anchor(
                2,
                HexFormat.of()
                        .formatHex(database.superuser()
                                .sql("select hash from audit.link where seq = 2")
                                .query(byte[].class)
                                .single()));
        Anchor late = database.chain().head();
        tamper("update audit.entry set actor = 'officer2' where object = 'T-5'");
        tamper("delete from audit.link where seq >= 5");
        tamper("do $$ declare e audit.entry; begin for e in select x.* from audit.entry x where not exists"
                + " (select from audit.link l where l.entry_id = x.id) order by x.id loop"
                + " perform audit.append_link(e); end loop; end $$");
        assertThat(database.verify().intact())
                .as("without an anchor it looks whole")
                .isTrue();
        assertThat(database.verify(early).intact()).as("the change came after").isTrue();
        assertThat(database.verify(late).findings()).containsExactly(found(Kind.REWRITTEN, 10));
    }

    @Test
    void anInsertedRowIsFound() {
        long forged = database.forge("T-forged");
        assertThat(database.verify().findings()).containsExactly(new Finding(Kind.FORGED, 0, 0, forged));
    }

    @Test
    void anInsertedRowWithALinkOfItsOwnIsFound() {
        long forged = database.forge("T-forged");
        tamper("insert into audit.link select 11, " + forged + ", hash, sha256(hash) from audit.link where seq = 10");
        assertThat(database.verify().findings()).containsExactly(new Finding(Kind.CHANGED, 11, 11, forged));
    }

    @Test
    void aReplicasSessionIsChainedToo() {
        tamper("set session_replication_role = replica; " + insertOf("T-replica") + "; reset session_replication_role");
        assertThat(database.verify().intact()).isTrue();
        assertThat(database.count("audit.link")).isEqualTo(11);
    }

    @Test
    void anAnchorIsSeqAndHash() {
        for (String text :
                List.of("", "12", "12:", ":" + "0".repeat(64), "12:" + "0".repeat(63), "-1:" + "0".repeat(64), "x")) {
            assertThat(Anchor.parse(text)).as(text).isEmpty();
        }
        assertThat(Anchor.parse(" 12:" + "0f".repeat(32) + "\n")).contains(new Anchor(12, "0f".repeat(32)));
    }

    private Finding found(Kind kind, long seq) {
        return Finding.at(
                kind,
                seq,
                database.superuser()
                        .sql("select entry_id from audit.link where seq = ?")
                        .param(seq)
                        .query(Long.class)
                        .single());
    }

    private static void tamper(String sql) {
        database.superuser().sql(sql).update();
    }

    private static String insertOf(String object) {
        return "insert into audit.entry (kind, at, actor, action, object, outcome) values ('COMMAND', now(), 'a', 'b', '"
                + object + "', 'd')";
    }
}
