package org.xincheng.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Talks to the running server over HTTP as a browser without scripts would: keeps cookies, follows no redirect, and sends
 * the forgery tokens of our forms and of the engine's web applications.
 */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;

    /** A browser without any cookie, for the server on a port of 127.0.0.1. */
    public Browser(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** Sends a header along with every request from now on, e.g. {@code Authorization} or {@code X-Forwarded-For}. */
    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Sends the user and password along with every request from now on (Basic), in place of any given before. */
    public Browser withBasic(String userId, String password) {
        byte[] both = (userId + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** Signs in by the form; fails unless the server then sends the user on. */
    public Browser signIn(String userId, String password) {
        HttpResponse<String> answer = submit("/login", "/login", Map.of("username", userId, "password", password));
        String next = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || next.contains("error")) {
            throw new AssertionError("Sign-in of " + userId + " failed: " + answer.statusCode() + " " + next);
        }
        return this;
    }

    /** Reads a path. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Opens a page and sends its form, with the page's token, to a path. */
    public HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("No form with a token on " + page);
        }
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token.group(1));
        return post(path, all);
    }

    /** Posts a form to a path without having seen the page it is on, and without the page's token. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /**
     * Calls any route as a page of ours could: with the session and the forgery token, so that a refusal means the account.
     *
     * @param type content type of the body; empty: no body
     */
    public HttpResponse<String> call(String method, String path, String type, String body) {
        HttpRequest.Builder request = request(path);
        if (type.isEmpty()) {
            return send(request.method(method, BodyPublishers.noBody()));
        }
        return send(request.header("Content-Type", type)
                .header("X-CSRF-TOKEN", token())
                .method(method, BodyPublishers.ofString(body)));
    }

    /** The token of the first page that has a form: signing out, or signing in. */
    private String token() {
        for (String page : new String[] {"/", "/login"}) {
            Matcher token = TOKEN.matcher(get(page).body());
            if (token.find()) {
                return token.group(1);
            }
        }
        throw new AssertionError("No form with a token");
    }

    /** Posts JSON to our API with the session and without any token. */
    public HttpResponse<String> postJson(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Calls the engine's REST as Tasklist does: a path below {@code /camunda/api}, with the web applications' token. */
    public HttpResponse<String> engine(String method, String path, String json) {
        // The web applications hand out their token with any answer to a reading request.
        get("/camunda/app/tasklist/default/");
        return engineAgain(method, path, json);
    }

    /** Calls the engine's REST with the token of an earlier {@link #engine} call. */
    public HttpResponse<String> engineAgain(String method, String path, String json) {
        return send(request("/camunda/api" + path)
                .header("Content-Type", "application/json")
                .setHeader("Accept", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(method, BodyPublishers.ofString(json)));
    }

    /** Calls the engine's REST as an open Tasklist does by itself to refresh a list: without opening a page first. */
    public HttpResponse<String> engineRefresh(String path) {
        return send(request("/camunda/api" + path)
                .header("Content-Type", "application/json")
                .setHeader("Accept", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(BodyPublishers.ofString("{}")));
    }

    /** Sends the sign-in form of the engine's web applications, which needs no token: a path, and the fields encoded. */
    public HttpResponse<String> engineForm(String path, String fields) {
        return send(request("/camunda/api" + path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    /** The cookies as a header carries them, for requests that no browser would make. */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The value of a cookie, or {@code none}. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("none");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "text/html,application/json,*/*");
        headers.forEach(request::setHeader);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("The server did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
