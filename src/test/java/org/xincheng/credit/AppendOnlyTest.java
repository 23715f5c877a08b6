package org.xincheng.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.support.XinchengTest;

/** The application's database role can add legal facts and read them, and nothing else (DESIGN §6, 13). */
@XinchengTest
class AppendOnlyTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from credit.record",
                "update credit.record set points = 0",
                "truncate credit.record cascade",
                "delete from credit.subject_profile",
                "update credit.subject_profile set name = ''",
                "update credit.catalogue_version set effective_from = '2000-01-01'",
                "delete from credit.measure",
                "delete from audit.entry",
                "update audit.entry set purpose = ''",
                "delete from audit.link",
                "alter table credit.record disable trigger all",
                "drop table credit.record"
            })
    void factsCannotBeChangedOrTakenAway(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @Test
    void noTableOfTheStoreGrantsMoreThanReadingAndAdding() {
        List<String> tooMuch = Stream.of("UPDATE", "DELETE", "TRUNCATE")
                .flatMap(privilege -> jdbc
                        .sql(
                                "select schemaname || '.' || tablename from pg_tables where schemaname in ('credit', 'audit')"
                                        + " and has_table_privilege(current_user, schemaname || '.' || tablename, ?)")
                        .param(privilege)
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
        assertThat(tooMuch).isEmpty();
        assertThat(jdbc.sql("select count(*) from pg_tables where schemaname = 'credit'")
                        .query(Long.class)
                        .single())
                .isGreaterThan(15);
    }
}
