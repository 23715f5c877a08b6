package org.xincheng.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.procedure.listing.ListingProcedure;
import org.xincheng.support.Browser;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.TestPostgres;
import org.xincheng.support.XinchengTest;

/** Where the log cannot be written or chained, nothing is done and nothing is shown (DESIGN §6, 14). */
@XinchengTest
class UnloggedActsFailTest {

    private static final String COLUMNS = "(kind, at, actor, action, object, outcome, subject_id, purpose, way)";

    /** The right to write entries is gone: the statement fails. */
    private static final String NO_RIGHT = "revoke insert " + COLUMNS + " on audit.entry from xincheng_app";

    /** Links cannot be written: the commit fails. */
    private static final String NO_LINKS = "alter table audit.link rename to link_away";

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ListingProcedure procedure;

    @Autowired
    RuntimeService runtime;

    private final NewSubject person = CaseFixture.person("周样例");
    private CaseFixture cases;
    private LegalCase opened;
    private Browser officer;
    private Browser department;

    @BeforeEach
    void aCase() {
        clock.at("2026-03-02T09:00");
        cases = CaseFixture.on(beans);
        opened = cases.open(cases.record(person, "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20)));
        officer = new Browser(port).signIn("officer1", "officer1-demo");
        department = new Browser(port).signIn("dept1", "dept1-demo");
    }

    @AfterEach
    void repair() {
        superuser().sql("alter table if exists audit.link_away rename to link").update();
        superuser()
                .sql("grant insert " + COLUMNS + " on audit.entry to xincheng_app")
                .update();
        assertThat(beans.getBean(AuditChain.class)
                        .verify(java.util.Optional.empty(), read -> {})
                        .intact())
                .isTrue();
        assertThat(officer.get("/cases/" + opened.number()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_RIGHT, NO_LINKS})
    void aReadingShowsNothing(String damage) {
        long before = entries();
        superuser().sql(damage).update();
        for (String path : new String[] {"/cases/" + opened.number(), "/cases?q=" + opened.number(), "/records"}) {
            var answer = officer.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(500);
            assertThat(answer.body()).contains("未能完成").doesNotContain("周", person.identifier(), "audit.");
        }
        for (String path : new String[] {
            "/api/cases/" + opened.number(),
            "/api/checks?purpose=x&uscc=" + CaseFixture.unit("样例未记公司").identifier()
        }) {
            var answer = department.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).doesNotContain("周", person.identifier(), "listings", "audit.");
        }
        assertThat(entries()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_RIGHT, NO_LINKS})
    void aCommandDoesNothing(String damage) {
        var record = cases.record(CaseFixture.unit("样例未立公司"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20));
        long facts = facts();
        long processes = runtime.createProcessInstanceQuery().count();
        superuser().sql(damage).update();

        assertThatThrownBy(() -> cases.draft(opened, "")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() ->
                        cases.record(CaseFixture.unit("样例未录公司"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2026, 2, 20)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> procedure.start(record.number(), "officer1")).isInstanceOf(RuntimeException.class);
        var answer = officer.submit("/login", "/cases", Map.of("recordNumber", record.number()));
        assertThat(answer.statusCode()).isEqualTo(500);

        assertThat(facts()).isEqualTo(facts);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(processes);
    }

    @Test
    void theSameActsGoThroughWhereTheLogIsWhole() {
        long facts = facts();
        cases.draft(opened, "");
        assertThat(facts()).isGreaterThan(facts);
        assertThat(officer.get("/cases/" + opened.number()).body()).contains("周*");
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit.entry").query(Long.class).single();
    }

    /** All that a command could have left behind. */
    private long facts() {
        return jdbc.sql("select (select count(*) from credit.act) + (select count(*) from credit.record)"
                        + " + (select count(*) from credit.legal_case) + (select count(*) from credit.subject)"
                        + " + (select count(*) from credit.deadline) + (select count(*) from credit.letter)")
                .query(Long.class)
                .single();
    }

    private JdbcClient superuser() {
        String database =
                jdbc.sql("select current_database()").query(String.class).single();
        return JdbcClient.create(TestPostgres.server().dataSource("postgres", database));
    }
}
