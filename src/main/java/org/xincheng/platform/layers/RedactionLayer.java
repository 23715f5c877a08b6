package org.xincheng.platform.layers;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Legal rows in the running database: the application's role can change and remove none of them, and the function that redacts is the
 * owner's, finds nothing but its own names, and writes a protocol that the application cannot.
 */
@Component
class RedactionLayer implements SecurityLayer {

    private static final String CHANGEABLE = """
            select count(*) from pg_tables
             where schemaname = 'credit' and (
                   has_table_privilege(current_user, quote_ident(schemaname) || '.' || quote_ident(tablename), 'UPDATE')
                or has_table_privilege(current_user, quote_ident(schemaname) || '.' || quote_ident(tablename), 'DELETE')
                or has_table_privilege(current_user, quote_ident(schemaname) || '.' || quote_ident(tablename), 'TRUNCATE'))
            """;

    private static final String GUARDED = """
            select count(*) from pg_proc p
             where p.oid = to_regprocedure('credit.redact(uuid, text, timestamptz)')
               and p.prosecdef and p.proowner <> current_user::regrole
               and not pg_has_role(current_user, p.proowner, 'MEMBER')
               and p.proconfig = array['search_path=pg_catalog, pg_temp']
               and not exists (select from aclexplode(p.proacl) a where a.grantee = 0)
               and not has_table_privilege(current_user, 'credit.redaction', 'INSERT')
            """;

    private final JdbcClient jdbc;

    RedactionLayer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "privacy.redaction";
    }

    @Override
    public String zh() {
        return "法定记录只增不改，脱敏处置须经审批";
    }

    @Override
    public Optional<String> gap() {
        if (count(CHANGEABLE) > 0) {
            return Optional.of("the application's role can change legal tables / 应用账户可以修改法定记录");
        }
        return count(GUARDED) == 1
                ? Optional.empty()
                : Optional.of("credit.redact is not the owner's guarded function / 脱敏处置函数不受数据库所有者保护");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
