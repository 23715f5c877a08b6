package org.xincheng.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server whose parent was killed. It outlives the parent, keeps the data directory, and would block the next
 * start.
 *
 * <p>Call only while holding the {@link DirectoryLock}: without it the server may belong to a process that is alive.
 */
final class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);

    private static final long FAST_SHUTDOWN_SECONDS = 15;

    private OrphanedServer() {}

    /**
     * Stops the server that {@code postmaster.pid} in the data directory names, if it runs and is a PostgreSQL of that
     * directory. A file that names no such server is left behind by a crash and is removed.
     */
    static void stop(Path dataDirectory) throws IOException {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> server = serverOf(dataDirectory, Files.readAllLines(pidFile));
        if (server.isPresent()) {
            log.info(
                    "Stopping the PostgreSQL (process {}) left behind in {}",
                    server.get().pid(),
                    dataDirectory);
            stop(server.get());
        }
        Files.deleteIfExists(pidFile);
    }

    /** Line 1 of the file is the process id, line 2 the data directory (PostgreSQL's postmaster.pid format). */
    private static Optional<ProcessHandle> serverOf(Path dataDirectory, List<String> pidFile) throws IOException {
        if (pidFile.size() < 2 || !pidFile.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        boolean ours = isSameDirectory(Path.of(pidFile.get(1).strip()), dataDirectory);
        return ProcessHandle.of(Long.parseLong(pidFile.get(0).strip()))
                .filter(process -> ours && process.isAlive() && isPostgresOf(process, dataDirectory));
    }

    private static boolean isSameDirectory(Path named, Path ours) throws IOException {
        return Files.exists(named) && Files.isSameFile(named, ours);
    }

    /** The process id may have been given to somebody else since: the program and its working directory settle it. */
    private static boolean isPostgresOf(ProcessHandle process, Path dataDirectory) {
        boolean postgres = process.info()
                .command()
                .map(command -> Path.of(command).endsWith("postgres"))
                .orElse(false);
        Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return postgres && isSameDirectory(workingDirectory, dataDirectory);
        } catch (IOException e) {
            log.warn("The working directory of process {} cannot be read; it is left alone", process.pid(), e);
            return false;
        }
    }

    private static void stop(ProcessHandle server) throws IOException {
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that are gone or hang.
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
        try {
            server.onExit().get(FAST_SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            log.warn(
                    "PostgreSQL (process {}) does not stop; it is killed and will recover from its log",
                    server.pid(),
                    e);
            server.destroyForcibly();
            server.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was stopping", e);
        } catch (ExecutionException | CompletionException e) {
            throw new IOException("PostgreSQL (process " + server.pid() + ") could not be stopped", e);
        }
    }
}
