package org.xincheng.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.identity.StaffGroup;
import org.xincheng.support.Browser;
import org.xincheng.support.TestClock;

/** Guessing passwords, tried over HTTP. */
@StrictSignIn
class SignInLimitsTest {

    private static final String TASKLIST_FORM = "/admin/auth/user/default/login/tasklist";
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    SampleUsers users;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private String address;

    @BeforeEach
    void comeFromAnAddressOfOnesOwn() {
        address = "203.0.113." + ADDRESSES.incrementAndGet();
        clock.at("2026-03-09T09:00");
    }

    @Test
    void anAddressThatGuessesHasToWait() {
        String user = users.make(StaffGroup.CASE_OFFICER);
        useUpTheAddress();

        HttpResponse<String> form = login(browser(), user, SampleUsers.PASSWORD);
        assertThat(form.statusCode()).isEqualTo(429);
        assertThat(form.headers().firstValue("Retry-After")).contains("30");
        assertThat(form.body()).contains("登录失败次数过多").doesNotContain("Exception");

        HttpResponse<String> api =
                browser().withBasic(user, SampleUsers.PASSWORD).get("/api/cases/nothing-here");
        assertThat(api.statusCode()).isEqualTo(429);
        assertThat(api.headers().firstValue("Retry-After")).contains("30");
        assertThat(api.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(api.body()).contains("\"code\":\"tooManyAttempts\"");

        HttpResponse<String> tasklist =
                browser().engineForm(TASKLIST_FORM, "username=" + user + "&password=" + SampleUsers.PASSWORD);
        assertThat(tasklist.statusCode()).isEqualTo(429);
        assertThat(tasklist.body()).contains("\"code\":\"tooManyAttempts\"");
    }

    @Test
    void otherAddressesAreNotHeldUpAndTheAddressItselfNotForLong() {
        String user = users.make(StaffGroup.CASE_OFFICER);
        useUpTheAddress();

        Browser elsewhere = new Browser(port).with("X-Forwarded-For", "198.51.100.77");
        assertThat(location(login(elsewhere, user, SampleUsers.PASSWORD))).isEqualTo("/");

        clock.advance(Duration.ofSeconds(30));
        assertThat(location(login(browser(), user, SampleUsers.PASSWORD))).isEqualTo("/");
    }

    @Test
    void anAddressPutInFrontOfOnesOwnChangesNothing() {
        useUpTheAddress();

        Browser pretender = new Browser(port).with("X-Forwarded-For", "198.51.100.1, " + address);
        assertThat(login(pretender, "nobody", "wrong").statusCode()).isEqualTo(429);
    }

    @Test
    void rightPasswordsCostAnAddressNothing() {
        String user = users.make(StaffGroup.CASE_OFFICER);
        Browser basic = browser().withBasic(user, SampleUsers.PASSWORD);

        for (int i = 0; i < 30; i++) {
            assertThat(basic.get("/api/cases/nothing-here").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aFailureLocksTheAccountForAWhileThatGrows() {
        String user = users.make(StaffGroup.CASE_OFFICER);
        fail(user, 3);

        assertThat(location(login(browser(), user, SampleUsers.PASSWORD)))
                .as("four seconds after the third")
                .isEqualTo("/login?error");
        clock.advance(Duration.ofSeconds(5));
        assertThat(location(login(browser(), user, SampleUsers.PASSWORD))).isEqualTo("/");
        assertThat(stored(user).getAttempts()).isZero();
    }

    @Test
    void nobodyCanLockAnotherOutForMoreThanTenMinutes() {
        String user = users.make(StaffGroup.CASE_OFFICER);
        jdbc.sql("update act_id_user set attempts_ = 5000 where id_ = ?")
                .param(user)
                .update();

        login(browser(), user, "wrong");

        Instant until = stored(user).getLockExpirationTime().toInstant();
        assertThat(until).isEqualTo(clock.now().plus(Duration.ofMinutes(10)));
        clock.advance(Duration.ofSeconds(601));
        assertThat(location(login(browser(), user, SampleUsers.PASSWORD))).isEqualTo("/");
    }

    @Test
    void unknownUserWrongPasswordAndLockedAccountAreNotToldApart() throws Exception {
        String known = users.make(StaffGroup.CASE_OFFICER);
        String locked = users.make(StaffGroup.CASE_OFFICER);
        fail(locked, 4);

        List<String> answers = new ArrayList<>();
        for (Callable<HttpResponse<String>> attempt : List.<Callable<HttpResponse<String>>>of(
                () -> login(browser(), "nobody", "wrong"),
                () -> login(browser(), known, "wrong"),
                () -> login(browser(), locked, SampleUsers.PASSWORD))) {
            answers.add(answerOf(attempt));
        }

        assertThat(answers).hasSize(3);
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(2)).isEqualTo(answers.get(0));
    }

    @Test
    void whatWasTypedIsNeverLogged() {
        String user = users.make(StaffGroup.CASE_OFFICER);
        login(browser(), "MySecretInTheWrongField1", "x");
        for (int failure = 1; failure <= 5; failure++) {
            login(browser(), user, "MyOtherSecret2");
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(users.logOf(user))
                .filteredOn(entry -> entry.equals("signIn.failed refused by " + user))
                .hasSize(5);
        assertThat(users.logOf(user)).endsWith("signIn.locked delayed by " + user);
        assertThat(users.logOf("unknown")).contains("signIn.failed refused by unknown");
        assertThat(jdbc.sql("select count(*) from audit.entry e where e::text like '%Secret%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void signingInAndOutIsLogged() {
        String user = users.make(StaffGroup.CASE_OFFICER);
        Browser browser = browser().signIn(user, SampleUsers.PASSWORD);
        browser.submit("/account", "/logout", Map.of());

        assertThat(users.logOf(user)).containsExactly("signIn done by " + user, "signOut done by " + user);
    }

    @Test
    void namesThatCannotBeAreRefusedLikeAnyOther() {
        for (String name : List.of("x".repeat(9000), "' or 1=1 --", "${1+1}", "陈立案", "", "../admin", "admin\r\nx")) {
            assertThat(location(login(browser(), name, "wrong"))).as(name).isEqualTo("/login?error");
        }
        // No parameter may hold what no database can keep.
        assertThat(login(browser(), "a\0b", "wrong").statusCode()).isEqualTo(400);
        assertThat(login(browser(), "officer1", "p\0w").statusCode()).isEqualTo(400);
        assertThat(location(login(browser(), "officer1", "p".repeat(9000)))).isEqualTo("/login?error");
    }

    @Test
    void manyWrongPasswordsAtOnceAreRefusedOneByOne() throws Exception {
        String user = users.make(StaffGroup.CASE_OFFICER);
        ExecutorService guessers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> guesses = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                guesses.add(() -> browser()
                        .withBasic(user, "wrong")
                        .get("/api/cases/nothing-here")
                        .statusCode());
            }
            for (Future<Integer> answer : guessers.invokeAll(guesses)) {
                assertThat(answer.get()).isEqualTo(401);
            }
        } finally {
            guessers.shutdownNow();
        }
        assertThat(stored(user).getAttempts())
                .as("while an account is locked, no password is looked at")
                .isEqualTo(1);
    }

    /** Status, where it leads, and the headers that could differ; fails where the answer came too soon. */
    private static String answerOf(Callable<HttpResponse<String>> attempt) throws Exception {
        long began = System.nanoTime();
        HttpResponse<String> answer = attempt.call();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Credentials.SHORTEST_FAILURE);
        return answer.statusCode()
                + location(answer)
                + answer.body().length()
                + answer.headers().map().keySet().stream()
                        .filter(name -> !name.equalsIgnoreCase("set-cookie"))
                        .sorted()
                        .toList();
    }

    private void useUpTheAddress() {
        for (int i = 0; i < 20; i++) {
            assertThat(browser()
                            .withBasic("nobody", "wrong")
                            .get("/api/cases/nothing-here")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private void fail(String user, int times) {
        for (int i = 0; i < times; i++) {
            login(browser(), user, "wrong");
            clock.advance(Duration.ofSeconds(i + 1 < times ? 60 : 0));
        }
    }

    private UserEntity stored(String user) {
        return (UserEntity) identities.createUserQuery().userId(user).singleResult();
    }

    private Browser browser() {
        return new Browser(port).with("X-Forwarded-For", address);
    }

    private static HttpResponse<String> login(Browser browser, String user, String password) {
        return browser.submit("/login", "/login", Map.of("username", user, "password", password));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none " + answer.statusCode());
    }
}
