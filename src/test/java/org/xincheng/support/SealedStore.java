package org.xincheng.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.SubjectRows;
import org.xincheng.platform.database.EmbeddedServer;
import org.xincheng.sealing.Sealer;

/** A database of its own, migrated without the application: with which keys is up to the test. */
public final class SealedStore {

    private final String database = TestPostgres.freshDatabase();
    private final JdbcClient owner =
            JdbcClient.create(new SingleConnectionDataSource(connection(dataSource(EmbeddedServer.OWNER_ROLE)), true));

    /** Name of the database. */
    public String database() {
        return database;
    }

    /** Runs the migrations up to one version. */
    public void migrate(String version, JavaMigration... migrations) {
        flyway(migrations).target(version).load().migrate();
    }

    private FluentConfiguration flyway(JavaMigration... migrations) {
        return Flyway.configure()
                .dataSource(dataSource(EmbeddedServer.OWNER_ROLE))
                .locations("classpath:db/migration")
                .defaultSchema("platform")
                .schemas("platform")
                .javaMigrations(migrations);
    }

    /** The database as the owner of the tables. */
    public JdbcClient owner() {
        return owner;
    }

    /** The database as its superuser. */
    public JdbcClient superuser() {
        return JdbcClient.create(dataSource("postgres"));
    }

    private static Connection connection(DataSource from) {
        try {
            return from.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DataSource dataSource(String role) {
        return TestPostgres.server().dataSource(role, database);
    }

    /** Every subject, read with the keys of a sealer. */
    public List<Subject> subjects(Sealer sealer) {
        SubjectRows rows = new SubjectRows(sealer);
        return owner().sql("select" + SubjectRows.COLUMNS + "from credit.subject s" + SubjectRows.LATEST_PROFILE
                        + "order by s.id")
                .query((row, n) -> rows.map(row))
                .list();
    }

    /** Id of the subject with an identifier, by its mark. */
    public List<UUID> found(Sealer sealer, String identifier) {
        return owner().sql("select id from credit.subject where identifier_mark = ?")
                .param(new SubjectRows(sealer).mark(identifier))
                .query(UUID.class)
                .list();
    }
}
