package org.xincheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xincheng.access.AccessTable.Owner;
import org.xincheng.support.Browser;
import org.xincheng.support.XinchengTest;

/** Whatever goes wrong, an answer tells nothing of the program: no stack trace, no class, no SQL, no path of a file. */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: its pages need a context of their own.
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class ErrorBodiesTest {

    private static final Pattern INSIDES = Pattern.compile(
            "stackTrace|Exception|\\bat [a-z]+\\.[a-z]+\\.|\\.java\\b|\\b(java|javax|jakarta|org)\\.[a-z]+\\.|\\b(select|insert) .* (from|into) |"
                    + "SQLSTATE|Whitelabel|Tomcat|spring\\b|credit\\.[a-z]+|/(home|root|tmp|usr)/",
            Pattern.CASE_INSENSITIVE);

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void keepHandlers() {
        assertThat(mappings).contains(mapping);
    }

    @Test
    void everyInterfaceRefusesWhatItCannotReadWithoutTellingOfItsInsides() throws Exception {
        AccessObjects objects = new AccessObjects(beans, "none", SampleReview.draw(beans, port));
        Set<Integer> seen = new TreeSet<>();
        List<Route> routes = Routes.of(mappings).stream()
                .filter(route -> route.path().startsWith("/api/"))
                .toList();
        assertThat(routes).hasSizeGreaterThan(5);
        for (Route route : routes) {
            for (Role role : List.of(Role.DATA_OFFICER, Role.CASE_OFFICER, Role.ADMINISTRATOR)) {
                String path = objects.address(route, Owner.of(route).get(0));
                String bare = path.replaceAll("\\?.*", "");
                seen.add(check(role, "PATCH", path, "application/json", "{}"));
                seen.add(check(
                        role,
                        route.method(),
                        bare + "?start=%00&count=x&uscc=x&purpose=&page=x&size=x",
                        route.type(),
                        "{"));
                seen.add(check(role, route.method(), path + "x/y/z", route.type(), "{}"));
                seen.add(check(role, "GET", path, "", "", "Accept", "image/png"));
                if (!route.method().equals("GET")) {
                    seen.add(check(role, route.method(), path, "application/xml", "<!DOCTYPE x><x/>"));
                    seen.add(check(role, route.method(), path, route.type(), "\u0000[1,{\"a\":"));
                }
            }
        }
        assertThat(seen).contains(400, 403, 404, 405, 415);
    }

    @ParameterizedTest
    @CsvSource({"/api/planted-fault, application/problem+json", "/planted-fault, text/html"})
    void aFaultOfOursIsAnsweredWithoutItsText(String path, String type) throws Exception {
        RequestMappingInfo info = RequestMappingInfo.paths(path)
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(info, new Fault(), Fault.class.getDeclaredMethod("fault"));
        try {
            HttpResponse<String> answer = send(request(path)
                    .header("Authorization", basic(Role.CASE_OFFICER))
                    .GET());
            if (!path.startsWith("/api/")) {
                answer = new Browser(port).signIn("officer1", "officer1-demo").get(path);
            }
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
            assertThat(answer.body())
                    .contains("系统出现故障")
                    .doesNotContain("planted:")
                    .doesNotContainPattern(INSIDES);
        } finally {
            mapping.unregisterMapping(info);
        }
    }

    /** A handler with a fault that would tell everything. */
    static final class Fault {

        @SuppressWarnings("DoNotCallSuggester") // the mapping calls it
        String fault() {
            throw new IllegalStateException(
                    "planted: select identifier from credit.subject",
                    new java.sql.SQLException("org.postgresql.Driver"));
        }
    }

    @Test
    void anUploadFarAboveTheLimitIsRefusedTheSameWay() {
        String boundary = "xxxxxxxx";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + "x".repeat(51 * 1024 * 1024) + "\r\n--" + boundary + "--\r\n";

        HttpResponse<String> answer = send(request("/api/records/import")
                .header("Authorization", basic(Role.DATA_OFFICER))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("uploadTooLarge").doesNotContainPattern(INSIDES);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /engine/engine/default/task/nope, ''",
        "GET, /engine/engine/default/task?firstResult=x, ''",
        "POST, /engine/engine/default/task/nope/complete, '{'",
        "POST, /engine/engine/default/task/nope/complete, '[1]'",
        "GET, /engine/engine/default/nothing-here, ''",
        "GET, /engine/engine/nope/task, ''",
        "PUT, /engine/engine/default/task/nope/variables/a, '{\"value\":1,\"type\":\"nope\"}'"
    })
    void theEnginesErrorsHoldNoStackTrace(String method, String path, String body) {
        Browser officer = new Browser(port).signIn("officer1", "officer1-demo");

        HttpResponse<String> answer = officer.engine(method, path, body);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 599);
        assertThat(answer.body())
                .doesNotContain("stackTrace")
                .doesNotContainPattern("\\bat org\\.|\\.java:\\d|\\bselect .* from ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2fapplication.yaml",
                "/%2e%2e/application.yaml",
                "/../application.yaml",
                "/..%5capplication.yaml",
                "/xincheng.css/../../application.yaml",
                "/xincheng.css/%252e%252e/application.yaml",
                "/xincheng.css/..;/application.yaml",
                "/webjars/../../application.yaml",
                "/webjars/%2e%2e/application.yaml",
                "/camunda/lib/../../application.yaml",
                "/static/application.yaml",
                "/application.yaml",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/web.xml",
                "/camunda/app/tasklist/default/..%2f..%2f..%2f..%2fapplication.yaml",
                "/file:/etc/passwd",
                "/%00",
                "/.git/config"
            })
    void noPathLeavesTheStaticFiles(String path) {
        for (HttpResponse<String> answer : List.of(
                send(request(path).GET()),
                new Browser(port).signIn("officer1", "officer1-demo").get(path))) {
            assertThat(answer.body())
                    .doesNotContain("datasource")
                    .doesNotContain("Manifest-Version")
                    .doesNotContain("root:")
                    .doesNotContainPattern(INSIDES);
            assertThat(answer.statusCode()).isNotEqualTo(200).isLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "DEBUG", "PROPFIND", "CONNECT-X"})
    void methodsOfOldAreRefused(String method) {
        for (String path : List.of("/", "/api/public/listings", "/camunda/app/tasklist/default/")) {
            HttpResponse<String> answer =
                    send(request(path).header("X-Secret", "do-not-echo").method(method, BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(method + " " + path).isBetween(400, 501);
            assertThat(answer.body()).doesNotContain("do-not-echo").doesNotContainPattern(INSIDES);
        }
    }

    private int check(Role role, String method, String path, String type, String body, String... headers) {
        HttpRequest.Builder request = request(path).header("Authorization", basic(role));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.setHeader(headers[0], headers[1]);
        }
        HttpResponse<String> answer = send(request.method(method, BodyPublishers.ofString(body)));
        String what = method + " " + path + " as " + role.column() + " " + answer.statusCode();
        assertThat(answer.statusCode()).as(what + answer.body()).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertThat(answer.body()).as(what).doesNotContainPattern(INSIDES);
            assertThat(answer.headers().firstValue("Content-Type").orElse("application/problem+json"))
                    .as(what)
                    .startsWith("application/problem+json");
        }
        return answer.statusCode();
    }

    private String basic(Role role) {
        String pair = role.account() + ":" + role.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "application/json");
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
}
