package org.xincheng.support;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A scanner that speaks clamd's INSTREAM over a real socket and knows one signature, that of EICAR's test file. It can be told to answer
 * something else.
 */
public final class TestScanner implements AutoCloseable {

    /** EICAR's test text: harmless, and known to every scanner. In two parts, so that no scanner takes this source for it. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocketChannel server;
    private final String address;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String answer;

    private TestScanner(ServerSocketChannel server) throws IOException {
        this.server = server;
        this.address = server.getLocalAddress() instanceof InetSocketAddress tcp
                ? "127.0.0.1:" + tcp.getPort()
                : "unix:" + server.getLocalAddress();
        Thread thread = new Thread(this::serve, "test-clamd");
        thread.setDaemon(true);
        thread.start();
    }

    /** A scanner on a free port of 127.0.0.1. */
    public static TestScanner tcp() {
        try {
            return new TestScanner(
                    ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A scanner on a Unix socket. */
    public static TestScanner unix(Path socket) {
        try {
            return new TestScanner(
                    ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address as the settings take it. */
    public String address() {
        return address;
    }

    /** How often it was asked. */
    public int asked() {
        return asked.get();
    }

    /** Answers this from now on, whatever it is given; null: the truth. */
    public void answers(String text) {
        answer = text;
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel client = server.accept()) {
                serve(client);
            } catch (IOException gone) {
                // The next one is served.
            }
        }
    }

    private void serve(SocketChannel client) throws IOException {
        DataInputStream in = new DataInputStream(Channels.newInputStream(client));
        String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            return;
        }
        StringBuilder content = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        asked.incrementAndGet();
        String truth = content.indexOf(EICAR) >= 0 ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
        String text = answer == null ? truth : answer;
        Channels.newOutputStream(client).write((text + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
