package org.xincheng.credit.privacy.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** A hostile application: it has all rights of the application's database role and calls the function past the store. */
@XinchengTest
class RedactFunctionTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Subjects subjects;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    private UUID person;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
        person = CaseFixture.on(beans)
                .record(CaseFixture.person("函数人员"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20))
                .subjectId();
    }

    @Test
    void withoutAnApprovedOrderNothingIsReplaced() {
        refused(UUID.randomUUID(), "principal1", "there is no such order");
        refused(null, "principal1", "there is no such order");
        var order = order(person, "officer1");
        refused(order, "principal1", "not approved");
        review(order, false, "principal1");
        refused(order, "principal1", "not approved");
        assertThat(untouched()).isTrue();
    }

    @Test
    void anOrderApprovedByItsProposerIsNone() {
        var order = order(person, "officer1");
        review(order, true, "officer1");
        refused(order, "officer1", "not two persons");
        refused(order, "principal1", "not two persons");
        assertThat(untouched()).isTrue();
    }

    @Test
    void onlyTheApproverExecutes() {
        var order = order(person, "officer1");
        review(order, true, "principal1");
        refused(order, "officer1", "another one executes");
        refused(order, null, "another one executes");
        assertThat(untouched()).isTrue();
    }

    @Test
    void anOpenCaseAndAUnitAreRefusedByTheDatabaseToo() {
        var cases = CaseFixture.on(beans);
        cases.open(cases.record(CaseFixture.person("开案人员"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20)));
        var opened = cases.open(
                cases.record(CaseFixture.person("开案人员二"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20)));
        var order = order(opened.subjectId(), "officer1");
        review(order, true, "principal1");
        refused(order, "principal1", "a case is open");
        var unit = cases.record(CaseFixture.unit("函数公司"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20));
        var unitOrder = order(unit.subjectId(), "officer1");
        review(unitOrder, true, "principal1");
        refused(unitOrder, "principal1", "only natural persons");
        assertThat(subjects.get(opened.subjectId()).isRedacted()).isFalse();
        assertThat(subjects.get(unit.subjectId()).isRedacted()).isFalse();
    }

    @Test
    void anOrderIsExecutedOnceAndAPersonToo() {
        var order = order(person, "officer1");
        review(order, true, "principal1");
        call(order, "principal1");
        assertThat(subjects.get(person).isRedacted()).isTrue();
        refused(order, "principal1", "it has been executed");
        var second = order(person, "officer2");
        review(second, true, "principal1");
        refused(second, "principal1", "it has been executed");
        assertThat(jdbc.sql("select count(*) from credit.redaction where subject_id = ?")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update credit.subject set redacted_at = now()",
                "update credit.subject_profile set name = 'x'",
                "update credit.letter set html = 'x'",
                "update credit.act set detail = '{}'",
                "update credit.consent set expires_on = '2099-01-01'",
                "delete from credit.consent_withdrawal",
                "update credit.redaction_review set approved = true",
                "delete from credit.redaction_order",
                "insert into credit.redaction (order_id) values (gen_random_uuid())",
                "delete from credit.redaction",
                "insert into credit.free_text values ('DraftSubmitted', 'measures')",
                "delete from credit.free_text",
                "select credit.redacted('{}', '{}')",
                "alter function credit.redact(uuid, text, timestamptz) owner to xincheng_app",
                "alter function credit.redact(uuid, text, timestamptz) security invoker",
                "drop function credit.redact(uuid, text, timestamptz)",
                "create or replace function credit.redact(o uuid, e text, a timestamptz) returns void language sql as ''"
            })
    void theApplicationHasNoOtherWay(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).query((row, n) -> n).list())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @Test
    void theFunctionIsTheOwnersWithItsOwnPath() {
        assertThat(jdbc.sql("""
                                select pg_get_userbyid(proowner) || ' ' || prosecdef || ' ' || array_to_string(proconfig, ';')
                                  from pg_proc where oid = 'credit.redact(uuid, text, timestamptz)'::regprocedure
                                """).query(String.class).single())
                .isEqualTo("xincheng_owner true search_path=pg_catalog, pg_temp");
    }

    private UUID order(UUID subject, String proposer) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into credit.redaction_order (id, number, subject_id, ground, basis, reason, proposed_at, proposed_by)
                        values (?, ?, ?, 'COURT_ORDER', '《样例》', '理由', ?, ?)
                        """)
                .params(id, "TM-" + id, subject, OffsetDateTime.now(clock()), proposer)
                .update();
        return id;
    }

    private void review(UUID order, boolean approved, String by) {
        jdbc.sql("""
                        insert into credit.redaction_review (order_id, approved, reason, reviewed_at, reviewed_by)
                        values (?, ?, '', ?, ?)
                        """).params(order, approved, OffsetDateTime.now(clock()), by).update();
    }

    private void call(UUID order, String by) {
        jdbc.sql("select credit.redact(cast(? as uuid), cast(? as text), ?)")
                .param(1, order)
                .param(2, by)
                .param(3, OffsetDateTime.now(clock()))
                .query((row, n) -> n)
                .list();
    }

    private java.time.Clock clock() {
        return beans.getBean(java.time.Clock.class);
    }

    private void refused(UUID order, String by, String why) {
        assertThatThrownBy(() -> call(order, by)).rootCause().isInstanceOfSatisfying(SQLException.class, refused -> {
            assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE);
            assertThat(refused.getMessage()).contains("redaction refused").contains(why);
        });
    }

    private boolean untouched() {
        var now = subjects.get(person);
        return !now.isRedacted() && now.profile().name().equals("函数人员");
    }
}
