package org.xincheng.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.support.XinchengTest;

@XinchengTest
class DatabaseRolesTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void theApplicationRunsAsItsOwnRole() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("xincheng_app");
        assertThat(jdbc.sql(
                                "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void theEnginesTablesAreTheApplicationsAndTheOthersTheOwners() {
        assertThat(ownersOf("public")).containsExactly("xincheng_app");
        assertThat(ownersOf("credit")).containsExactly("xincheng_owner");
        assertThat(ownersOf("audit")).containsExactly("xincheng_owner");
        assertThat(ownersOf("platform")).containsExactly("xincheng_owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table credit.mine (a int)",
                "create table audit.mine (a int)",
                "create table platform.mine (a int)",
                "create schema mine",
                "alter table platform.demo_clock add column mine int",
                "drop table platform.demo_clock",
                "delete from platform.demo_clock",
                "delete from platform.second_factor",
                "update platform.second_factor set user_id = 'another'",
                "delete from platform.recovery_code",
                "update platform.recovery_code set mark = 'another'",
                "delete from platform.password_state",
                "select * from platform.flyway_schema_history",
                "set role xincheng_owner"
            })
    void theApplicationMayNot(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void theApplicationMayKeepItsClock() {
        assertThatCode(() -> jdbc.sql("""
                        insert into platform.demo_clock (id, offset_millis) values (1, 0)
                        on conflict (id) do update set offset_millis = 0
                        """).update()).doesNotThrowAnyException();
    }

    private List<String> ownersOf(String schema) {
        return jdbc.sql("select distinct tableowner from pg_tables where schemaname = ?")
                .param(schema)
                .query(String.class)
                .list();
    }
}
