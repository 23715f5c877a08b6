package org.xincheng.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xincheng.support.Browser;
import org.xincheng.support.XinchengTest;

/** What another site's page could make a signed-in browser send: our cookie, and no token. */
@XinchengTest
class ForgedRequestsTest {

    private static final Set<RequestMethod> READING =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS, RequestMethod.TRACE);

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    Browser browser;

    @BeforeEach
    void signIn() {
        browser = new Browser(port).signIn("admin", "admin-test-secret");
    }

    @Test
    void noChangingRouteOfOursTakesARequestWithoutToken() {
        Set<String> paths = changingPaths();
        assertThat(paths).contains("/account/password", "/demo/clock", "/cases", "/records/import", "/api/records");

        for (String path : paths) {
            HttpResponse<String> answer = browser.post(path, Map.of("user", "officer1", "days", "1"));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
        assertThat(browser.get("/account").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void neitherDoSignInCodeAndSignOut() {
        for (String path : List.of("/login", "/login/code", "/logout")) {
            HttpResponse<String> answer =
                    browser.post(path, Map.of("username", "officer1", "password", "officer1-demo", "code", "1"));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
        assertThat(browser.get("/account").body()).contains("admin");
    }

    @Test
    void aTokenOfAnotherSessionIsNone() {
        Browser other = new Browser(port).signIn("officer1", "officer1-demo");
        String token = other.get("/account").body().replaceAll("(?s).*?name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        assertThat(token).hasSizeGreaterThan(20).doesNotContain("<");

        HttpResponse<String> answer = browser.post("/account/sign-out-everywhere", Map.of("_csrf", token));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void theApiNeedsNoTokenFromWhoeverBringsTheirOwnPassword() {
        Browser basic = new Browser(port).withBasic("data1", "data1-demo");
        assertThat(basic.postJson("/api/records", "{}").statusCode())
                .as("looked at, and found wanting")
                .isIn(400, 422);

        browser.withBasic("data1", "wrong");
        assertThat(browser.postJson("/api/records", "{}").statusCode())
                .as("a session beside a wrong password")
                .isEqualTo(401);
    }

    private Set<String> changingPaths() {
        Set<String> paths = new TreeSet<>();
        routes.getHandlerMethods().keySet().forEach(route -> {
            Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
            if (!methods.isEmpty() && !READING.containsAll(methods)) {
                assertThat(methods).as(route.toString()).containsExactly(RequestMethod.POST);
                route.getPatternValues().forEach(pattern -> paths.add(pattern.replaceAll("\\{[^}]+}", "x")));
            }
        });
        return paths;
    }
}
