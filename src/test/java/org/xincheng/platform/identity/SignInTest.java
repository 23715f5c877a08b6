package org.xincheng.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.xincheng.support.Browser;
import org.xincheng.support.XinchengTest;

/** One sign-in for everything, tried over HTTP. */
@XinchengTest
class SignInTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";

    @LocalServerPort
    int port;

    @Autowired
    ObjectProvider<ClientRegistrationRepository> providers;

    Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
    }

    @Test
    void signingInOnceOpensTasklistAndOurPages() {
        assertThat(browser.get(TASKLIST).headers().firstValue("Location").orElseThrow())
                .endsWith("/login");

        browser.signIn("officer1", "officer1-demo");

        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        HttpResponse<String> user = browser.get(WHO_AM_I);
        assertThat(user.statusCode()).isEqualTo(200);
        assertThat(user.body()).contains("\"userId\":\"officer1\"").contains("\"tasklist\"");
        assertThat(user.body()).doesNotContain("\"cockpit\"").doesNotContain("\"admin\"");
        assertThat(browser.get("/").body()).contains("陈立案").contains("案件承办人");
    }

    @Test
    void afterSigningInTheUserComesToWhereTheyWanted() {
        browser.get(TASKLIST);

        HttpResponse<String> answer =
                browser.submit("/login", "/login", Map.of("username", "officer1", "password", "officer1-demo"));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains(TASKLIST);
    }

    @Test
    void signingOutOnOurPagesEndsTasklistToo() {
        browser.signIn("officer1", "officer1-demo");
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);

        browser.submit("/", "/logout", Map.of());

        assertThat(browser.get(WHO_AM_I).statusCode()).isEqualTo(401);
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(302);
    }

    @Test
    void signingOutInTasklistEndsOurPagesToo() {
        browser.signIn("officer1", "officer1-demo");

        HttpResponse<String> answer = browser.engine("POST", "/admin/auth/user/default/logout", "");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(browser.get(WHO_AM_I).statusCode()).isEqualTo(401);
        assertThat(browser.get("/demo").statusCode()).isEqualTo(302);
        assertThat(browser.get("/").body()).doesNotContain("陈立案");
    }

    @Test
    void theFormOfAnOpenTasklistSignsInToEverything() {
        HttpResponse<String> answer = browser.engineForm(
                "/admin/auth/user/default/login/tasklist", "username=officer1&password=officer1-demo");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"userId\":\"officer1\"")
                .contains("\"authorizedApps\":[\"tasklist\",\"welcome\"]");
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(browser.get("/").body()).contains("陈立案");
    }

    @Test
    void theFormOfAnOpenTasklistRefusesAWrongPassword() {
        HttpResponse<String> answer =
                browser.engineForm("/admin/auth/user/default/login/tasklist", "username=dept1&password=wrong");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(302);
    }

    @Test
    void aWrongPasswordSignsNobodyIn() {
        HttpResponse<String> answer =
                browser.submit("/login", "/login", Map.of("username", "auditor1", "password", "wrong"));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login?error");
        assertThat(browser.get("/login?error").body()).contains("未能登录");
        assertThat(browser.get(WHO_AM_I).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setup/default"
            })
    void theEnginesFirstAdministratorPageIsClosedToEverybody(String path) {
        String user = "{\"profile\":{\"id\":\"mallory\"},\"credentials\":{\"password\":\"x\"}}";

        assertThat(browser.postJson(path, user).statusCode()).isEqualTo(401);

        browser.signIn("admin", "admin-test-secret");
        HttpResponse<String> asAdmin = browser.engine("POST", path.substring("/camunda/api".length()), user);
        assertThat(asAdmin.statusCode()).isEqualTo(403);
        assertThat(asAdmin.body()).contains("无权执行此操作");
        assertThat(browser.get(path).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/login, 200",
        "/deadlines, 200",
        "/xincheng.css, 200",
        "/api/deadlines/compute?start=2026-02-10&count=5&unit=WORKING_DAY, 200",
        "/api/public/nothing-here, 404",
        "/public/nothing-here, 404",
        "/api/cases/nothing-here, 401",
        "/api/records/nothing-here, 401",
        "/api/demo/clock, 401",
        "/camunda/api/engine/engine, 200",
        "/camunda/api/engine/engine/default, 401",
        "/camunda/api/engine/engine/default/task, 401",
        "/cases/nothing-here, 302",
        "/records/nothing-here, 302",
        "/demo, 302",
        "/demo/mail, 302",
        "/engine-rest/engine, 302",
        "/camunda/app/cockpit/default/, 302"
    })
    void aVisitorGets(String path, int status) {
        assertThat(browser.get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void theApiAnswersAProblemInBothLanguagesAndAsksNoBrowserForAPassword() {
        HttpResponse<String> answer = browser.get("/api/cases/nothing-here");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("请先登录").contains("Sign in first");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void whatIsNotThereIsAProblemForTheApiAndAPageForPeople() {
        HttpResponse<String> api = browser.get("/api/public/nothing-here");
        assertThat(api.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(api.body()).contains("\"title\":\"没有此资源\"").contains("\"titleEn\":\"Not found\"");

        HttpResponse<String> page = browser.get("/public/nothing-here");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("没有此页面").contains("状态码：404");
    }

    @Test
    void aSessionAloneCannotChangeAnythingThroughTheApi() {
        browser.signIn("admin", "admin-test-secret");

        HttpResponse<String> answer = browser.postJson("/api/demo/clock", "{\"now\":\"2099-01-01T00:00:00+08:00\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/demo/clock").statusCode()).isEqualTo(200);
    }

    @Test
    void recordsAreTheDataOfficersPath() {
        Browser dataOfficer = new Browser(port).signIn("data1", "data1-demo");
        assertThat(dataOfficer.get("/api/records/nothing-here").statusCode()).isEqualTo(404);

        browser.signIn("officer1", "officer1-demo");
        assertThat(browser.get("/api/records/nothing-here").statusCode()).isEqualTo(403);
    }

    @Test
    void whereNoIdentityProviderIsConfiguredThereIsNoWayOverOne() {
        assertThat(providers.getIfAvailable()).isNull();
        assertThat(browser.get("/login").body()).doesNotContain("oauth2");
        assertThat(browser.get("/oauth2/authorization/city").headers().firstValue("Location"))
                .contains("/login");
        assertThat(browser.get("/login/oauth2/code/city?state=x&code=x")
                        .headers()
                        .firstValue("Location"))
                .contains("/login");
    }

    @Test
    void cockpitIsTheAdministrators() {
        browser.signIn("admin", "admin-test-secret");

        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get(WHO_AM_I).body()).contains("\"cockpit\"");
    }
}
