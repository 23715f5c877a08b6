package org.xincheng.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.identity.StaffGroup;
import org.xincheng.support.Browser;
import org.xincheng.support.TestClock;

/** The second factor, tried over HTTP. */
@StrictSignIn
class SecondFactorTest {

    private static final String PAGE = "/account/second-factor";
    private static final String TASKLIST_FORM = "/admin/auth/user/default/login/tasklist";
    private static final Pattern RECOVERY_CODE = Pattern.compile(">([a-z2-9]{5}-[a-z2-9]{5})<");
    private static final String API = "/api/cases/nothing-here";

    private static final AtomicInteger TESTS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    SampleUsers users;

    @Autowired
    MovedTime time;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private String user;
    private Authenticator authenticator;
    private List<String> recoveryCodes;

    @BeforeEach
    void enrolAUser() {
        // Each test an hour of its own: wrong codes of the one before are forgiven.
        clock.at(LocalDateTime.of(2026, 3, 9, 9, 0).plusHours(TESTS.incrementAndGet()));
        user = users.make(StaffGroup.PRINCIPAL);
        Browser browser = new Browser(port).signIn(user, SampleUsers.PASSWORD);
        enrol(browser);
    }

    @Test
    void afterThePasswordNothingIsReachableBeforeTheCode() {
        Browser browser = new Browser(port);
        assertThat(location(password(browser))).isEqualTo("/login/code");
        assertThat(browser.get("/login/code").body()).contains("输入动态验证码");

        assertThat(location(browser.get("/account"))).isEqualTo("/login");
        assertThat(location(browser.get("/cases"))).isEqualTo("/login");
        assertThat(browser.get(API).statusCode()).isEqualTo(401);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(401);
        assertThat(location(browser.get("/camunda/app/tasklist/default/"))).isEqualTo("/login");

        assertThat(location(code(browser, nextCode()))).contains("/camunda/app/tasklist/default/");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains(user);
    }

    @Test
    void aCodePassesOnceOnly() {
        String code = nextCode();
        Browser first = new Browser(port);
        password(first);
        assertThat(location(code(first, code))).isEqualTo("/");

        Browser second = new Browser(port);
        password(second);
        assertThat(location(code(second, code))).isEqualTo("/login/code?error");
        assertThat(second.get("/login/code?error").body()).contains("已经用过");
        assertThat(second.get("/account").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void aTelephoneMayBeOneStepOff(int steps) {
        time.advance(Duration.ofMinutes(5));
        Browser browser = new Browser(port);
        password(browser);

        String code = authenticator.code(time.now().plusSeconds(30L * steps));

        assertThat(location(code(browser, code))).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 3, 10})
    void aTelephoneMayNotBeFurtherOff(int steps) {
        time.advance(Duration.ofMinutes(5));
        Browser browser = new Browser(port);
        password(browser);

        String code = authenticator.code(time.now().plusSeconds(30L * steps));

        assertThat(location(code(browser, code))).isEqualTo("/login/code?error");
    }

    @Test
    void codesCannotBeGuessed() {
        Browser browser = new Browser(port);
        password(browser);
        for (int i = 0; i < 5; i++) {
            assertThat(location(code(browser, "00000" + i))).isEqualTo("/login/code?error");
        }

        HttpResponse<String> sixth = code(browser, nextCode());

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).contains("360");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        assertThat(users.logOf(user)).contains("signIn.failed code by " + user);

        clock.advance(Duration.ofMinutes(6));
        assertThat(location(code(browser, nextCode()))).isEqualTo("/account");
    }

