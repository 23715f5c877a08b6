package org.xincheng.hostile;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What must stay silent: a method that expressions would call, a property they would set, a server that would be asked, and files that
 * would be written.
 */
public final class Canary implements AutoCloseable {

    static final String PROPERTY = "xincheng.canary.sang";

    private static final AtomicInteger SUNG = new AtomicInteger();
    private static final Set<String> OWN_WRITINGS = Set.of("target", ".git");

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private final String fileName;

    Canary(String fileName) {
        this.fileName = fileName;
        SUNG.set(0);
        System.clearProperty(PROPERTY);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    /** What an expression that is evaluated would call. */
    public static String sing() {
        SUNG.incrementAndGet();
        return "sang";
    }

    /** Host and port of the server that nobody should ask. */
    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** A file name that nobody should write. */
    String fileName() {
        return fileName;
    }

    /** Everything that was heard; empty where nothing was run, asked or written. */
    List<String> heard() {
        List<String> heard = new ArrayList<>();
        if (SUNG.get() > 0) {
            heard.add("a method was called " + SUNG.get() + " times");
        }
        if (System.getProperty(PROPERTY) != null) {
            heard.add("a system property was set");
        }
        if (asked.get() > 0) {
            heard.add("the server was asked " + asked.get() + " times");
        }
        for (Path root : List.of(Path.of("").toAbsolutePath(), Path.of(System.getProperty("java.io.tmpdir")))) {
            heard.addAll(written(root));
        }
        return heard;
    }

    private List<String> written(Path root) {
        List<String> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, Set.of(), 8, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean own = folder.getParent() != null
                            && folder.getParent().equals(root)
                            && OWN_WRITINGS.contains(folder.getFileName().toString());
                    return own ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.getFileName().toString().contains(fileName)) {
                        found.add("written: " + file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
