package org.xincheng.platform.scan;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xincheng.credit.file.FileScanner;

/**
 * ClamAV's daemon, asked by its INSTREAM command over TCP or its Unix socket (clamd(8)): the content is sent in pieces, nothing is read
 * from a disk both would have to share. Only the one answer that means that nothing was found lets a file out.
 */
public final class ClamdScanner implements FileScanner, AutoCloseable {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final String NOTHING_FOUND = "stream: OK";
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");
    private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\[\\]]+)]?:(\\d{1,5})");
    private static final String UNIX = "unix:";
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final String address;
    private final Duration timeout;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "clamd");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A scanner.
     *
     * @param address {@code host:port} or {@code unix:/path}
     * @param timeout how long it may take over one file
     * @throws IllegalArgumentException where the address is neither
     */
    public ClamdScanner(String address, Duration timeout) {
        if (!address.startsWith(UNIX) && !ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("XINCHENG_SCANNER_ADDRESS is neither host:port nor unix:/path nor none");
        }
        this.address = address;
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "clamd";
    }

    @Override
    public String scan(byte[] content) {
        String answer = answerTo(content);
        if (answer.equals(NOTHING_FOUND)) {
            return "";
        }
        Matcher found = FOUND.matcher(answer);
        if (!found.matches()) {
            throw new ScannerSilent("clamd answered: " + answer, null);
        }
        return found.group(1).replaceAll("[^\\w.:()/+-]", "_");
    }

    private String answerTo(byte[] content) {
        // A channel has no time limit of its own; interrupting whoever waits on it closes it.
        Future<String> asked = threads.submit(() -> ask(content));
        try {
            return asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new ScannerSilent("clamd took longer than " + timeout, slow);
        } catch (ExecutionException down) {
            throw new ScannerSilent("clamd cannot be asked: " + down.getCause(), down);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ScannerSilent("interrupted", stopped);
        } finally {
            asked.cancel(true);
        }
    }

    private String ask(byte[] content) throws IOException {
        try (SocketChannel clamd = SocketChannel.open(socket())) {
            write(clamd, ByteBuffer.wrap(COMMAND));
            for (int from = 0; from < content.length; from += PIECE) {
                int length = Math.min(PIECE, content.length - from);
                write(clamd, ByteBuffer.allocate(4).putInt(length).flip());
                write(clamd, ByteBuffer.wrap(content, from, length));
            }
            write(clamd, ByteBuffer.allocate(4).putInt(0).flip());
            return read(clamd);
        }
    }

    private SocketAddress socket() throws IOException {
        if (address.startsWith(UNIX)) {
            return UnixDomainSocketAddress.of(address.substring(UNIX.length()));
        }
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IOException("no address");
        }
        return new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    private static void write(SocketChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /** The answer up to the end of the connection, without the zero that ends it. */
    private static String read(SocketChannel from) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && from.read(answer) >= 0) {
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                break;
            }
        }
        String text = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
        return text.endsWith("\0") ? text.substring(0, text.length() - 1) : "cut off";
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
