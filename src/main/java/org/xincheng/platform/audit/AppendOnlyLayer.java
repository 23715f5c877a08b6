package org.xincheng.platform.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xincheng.platform.layers.SecurityLayer;

/** The role the application really runs as can add to the log and to the store, and cannot change or take away. */
@Component
class AppendOnlyLayer implements SecurityLayer {

    private final JdbcClient jdbc;

    AppendOnlyLayer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "audit.append-only";
    }

    @Override
    public String zh() {
        return "审计日志和信用数据只增不改";
    }

    @Override
    public Optional<String> gap() {
        List<String> tooMuch = new ArrayList<>(jdbc.sql("""
                        select c.oid::regclass::text from pg_class c
                        where c.relnamespace in (select oid from pg_namespace where nspname in ('audit', 'credit'))
                          and c.relkind in ('r', 'p')
                          and (has_table_privilege(c.oid, 'update, delete, truncate, trigger')
                               or has_any_column_privilege(c.oid, 'update')
                               or pg_has_role(c.relowner, 'member'))
                        order by 1
                        """).query(String.class).list());
        jdbc.sql("select rolname from pg_roles where rolname = current_user and (rolsuper or rolcreaterole)")
                .query(String.class)
                .list()
                .forEach(role -> tooMuch.add("role " + role));
        return tooMuch.isEmpty()
                ? Optional.empty()
                : Optional.of("the application may change / 应用账号可改动: " + String.join(", ", tooMuch));
    }
}
