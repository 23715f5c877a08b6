package org.xincheng.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile statement reaches that runs with the application's own rights: nothing of the log that is written. */
class AuditRightsTest {

    private static final String ENTRY = "insert into audit.entry (kind, at, actor, action, object, outcome)"
            + " values ('COMMAND', now(), 'a', 'b', 'c', 'd')";

    private static AuditDatabase database;

    @BeforeAll
    static void threeCommands() {
        database = AuditDatabase.migrated();
        database.commands(3);
    }

    @AfterEach
    void theChainIsStillWhole() {
        var verified = database.verify();
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.links()).isEqualTo(database.count("audit.entry")).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into audit.link select 4, 4, hash, hash from audit.link where seq = 3",
                "update audit.link set hash = hash",
                "delete from audit.link",
                "truncate audit.link",
                "do $$ begin lock table audit.link in exclusive mode; end $$",
                "select * from audit.link for update",
                "update audit.entry set actor = 'x'",
                "delete from audit.entry",
                "truncate audit.entry",
                "insert into audit.entry (id, kind, at, actor, action, object, outcome) overriding system value"
                        + " values (9000000000000000000, 'COMMAND', now(), 'a', 'b', 'c', 'd')",
                "select setval('audit.entry_id_seq', 1)",
                "select audit.append_link(e) from audit.entry e",
                "select audit.canonical_form(e) from audit.entry e",
                "alter table audit.entry disable trigger link_entry",
                "alter table audit.entry disable trigger all",
                "drop trigger link_entry on audit.entry",
                "create trigger mine before insert on audit.entry for each row execute function suppress_redundant_updates_trigger()",
                "create rule mine as on insert to audit.entry do instead nothing",
                "alter table audit.entry drop column actor",
                "create or replace function audit.link_entry() returns trigger language plpgsql as 'begin return null; end'",
                "alter function audit.link_entry() security invoker",
                "create temp table link (seq bigint)",
                "set session_replication_role = replica",
                "set role xincheng_owner",
                "set session authorization xincheng_owner",
                "update audit.review set seed = ''",
                "delete from audit.review_item",
                "update audit.review_verdict set verdict = 'COMPLIANT'"
            })
    void isRefused(String statement) {
        assertThatThrownBy(() -> database.application().sql(statement).update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getMessage())
                                .matches("(?s).*(permission denied|must be owner|must be able to SET ROLE).*"));
    }

    @Test
    void theTriggersFunctionCannotBeUsedOnATableOfOnesOwn() {
        database.application()
                .sql("create table public.bait (like audit.entry)")
                .update();
        assertThatThrownBy(() -> database.application()
                        .sql(
                                "create trigger mine after insert on public.bait for each row execute function audit.link_entry()")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied for function");
        assertThatThrownBy(() ->
                        database.application().sql("select audit.link_entry()").update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|can only be called as triggers).*");
    }

    @Test
    void theApplicationGrantsItselfNothing() {
        database.application()
                .sql("grant insert, update, delete on audit.link to xincheng_app")
                .update();
        assertThat(database.application()
                        .sql("select has_table_privilege('audit.link', 'insert, update, delete')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void constraintsSetToImmediateChainAtOnce() {
        long before = database.count("audit.link");
        database.inTransaction(() -> {
            database.application().sql("set constraints all immediate").update();
            database.application().sql(ENTRY).update();
            assertThat(database.application()
                            .sql("select count(*) from audit.link")
                            .query(Long.class)
                            .single())
                    .isEqualTo(before + 1);
        });
        database.inTransaction(() -> {
            database.application().sql(ENTRY).update();
            database.application().sql("set constraints all deferred").update();
        });
        assertThat(database.count("audit.link")).isEqualTo(before + 2);
    }

    @Test
    void functionsOfTheSameNameElsewhereAreNotCalled() {
        database.application()
                .sql("create function public.sha256(bytea) returns bytea language sql as $$ select '\\x00'::bytea $$")
                .update();
        database.application()
                .sql(
                        "create function public.int8send(bigint) returns bytea language sql as $$ select '\\x00'::bytea $$")
                .update();
        database.inTransaction(() -> {
            database.application()
                    .sql("set local search_path = public, pg_catalog")
                    .update();
            database.application().sql(ENTRY).update();
        });
        assertThat(database.verify().intact()).isTrue();
    }

    @Test
    void anEntryIsACommandOrAReadingAndWhole() {
        for (String values : List.of(
                "('COMMAND', now(), 'a', null, null, null, null, null)",
                "('READ', now(), 'a', 'b', 'c', 'd', 'e', 'f')",
                "('READ', now(), 'a', null, null, null, null, '/x')",
                "('OTHER', now(), 'a', 'b', 'c', 'd', null, null)",
                "('COMMAND', null, 'a', 'b', 'c', 'd', null, null)",
                "('COMMAND', now(), null, 'b', 'c', 'd', null, null)",
                "('COMMAND', 'infinity', 'a', 'b', 'c', 'd', null, null)")) {
            assertThatThrownBy(() -> database.application()
                            .sql(
                                    "insert into audit.entry (kind, at, actor, action, object, outcome, purpose, way) values "
                                            + values)
                            .update())
                    .as(values)
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
