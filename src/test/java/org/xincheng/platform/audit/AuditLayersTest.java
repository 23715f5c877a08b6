package org.xincheng.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.support.TestPostgres;
import org.xincheng.support.XinchengTest;

/** Each layer holds, and says so no longer once what it looks at is taken away. */
@XinchengTest
class AuditLayersTest {

    @Autowired
    AppendOnlyLayer appendOnly;

    @Autowired
    ChainLayer chain;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant update on audit.entry to xincheng_app | revoke update on audit.entry from xincheng_app | audit.entry",
                "grant update (points) on credit.record to xincheng_app | revoke update (points) on credit.record from xincheng_app | credit.record",
                "grant delete on audit.link to xincheng_app | revoke delete on audit.link from xincheng_app | audit.link",
                "alter table credit.act owner to xincheng_app | alter table credit.act owner to xincheng_owner; grant select, insert on credit.act to xincheng_app | credit.act",
                "alter role xincheng_app createrole | alter role xincheng_app nocreaterole | role xincheng_app"
            })
    void aRightTooMuchIsSeen(String damage, String repair, String named) {
        assertThat(appendOnly.gap()).isEmpty();
        superuser().sql(damage).update();
        try {
            assertThat(appendOnly.gap())
                    .hasValueSatisfying(gap -> assertThat(gap).contains(named));
        } finally {
            superuser().sql(repair).update();
        }
        assertThat(appendOnly.gap()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table audit.entry disable trigger link_entry | alter table audit.entry enable always trigger link_entry",
                "alter table audit.entry enable trigger link_entry | alter table audit.entry enable always trigger link_entry",
                "alter trigger link_entry on audit.entry rename to other | alter trigger other on audit.entry rename to link_entry",
                "alter function audit.link_entry() security invoker | alter function audit.link_entry() security definer",
                "alter function audit.link_entry() reset search_path | alter function audit.link_entry() set search_path = pg_catalog, pg_temp",
                "grant insert on audit.link to xincheng_app | revoke insert on audit.link from xincheng_app",
                "grant set on parameter session_replication_role to xincheng_app | revoke set on parameter session_replication_role from xincheng_app",
                "grant execute on function audit.append_link(audit.entry) to xincheng_app | revoke execute on function audit.append_link(audit.entry) from xincheng_app"
            })
    void aChainThatIsNotMadeIsSeen(String damage, String repair) {
        assertThat(chain.gap()).isEmpty();
        superuser().sql(damage).update();
        try {
            assertThat(chain.gap()).as(damage).isPresent();
        } finally {
            superuser().sql(repair).update();
        }
        assertThat(chain.gap()).isEmpty();
    }

    private JdbcClient superuser() {
        String database =
                jdbc.sql("select current_database()").query(String.class).single();
        return JdbcClient.create(TestPostgres.server().dataSource("postgres", database));
    }
}
