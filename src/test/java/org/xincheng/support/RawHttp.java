package org.xincheng.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP/1.1 byte for byte, so that a test can send what no well-behaved client would. It keeps its connection and its cookies, follows no
 * redirect, and comes from a loopback address of its own.
 */
public final class RawHttp implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int PATIENCE = 60_000;

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Socket socket;
    private InputStream in;
    private String token = "";

    /** A client of the server on a port of 127.0.0.1. */
    public RawHttp(int port) {
        this.port = port;
    }

    /** An answer. */
    public static final class Answer {

        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        Answer(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        /** The HTTP status; 0 where the server closed the connection without an answer. */
        public int status() {
            return status;
        }

        /** A header, empty where it is missing. */
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        /** The body in UTF-8. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Signs in by the form. */
    public RawHttp signIn(String user, String password) {
        String page = get("/login").text();
        Answer answer = form("/login", "_csrf=" + encoded(find(page)) + "&username=" + user + "&password=" + password);
        if (answer.status() != 302 || answer.header("Location").contains("error")) {
            throw new AssertionError("Sign-in of " + user + " failed: " + answer.status());
        }
        token = find(get("/").text());
        return this;
    }

    /** Opens the page to sign in, which gives a visitor a session and a token. */
    public RawHttp visit() {
        token = find(get("/login").text());
        return this;
    }

    /** The session's token against forged requests. */
    public String token() {
        return token;
    }

    /** The cookie of this name, empty where there is none. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** Reads a path. */
    public Answer get(String path) {
        return send("GET", path, List.of("Accept: text/html,*/*"), new byte[0]);
    }

    /** Sends a form, encoded. */
    public Answer form(String path, String fields) {
        return send(
                "POST",
                path,
                List.of("Content-Type: application/x-www-form-urlencoded", "Accept: text/html"),
                fields.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a request as it is given; where a kept connection has gone meanwhile, once more on a new one. */
    public Answer send(String method, String path, List<String> headers, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (!cookies.isEmpty()) {
            head.append("Cookie: ");
            cookies.forEach(
                    (name, value) -> head.append(name).append('=').append(value).append("; "));
            head.setLength(head.length() - 2);
            head.append("\r\n");
        }
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        boolean kept = socket != null;
        Answer answer = exchange(request.toByteArray());
        return answer.status() == 0 && kept ? exchange(request.toByteArray()) : answer;
    }

    private Answer exchange(byte[] request) {
        try {
            connect();
            try {
                socket.getOutputStream().write(request);
            } catch (IOException answeredEarly) {
                // The answer to the part that was sent may be there already.
            }
            Answer answer = read(request[0] == 'H');
            if (answer.status() == 0 || answer.header("Connection").equalsIgnoreCase("close")) {
                close();
            }
            return answer;
        } catch (IOException gone) {
            close();
            return new Answer(0, Map.of(), new byte[0]);
        }
    }

    private void connect() throws IOException {
        if (socket == null) {
            int number = NEXT.incrementAndGet();
            socket = new Socket();
            byte[] own = {127, 7, (byte) (number / 200), (byte) (number % 200 + 1)};
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(own), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    private Answer read(boolean headOnly) throws IOException {
        String first = line();
        if (!first.startsWith("HTTP/1.1 ")) {
            return new Answer(0, Map.of(), new byte[0]);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            headers.put(name, value);
            if (name.equals("set-cookie")) {
                String[] pair = value.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair.length > 1 ? pair[1] : "");
            }
        }
        return new Answer(status, headers, headOnly ? new byte[0] : body(status, headers));
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
                body.writeBytes(in.readNBytes(length));
                line();
            }
            line();
            return body.toByteArray();
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static String find(String page) {
        Matcher token = TOKEN.matcher(page);
        return token.find() ? token.group(1) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            socket = null;
        }
    }
}
