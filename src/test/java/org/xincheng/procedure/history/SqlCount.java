package org.xincheng.procedure.history;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

@TestComponent
public class SqlCount implements BeanPostProcessor {
    static final Map<String, Integer> COUNTS = new ConcurrentHashMap<>();
    static volatile boolean on;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource ds)) return bean;
        return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class, java.io.Closeable.class}, (p, m, a) -> {
            try {
                var r = m.invoke(ds, a);
                return r instanceof Connection c ? conn(c) : r;
            } catch (InvocationTargetException e) { throw e.getCause(); }
        });
    }

    private static Object conn(Connection c) {
        return Proxy.newProxyInstance(SqlCount.class.getClassLoader(), new Class<?>[] {Connection.class}, (p, m, a) -> {
            if (on && (m.getName().equals("prepareStatement") || m.getName().equals("commit"))) {
                var sql = m.getName().equals("commit") ? "COMMIT" : a[0].toString().replaceAll("\\s+", " ").replaceAll("\\?(, ?\\?)+", "?..").replace("'", "");
                var who = StackWalker.getInstance().walk(s -> s.map(f -> f.getClassName().replaceAll(".*\\.", "") + "." + f.getMethodName())
                        .filter(f -> !f.contains("$$") && !f.startsWith("SqlCount") && !f.contains("lambda")).filter(f -> f.matches("^(CaseLog|Cases|Repairs|Terms|Remedies|Objections|Complaints|Determinations|Corrections|Revocations|[A-Z]\\w*Policies|Listings|Deadlines|CaseDates|Told|Closing|Facts|Invariants|Filings|TaskWork|QuickDriver|Passing|JdbcAuditLog|Letters|CurrentCalendar|DeployedTables|TermAlarms|RecordStore|Records|Subjects|Checks|PublicListings|StoreAnswers)\\..*")).limit(2).collect(java.util.stream.Collectors.joining("<")));
                COUNTS.merge(who + " | " + sql.substring(0, Math.min(110, sql.length())), 1, Integer::sum);
            }
            try { return m.invoke(c, a); } catch (InvocationTargetException e) { throw e.getCause(); }
        });
    }

    static void dump(int n) {
        var t = COUNTS.values().stream().mapToInt(i -> i).sum();
        System.out.println("SQLTOTAL " + t + " per history " + t / n);
        COUNTS.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(150).forEach(e -> System.out.println("SQL " + e.getValue() + " " + e.getKey()));
    }
}
