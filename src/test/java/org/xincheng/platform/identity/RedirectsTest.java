package org.xincheng.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xincheng.support.Browser;
import org.xincheng.support.XinchengTest;

/** Nothing that somebody puts into an address or a header sends a user of ours to another server. */
@XinchengTest
class RedirectsTest {

    private static final Map<String, String> OFFICER = Map.of("username", "officer1", "password", "officer1-demo");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {"/cases", "/", "/camunda/app/tasklist/default/", "/login?x", "/oauth2/authorization/x", "/demo"})
    void theHostOfARequestIsNoPlaceToGo(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                + "Accept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/x",
                "//evil.example/%2e%2e",
                "/\\evil.example",
                "/%5cevil.example",
                "/%2f/evil.example",
                "http://evil.example/cases",
                "/cases/%0d%0aLocation:%20http://evil.example"
            })
    void theWantedPageIsOneOfThisServer(String wanted) throws IOException {
        String answer = raw("GET " + wanted + " HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\n"
                + "Connection: close\r\n\r\n");
        String session = answer.replaceAll("(?s).*XINCHENGSESSION=([^;]+);.*", "$1");
        Browser victim = new Browser(port).with("Cookie", "XINCHENGSESSION=" + session);
        String token = session.startsWith("HTTP")
                ? null
                : victim.get("/login").body().replaceAll("(?s).*?name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        if (token == null) {
            assertThat(answer).as("refused at once").startsWith("HTTP/1.1 4").doesNotContain("Location");
            return;
        }

        HttpResponse<String> signedIn =
                victim.post("/login", Map.of("username", "officer1", "password", "officer1-demo", "_csrf", token));

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertStaysHere(location(signedIn));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"next", "continue", "redirect", "redirect_uri", "returnTo", "spring-security-redirect", "url"})
    void noParameterAndNoHeaderNamesThePageToGoTo(String parameter) {
        Browser browser = new Browser(port).with("Referer", "http://evil.example/");
        browser.get("/login?" + parameter + "=http://evil.example/");

        HttpResponse<String> answer = browser.submit(
                "/login?" + parameter + "=//evil.example", "/login?" + parameter + "=//evil.example", OFFICER);

        assertThat(location(answer)).isEqualTo("/");
        HttpResponse<String> out = browser.submit(
                "/account", "/logout?" + parameter + "=http://evil.example/", Map.of(parameter, "//evil.example"));
        assertThat(location(out)).isEqualTo("/login?signedOut");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "http://evil.example",
                "evil",
                "",
                "/a\tb",
                "/a\nb"
            })
    void aPathThatLeadsAwayLeadsHome(String path) {
        assertThat(WantedPage.onThisServer(path)).isEqualTo("/");
    }

    @Test
    void aPathOfThisServerIsKept() {
        assertThat(WantedPage.onThisServer("/cases?q=%E4%BF%A1&page=2")).isEqualTo("/cases?q=%E4%BF%A1&page=2");
    }

    @Test
    void addressesThatOthersClaimForAClientAreNotBelieved() {
        Browser browser =
                new Browser(port).with("X-Forwarded-For", "198.51.100.9").signIn("officer1", "officer1-demo");

        assertThat(browser.get("/account").body()).contains("127.0.0.1").doesNotContain("198.51.100.9");
    }

    private static void assertStaysHere(String location) {
        assertThat(location).startsWith("/").doesNotStartWith("//").doesNotContain("\\");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none " + answer.statusCode());
    }

    /** As no browser would send it. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
