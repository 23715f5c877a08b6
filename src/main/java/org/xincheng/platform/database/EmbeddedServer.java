package org.xincheng.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * A PostgreSQL server that lives and ends with this process and keeps its data in one directory.
 *
 * <p>It listens on the loopback address only. One process at a time may use a directory; a server left behind by a
 * process that was killed is stopped before a new one starts (see {@link OrphanedServer}).
 */
public final class EmbeddedServer implements AutoCloseable {

    /** The role that runs the migrations and owns the schemas {@code credit}, {@code audit} and {@code platform}. */
    public static final String OWNER_ROLE = "xincheng_owner";

    /** The role of the running application. */
    public static final String APPLICATION_ROLE = "xincheng_app";

    private static final String SUPERUSER = "postgres";

    /** Long enough for the recovery of a database that was not shut down. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /** Whether a commit survives a power failure, or the tests need the time instead. */
    public enum Durability {
        /** Every commit is on the disk before it is acknowledged. */
        CRASH_SAFE,
        /** Fast and lost with the machine: for tests only. */
        DISPOSABLE
    }

    private final DirectoryLock lock;
    private final EmbeddedPostgres postgres;

    private EmbeddedServer(DirectoryLock lock, EmbeddedPostgres postgres) {
        this.lock = lock;
        this.postgres = postgres;
    }

    /**
     * Starts a server on a free port.
     *
     * @param directory holds {@code postgres/} (the data), {@code postgres-binaries/} and a lock file; created when absent
     * @param durability what a commit promises
     * @throws DirectoryInUseException when another process holds the directory
     * @throws UncheckedIOException when the server cannot be started
     */
    public static EmbeddedServer start(Path directory, Durability durability) {
        DirectoryLock lock = DirectoryLock.acquire(directory);
        try {
            Path data = lock.directory().resolve("postgres");
            OrphanedServer.stop(data);
            return new EmbeddedServer(lock, startPostgres(lock.directory(), data, durability));
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException("The embedded PostgreSQL in " + directory + " did not start", e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres startPostgres(Path directory, Path data, Durability durability) throws IOException {
        boolean safe = durability == Durability.CRASH_SAFE;
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        directory.resolve("postgres-binaries").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // The engine has to stop first; a hook of its own would race with it.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // The library passes -F (no fsync) and synchronous_commit=off by default.
                .setServerConfig("fsync", safe ? "on" : "off")
                .setServerConfig("synchronous_commit", safe ? "on" : "off")
                .setServerConfig("full_page_writes", safe ? "on" : "off")
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("log_timezone", "Asia/Shanghai")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .start();
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return postgres.getPort();
    }

    /** The JDBC address of a database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** A data source for a role on a database of this server; connections are not pooled. */
    public DataSource dataSource(String role, String database) {
        return postgres.getDatabase(role, database);
    }

    /**
     * Creates the database if there is none of that name, and both roles with their rights on it.
     *
     * @param database lower-case letters, digits and underscores
     * @throws IllegalArgumentException for any other name
     */
    public void createDatabase(String database) {
        if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a database name: " + database);
        }
        try {
            if (!exists(database)) {
                execute(SUPERUSER, "create database " + database + " encoding 'UTF8' template template0");
            }
            try (Connection connection = dataSource(SUPERUSER, database).getConnection()) {
                // Roles belong to the whole server: two contexts of one test run may come here at the same time.
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    statement.execute("select pg_advisory_xact_lock(7091)");
                }
                runRolesScript(connection);
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + database + " could not be prepared", e);
        }
    }

    private boolean exists(String database) throws SQLException {
        try (Connection connection = dataSource(SUPERUSER, "postgres").getConnection();
                var statement = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            statement.setString(1, database);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void execute(String role, String sql) throws SQLException {
        try (Connection connection = dataSource(role, "postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void runRolesScript(Connection connection) {
        EncodedResource script = new EncodedResource(new ClassPathResource("db/roles.sql"), StandardCharsets.UTF_8);
        // One statement: the script holds a block in dollar quotes, which a splitter at ";" would tear apart.
        ScriptUtils.executeSqlScript(
                connection,
                script,
                false,
                false,
                ScriptUtils.DEFAULT_COMMENT_PREFIX,
                ScriptUtils.EOF_STATEMENT_SEPARATOR,
                ScriptUtils.DEFAULT_BLOCK_COMMENT_START_DELIMITER,
                ScriptUtils.DEFAULT_BLOCK_COMMENT_END_DELIMITER);
    }

    /** Stops the server and gives the directory free. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not stop", e);
        } finally {
            lock.close();
        }
    }

    /** Whether the data directory below the given directory has been set up. */
    static boolean isInitialised(Path directory) {
        return Files.exists(directory.resolve("postgres").resolve("PG_VERSION"));
    }
}
