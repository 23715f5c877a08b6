package org.xincheng.support;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;
import org.xincheng.platform.database.EmbeddedServer;
import org.xincheng.platform.database.EmbeddedServer.Durability;

/** The PostgreSQL of this test run: one server in a directory of this process, started when first asked for. */
public final class TestPostgres {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestPostgres() {}

    private static final class Holder {
        private static final EmbeddedServer SERVER = start();

        private static EmbeddedServer start() {
            Path directory = Path.of(
                    "target",
                    "test-postgres",
                    Long.toString(ProcessHandle.current().pid()));
            EmbeddedServer server = EmbeddedServer.start(directory, Durability.DISPOSABLE);
            // Contexts live until the end of the run. These handlers run when all of them are closed: a context that
            // found no database while closing would wait for one.
            SpringApplication.getShutdownHandlers().add(() -> {
                server.close();
                FileSystemUtils.deleteRecursively(directory.toFile());
            });
            return server;
        }
    }

    /** The running server. */
    public static EmbeddedServer server() {
        return Holder.SERVER;
    }

    /** Creates an empty database with both roles and gives its name. */
    public static String freshDatabase() {
        String name = "test_" + NEXT.incrementAndGet();
        server().createDatabase(name);
        return name;
    }
}
