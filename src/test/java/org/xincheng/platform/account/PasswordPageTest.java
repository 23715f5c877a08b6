package org.xincheng.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xincheng.identity.StaffGroup;
import org.xincheng.support.Browser;
import org.xincheng.support.TestClock;

/** Changing one's own password, tried over HTTP. */
@StrictSignIn
class PasswordPageTest {

    private static final String PAGE = "/account/password";
    private static final String NEW = "Vale-of-9-rivers";

    @LocalServerPort
    int port;

    @Autowired
    SampleUsers users;

    @Autowired
    IdentityService identities;

    @Autowired
    TestClock clock;

    private String user;
    private Browser browser;

    @BeforeEach
    void signIn() {
        clock.at("2026-03-09T09:00");
        user = users.make(StaffGroup.CASE_OFFICER);
        browser = new Browser(port).signIn(user, SampleUsers.PASSWORD);
    }

    @Test
    void aChangedPasswordHoldsAndEndsTheOtherSessions() {
        Browser elsewhere = new Browser(port).signIn(user, SampleUsers.PASSWORD);

        HttpResponse<String> answer = change(SampleUsers.PASSWORD, NEW, NEW);

        assertThat(answer.headers().firstValue("Location")).contains("/account");
        assertThat(browser.get("/account").body()).contains("密码已修改");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
        assertThat(identities.checkPassword(user, NEW)).isTrue();
        assertThat(users.logOf(user)).contains("account.password changed by " + user);
    }

    @Test
    void whoDoesNotKnowThePresentOneChangesNothing() {
        HttpResponse<String> answer = change("wrong", NEW, NEW);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("现密码不正确").doesNotContain(NEW);
        clock.advance(Duration.ofMinutes(1));
        assertThat(identities.checkPassword(user, SampleUsers.PASSWORD)).isTrue();
        assertThat(users.logOf(user)).contains("signIn.failed refused by " + user);
    }

    @ParameterizedTest
    @CsvSource({
        "Short-7a, Short-7a, 至少10位。",
        "alllowercase-7, alllowercase-7, 至少含1个大写字母",
        "Password2026!, Password2026!, 不得以常见的词",
        "Kx7#mornings-at-sea, Kx7#mornings-at-sea, 与现密码相同",
        "Vale-of-9-rivers, Vale-of-9-river, 不一致"
    })
    void aBadNewPasswordIsRefusedWithItsReason(String wanted, String repeated, String reason) {
        HttpResponse<String> answer = change(SampleUsers.PASSWORD, wanted, repeated);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(reason).doesNotContain(wanted);
        assertThat(identities.checkPassword(user, SampleUsers.PASSWORD)).isTrue();
    }

    @Test
    void anAdministratorNeedsTwelveCharacters() {
        String admin = users.make(StaffGroup.ADMINISTRATOR);
        browser = new Browser(port).signIn(admin, SampleUsers.PASSWORD);

        assertThat(change(SampleUsers.PASSWORD, "Vale-9-riv", "Vale-9-riv").body())
                .contains("系统管理员的密码至少12位");
        assertThat(change(SampleUsers.PASSWORD, "Vale-9-river", "Vale-9-river")
                        .headers()
                        .firstValue("Location"))
                .contains("/account");
    }

    @Test
    void thePasswordOfTheEnvironmentIsChangedThere() {
        browser = new Browser(port).signIn("admin", "admin-test-secret");

        assertThat(browser.get(PAGE).body()).contains("XINCHENG_ADMIN_PASSWORD").doesNotContain("name=\"new\"");
        browser.submit("/account", PAGE, Map.of("present", "admin-test-secret", "new", NEW, "repeated", NEW));
        assertThat(identities.checkPassword("admin", "admin-test-secret")).isTrue();
    }

    @Test
    void aPasswordThatIsTooOldIsChangedBeforeAnythingElse() {
        clock.advance(Duration.ofDays(91));
        browser = new Browser(port).signIn(user, SampleUsers.PASSWORD);

        assertThat(browser.get("/cases").headers().firstValue("Location")).contains(PAGE);
        assertThat(browser.get(PAGE).body()).contains("须先修改密码");
        assertThat(browser.get("/api/cases/nothing-here").statusCode()).isEqualTo(403);
        HttpResponse<String> basic =
                new Browser(port).withBasic(user, SampleUsers.PASSWORD).get("/api/cases/nothing-here");
        assertThat(basic.statusCode()).isEqualTo(401);
        assertThat(basic.body()).contains("passwordChangeNeeded");

        change(SampleUsers.PASSWORD, NEW, NEW);

        assertThat(browser.get("/cases").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> change(String present, String wanted, String repeated) {
        return browser.submit(PAGE, PAGE, Map.of("present", present, "new", wanted, "repeated", repeated));
    }
}