    @Test
    void theCodeMustComeWithinFiveMinutes() {
        Browser browser = new Browser(port);
        password(browser);

        time.advance(Duration.ofMinutes(5));

        assertThat(location(browser.get("/login/code"))).isEqualTo("/login");
        assertThat(location(browser.submit("/login", "/login/code", Map.of("code", nextCode()))))
                .isEqualTo("/login?error");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aCodeWithoutAPasswordIsNothing() {
        Browser browser = new Browser(port);

        assertThat(location(browser.submit("/login", "/login/code", Map.of("code", nextCode()))))
                .isEqualTo("/login?error");
        assertThat(location(browser.submit("/login", "/login/code", Map.of("code", nextCode(), "username", user))))
                .isEqualTo("/login?error");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void eachRecoveryCodePassesOnce() {
        assertThat(recoveryCodes).hasSize(10).doesNotHaveDuplicates();
        String recovery = recoveryCodes.get(3);
        Browser first = new Browser(port);
        password(first);
        assertThat(location(code(first, " " + recovery.toUpperCase(Locale.ROOT) + " ")))
                .isEqualTo("/");
        assertThat(first.get("/account").body()).contains("尚余9个恢复码");

        Browser second = new Browser(port);
        password(second);
        assertThat(location(code(second, recovery))).isEqualTo("/login/code?error");
    }

    @Test
    void nothingOfItIsReadableInTheDatabase() {
        String stored = jdbc.sql("select secret from platform.second_factor where user_id = ?")
                .param(user)
                .query(String.class)
                .single();
        assertThat(stored).hasSizeGreaterThan(60);
        assertThat(jdbc.sql("select mark from platform.recovery_code")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(mark -> mark.matches("[0-9a-f]{64}"));
    }

    @Test
    void basicNeedsACodeWithEachCall() {
        Browser basic = new Browser(port).withBasic(user, SampleUsers.PASSWORD);
        HttpResponse<String> without = basic.get(API);
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.body()).contains("\"code\":\"secondFactorNeeded\"");

        String code = nextCode();
        basic.with("X-One-Time-Code", code);
        assertThat(basic.get(API).statusCode()).isEqualTo(404);
        assertThat(basic.get(API).statusCode()).as("the same again").isEqualTo(401);

        Browser guesser = new Browser(port).withBasic(user, "wrong").with("X-One-Time-Code", nextCode());
        HttpResponse<String> wrong = guesser.get(API);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("\"code\":\"notSignedIn\"");
    }

    @Test
    void theFormOfTasklistSendsToTheSignInPage() {
        Browser browser = new Browser(port);

        HttpResponse<String> answer =
                browser.engineForm(TASKLIST_FORM, "username=" + user + "&password=" + encoded(SampleUsers.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"secondFactorNeeded\"").contains("\"signInPage\":\"/login\"");
        assertThat(browser.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(401);
    }

    @Test
    void removingItNeedsPasswordAndCode() {
        Browser browser = new Browser(port);
        password(browser);
        code(browser, nextCode());
        String path = PAGE + "/remove";

        browser.submit(PAGE, path, Map.of("password", "wrong", "code", nextCode()));
        clock.advance(Duration.ofMinutes(1));
        browser.submit(PAGE, path, Map.of("password", SampleUsers.PASSWORD, "code", "123456"));
        assertThat(location(password(new Browser(port)))).isEqualTo("/login/code");

        HttpResponse<String> answer =
                browser.submit(PAGE, path, Map.of("password", SampleUsers.PASSWORD, "code", nextCode()));
        assertThat(location(answer)).isEqualTo("/account");
        assertThat(location(password(new Browser(port)))).isEqualTo("/");
        assertThat(users.logOf(user)).contains("account.factorRemoved done by " + user);
    }

    @Test
    void enrollingNeedsThePasswordAndARightCodeAndEndsTheOtherSessions() {
        String another = users.make(StaffGroup.CASE_OFFICER);
        Browser elsewhere = new Browser(port).signIn(another, SampleUsers.PASSWORD);
        Browser browser = new Browser(port).signIn(another, SampleUsers.PASSWORD);
        Authenticator own = Authenticator.readFrom(browser.get(PAGE).body());
        assertThat(browser.get(PAGE).body()).contains("data:image/svg+xml;base64,");

        String right = own.code(time.now());
        assertThat(browser.submit(PAGE, PAGE, Map.of("password", "wrong", "code", right))
                        .body())
                .contains("现密码不正确");
        clock.advance(Duration.ofMinutes(1));
        assertThat(browser.submit(PAGE, PAGE, Map.of("password", SampleUsers.PASSWORD, "code", "000000"))
                        .body())
                .contains("验证码不正确");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);

        HttpResponse<String> done =
                browser.submit(PAGE, PAGE, Map.of("password", SampleUsers.PASSWORD, "code", own.code(time.now())));
        assertThat(done.body()).contains("恢复码");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorResetsAnothersFactorButNotTheirOwn() {
        String adminId = users.make(StaffGroup.ADMINISTRATOR);
        Browser admin = new Browser(port).signIn(adminId, SampleUsers.PASSWORD);
        String reset = "/account/sessions/reset-factor";
        admin.submit("/account/sessions", reset, Map.of("user", user));
        assertThat(location(password(new Browser(port)))).isEqualTo("/");
        assertThat(users.logOf(user)).contains("account.factorReset done by " + adminId);

        enrol(admin);
        admin.submit("/account/sessions", reset, Map.of("user", adminId));
        assertThat(admin.get(PAGE).body()).contains("解除绑定");
    }

    @Test
    void whoMustHaveOneCanDoNothingElseBefore() {
        String designer = users.make(StaffGroup.DESIGNER);
        Browser browser = new Browser(port).signIn(designer, SampleUsers.PASSWORD);

        assertThat(location(browser.get("/"))).isEqualTo(PAGE);
        assertThat(location(browser.get("/cases"))).isEqualTo(PAGE);
        assertThat(location(browser.get("/account/sessions"))).isEqualTo(PAGE);
        assertThat(location(browser.get("/camunda/app/tasklist/default/"))).isEqualTo(PAGE);
        for (String path : List.of(API, "/camunda/api/engine/engine/default/task")) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("\"code\":\"secondFactorNeeded\"");
        }
        HttpResponse<String> basic =
                new Browser(port).withBasic(designer, SampleUsers.PASSWORD).get(API);
        assertThat(basic.statusCode()).isEqualTo(401);
        assertThat(basic.body()).contains("\"code\":\"secondFactorNeeded\"");

        enrol(browser);

        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    }

    private void enrol(Browser browser) {
        authenticator = Authenticator.readFrom(browser.get(PAGE).body());
        HttpResponse<String> answer = browser.submit(
                PAGE, PAGE, Map.of("password", SampleUsers.PASSWORD, "code", authenticator.code(time.now())));
        recoveryCodes = RECOVERY_CODE
                .matcher(answer.body())
                .results()
                .map(code -> code.group(1))
                .toList();
        assertThat(recoveryCodes).as(answer.body()).isNotEmpty();
    }

    /** A code nobody has used: time moves on to the next step but one. */
    private String nextCode() {
        time.advance(Duration.ofSeconds(60));
        return authenticator.code(time.now());
    }

    private HttpResponse<String> password(Browser browser) {
        return browser.submit("/login", "/login", Map.of("username", user, "password", SampleUsers.PASSWORD));
    }

    private static HttpResponse<String> code(Browser browser, String code) {
        return browser.submit("/login/code", "/login/code", Map.of("code", code));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none " + answer.statusCode());
    }
}
