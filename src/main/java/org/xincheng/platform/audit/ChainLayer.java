package org.xincheng.platform.audit;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xincheng.platform.layers.SecurityLayer;

/** The database chains every entry of the log, and the application can neither write links nor keep the trigger from firing. */
@Component
class ChainLayer implements SecurityLayer {

    private final JdbcClient jdbc;

    ChainLayer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "audit.chain";
    }

    @Override
    public String zh() {
        return "审计日志由数据库逐条成链";
    }

    @Override
    public Optional<String> gap() {
        boolean chained = jdbc.sql("""
                        select count(*) from pg_trigger t join pg_proc f on f.oid = t.tgfoid
                        where t.tgrelid = 'audit.entry'::regclass and t.tgname = 'link_entry'
                          and t.tgenabled = 'A' and t.tginitdeferred and pg_get_triggerdef(t.oid) like '% AFTER INSERT ON %FOR EACH ROW%'
                          and f.prosecdef and not pg_has_role(f.proowner, 'member') and f.proconfig::text like '%search_path=pg_catalog%'
                        """).query(Integer.class).single() == 1;
        if (!chained) {
            return Optional.of("the trigger that chains entries is missing or off / 成链触发器缺失或停用");
        }
        boolean writable = jdbc.sql("""
                        select has_table_privilege('audit.link', 'insert, update, delete, truncate, trigger')
                            or has_any_column_privilege('audit.link', 'insert, update')
                            or pg_has_role((select relowner from pg_class where oid = 'audit.link'::regclass), 'member')
                            or has_parameter_privilege('session_replication_role', 'set')
                            or has_function_privilege('audit.append_link(audit.entry)', 'execute')
                            or has_function_privilege('audit.link_entry()', 'execute')
                        """).query(Boolean.class).single();
        return writable ? Optional.of("the application can write links itself / 应用账号可自行写入链环") : Optional.empty();
    }
}
