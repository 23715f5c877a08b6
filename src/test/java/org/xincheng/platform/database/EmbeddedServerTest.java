package org.xincheng.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.platform.database.EmbeddedServer.Durability;

/** Starts servers of its own, as the demo does. */
class EmbeddedServerTest {

    private static final String DATABASE = "xincheng";

    @TempDir
    Path directory;

    /** Runs in a process of its own: starts a server, writes a row, and waits to be killed. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] arguments) throws IOException {
            EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]), Durability.CRASH_SAFE);
            server.createDatabase(DATABASE);
            write(server);
            Files.writeString(Path.of(arguments[0], "written"), "");
            System.in.read();
        }
    }

    @Test
    void keepsDataOverARestartAndCommitsSafely() {
        try (EmbeddedServer first = EmbeddedServer.start(directory, Durability.CRASH_SAFE)) {
            first.createDatabase(DATABASE);
            write(first);
            assertThat(setting(first, "fsync")).isEqualTo("on");
            assertThat(setting(first, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(first, "full_page_writes")).isEqualTo("on");
            assertThat(setting(first, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(first, "log_timezone")).isEqualTo("Asia/Shanghai");
            assertThat(setting(first, "server_encoding")).isEqualTo("UTF8");
        }

        try (EmbeddedServer second = EmbeddedServer.start(directory, Durability.CRASH_SAFE)) {
            second.createDatabase(DATABASE);
            assertThat(written(second)).containsExactly("信程");
        }
        assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void stopsTheServerThatAKilledProcessLeftBehind() throws Exception {
        Process victim = startVictim();
        try {
            awaitWrite(victim);
        } finally {
            victim.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        ProcessHandle orphan = ProcessHandle.of(postmaster()).orElseThrow();
        assertThat(orphan.isAlive()).as("PostgreSQL outlives its parent").isTrue();

        Instant begin = Instant.now();
        try (EmbeddedServer server = EmbeddedServer.start(directory, Durability.CRASH_SAFE)) {
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
            assertThat(orphan.isAlive()).isFalse();
            assertThat(postmaster()).isNotEqualTo(orphan.pid());
            assertThat(written(server)).containsExactly("信程");
        }
    }

    @Test
    void leavesAProcessAloneThatOnlyHasTheNumberOfAServer() throws IOException {
        EmbeddedServer.start(directory, Durability.DISPOSABLE).close();
        Files.writeString(
                directory.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + directory.resolve("postgres") + "\n");

        try (EmbeddedServer server = EmbeddedServer.start(directory, Durability.DISPOSABLE)) {
            assertThat(postmaster()).isNotEqualTo(ProcessHandle.current().pid());
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (EmbeddedServer server = EmbeddedServer.start(directory, Durability.DISPOSABLE)) {
            assertThatThrownBy(() -> EmbeddedServer.start(directory, Durability.DISPOSABLE))
                    .isInstanceOf(DirectoryInUseException.class)
                    .hasMessageContaining("xincheng.data-dir");
            server.createDatabase(DATABASE);
            assertThat(setting(server, "fsync")).isEqualTo("off");
        }
    }

    private Process startVictim() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("victim.log").toFile())
                .start();
    }

    private void awaitWrite(Process victim) throws IOException, InterruptedException {
        Path written = directory.resolve("written");
        Instant limit = Instant.now().plusSeconds(90);
        while (!Files.exists(written)) {
            assertThat(Instant.now()).as("victim's log: %s", log()).isBefore(limit);
            assertThat(victim.waitFor(100, TimeUnit.MILLISECONDS))
                    .as("the victim ended by itself: %s", log())
                    .isFalse();
        }
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("victim.log"));
    }

    private long postmaster() throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("postgres/postmaster.pid"));
        return Long.parseLong(lines.get(0).strip());
    }

    private static void write(EmbeddedServer server) {
        JdbcClient jdbc = JdbcClient.create(server.dataSource(EmbeddedServer.APPLICATION_ROLE, DATABASE));
        jdbc.sql("create table kept (word text)").update();
        jdbc.sql("insert into kept values ('信程')").update();
    }

    private static List<String> written(EmbeddedServer server) {
        return JdbcClient.create(server.dataSource(EmbeddedServer.APPLICATION_ROLE, DATABASE))
                .sql("select word from kept")
                .query(String.class)
                .list();
    }

    private static String setting(EmbeddedServer server, String name) {
        return JdbcClient.create(server.dataSource(EmbeddedServer.OWNER_ROLE, "postgres"))
                .sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
