package org.xincheng.audit;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.law.LegalTime;
import org.xincheng.platform.database.EmbeddedServer;
import org.xincheng.platform.database.SealingMigration;
import org.xincheng.sealing.Keysets;
import org.xincheng.sealing.TestSealers;
import org.xincheng.support.TestPostgres;

/** A database of its own with the store's tables, to be written as the application and to be tampered with as nobody should. */
final class AuditDatabase {

    /** What the clock of the log shows, to the microsecond. */
    static final Instant NOW = Instant.parse("2026-03-02T01:00:00.123456Z");

    private static final MigrationVersion NEWEST = MigrationVersion.LATEST;

    private final String name = TestPostgres.freshDatabase();
    private final DataSource application = kept(EmbeddedServer.APPLICATION_ROLE);
    private final DataSource superuser = kept("postgres");
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(application);
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final AuditLog log = new JdbcAuditLog(JdbcClient.create(application), Clock.fixed(NOW, LegalTime.ZONE));

    private AuditDatabase(MigrationVersion version) {
        migrate(version);
    }

    /** With all tables, empty. */
    static AuditDatabase migrated() {
        return new AuditDatabase(NEWEST);
    }

    /** With the tables of an earlier version. */
    static AuditDatabase of(String version) {
        return new AuditDatabase(MigrationVersion.fromVersion(version));
    }

    void migrateToTheNewest() {
        migrate(NEWEST);
    }

    private void migrate(MigrationVersion version) {
        Flyway.configure()
                .dataSource(connection(EmbeddedServer.OWNER_ROLE))
                .locations("classpath:db/migration")
                .defaultSchema("platform")
                .schemas("platform")
                .target(version)
                .javaMigrations(SealingMigration.with(TestSealers.with(Keysets.newDataKeys(), Keysets.newIndexKey())))
                .load()
                .migrate();
    }

    /** Takes every row away, so that the next test finds the log as new. */
    void empty() {
        superuser()
                .sql("truncate audit.entry, audit.link restart identity cascade")
                .update();
    }

    /** As the running application connects; joins a transaction of {@link #inTransaction}. */
    JdbcClient application() {
        return JdbcClient.create(application);
    }

    /** As somebody connects whom no right in the database binds. */
    JdbcClient superuser() {
        return JdbcClient.create(superuser);
    }

    void inTransaction(Runnable act) {
        transaction.executeWithoutResult(begun -> act.run());
    }

    /** Writes commands on the objects T-1, T-2 and so on, each in a transaction of its own. */
    void commands(int count) {
        IntStream.rangeClosed(1, count)
                .forEach(number -> inTransaction(() -> log.command("officer1", "test.act", "T-" + number, "done")));
    }

    /** Writes a command and a reading in one transaction. */
    void commandAndReading(String object, UUID subject, String purpose) {
        inTransaction(() -> {
            log.command("officer1", "test.act", object, "done");
            log.read("officer1", subject, purpose, "/test");
        });
    }

    /** Adds an entry as the superuser behind the trigger's back, and gives its id. */
    long forge(String object) {
        superuser().sql("alter table audit.entry disable trigger link_entry").update();
        superuser()
                .sql("insert into audit.entry (kind, at, actor, action, object, outcome)"
                        + " values ('COMMAND', now(), 'nobody', 'test.act', ?, 'done')")
                .param(object)
                .update();
        superuser()
                .sql("alter table audit.entry enable always trigger link_entry")
                .update();
        return idOf(object);
    }

    long idOf(String object) {
        return superuser()
                .sql("select id from audit.entry where object = ?")
                .param(object)
                .query(Long.class)
                .single();
    }

    long count(String table) {
        return superuser()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    AuditChain chain() {
        return new AuditChain(application(), transactions);
    }

    Verification verify() {
        return chain().verify(Optional.empty(), read -> {});
    }

    Verification verify(Anchor anchor) {
        return chain().verify(Optional.of(anchor), read -> {});
    }

    /** One connection for all: making one takes longer than a test. */
    private DataSource kept(String role) {
        try {
            return new SingleConnectionDataSource(connection(role).getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings by which a process of the application finds this database. */
    String[] settings() {
        return new String[] {
            "--spring.profiles.active=test",
            "--spring.datasource.url=" + TestPostgres.server().jdbcUrl(name),
            "--spring.datasource.username=" + EmbeddedServer.APPLICATION_ROLE
        };
    }

    DataSource connection(String role) {
        return TestPostgres.server().dataSource(role, name);
    }
}
