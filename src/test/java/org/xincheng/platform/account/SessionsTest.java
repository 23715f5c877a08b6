package org.xincheng.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xincheng.identity.StaffGroup;
import org.xincheng.support.Browser;

/** What ends a session, tried over HTTP. */
@StrictSignIn
class SessionsTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String WHO_AM_I = "/camunda/api/admin/auth/user/default";

    @LocalServerPort
    int port;

    @Autowired
    SampleUsers users;

    @Autowired
    IdentityService identities;

    @Autowired
    MovedTime time;

    @Test
    void aFourthSessionEndsTheOldest() {
        String user = users.make(StaffGroup.CASE_OFFICER);
        Browser first = signIn(user);
        Browser second = signIn(user);
        Browser third = signIn(user);
        assertThat(isSignedIn(first)).isTrue();

        Browser fourth = signIn(user);

        assertThat(isSignedIn(first)).isFalse();
        assertThat(isSignedIn(second)).isTrue();
        assertThat(isSignedIn(third)).isTrue();
        assertThat(isSignedIn(fourth)).isTrue();
        assertThat(users.logOf(user)).contains("account.sessionEnded oneTooMany by " + user);
    }

    @Test
    void aSessionNobodyTouchesEndsAfterHalfAnHour() {
        Browser browser = signIn(users.make(StaffGroup.CASE_OFFICER));
        time.advance(Duration.ofMinutes(29));
        assertThat(isSignedIn(browser)).isTrue();
        time.advance(Duration.ofMinutes(29));
        assertThat(isSignedIn(browser)).isTrue();

        time.advance(Duration.ofMinutes(30));

        HttpResponse<String> answer = browser.get("/cases");
        assertThat(answer.headers().firstValue("Location")).contains("/login?ended");
        assertThat(browser.get("/login?ended").body()).contains("您的登录已经结束");
        assertThat(isSignedIn(browser)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/count", "/list?firstResult=0&maxResults=15"})
    void listsThatRefreshThemselvesKeepNoSessionAlive(String refresh) {
        Browser browser = signIn(users.make(StaffGroup.CASE_OFFICER));
        String filter = browser.get("/camunda/api/engine/engine/default/filter?resourceType=Task&maxResults=1")
                .body()
                .replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        for (int minutes = 0; minutes < 24; minutes += 8) {
            time.advance(Duration.ofMinutes(8));
            assertThat(browser.engineRefresh("/engine/engine/default/filter/" + filter + refresh)
                            .statusCode())
                    .isEqualTo(200);
        }

        time.advance(Duration.ofMinutes(8));

        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void whatTheListsShowOfTheirCasesKeepsNoSessionAlive() {
        Browser browser = signIn(users.make(StaffGroup.CASE_OFFICER));
        for (int minutes = 0; minutes < 24; minutes += 8) {
            time.advance(Duration.ofMinutes(8));
            assertThat(browser.get("/api/task-cards?task=none").statusCode()).isEqualTo(200);
        }

        time.advance(Duration.ofMinutes(8));

        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void noSessionLastsLongerThanTwelveHours() {
        Browser browser = signIn(users.make(StaffGroup.CASE_OFFICER));
        for (int half = 1; half < 2 * 12 + 1; half++) {
            time.advance(Duration.ofMinutes(29));
            assertThat(isSignedIn(browser)).isTrue();
        }

        time.advance(Duration.ofMinutes(28));

        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void whoeverLosesAGroupLosesTheSessionEverywhereAtOnce() {
        String user = users.make(StaffGroup.DATA_OFFICER, StaffGroup.CASE_OFFICER);
        Browser browser = signIn(user);
        assertThat(browser.get("/api/records/nothing-here").statusCode()).isEqualTo(404);
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(browser.get(WHO_AM_I).statusCode()).isEqualTo(200);

        identities.deleteMembership(user, StaffGroup.DATA_OFFICER.id());

        assertThat(browser.get(WHO_AM_I).statusCode())
                .as("the engine's own filter")
                .isEqualTo(401);
        assertThat(browser.get("/api/records/nothing-here").statusCode()).isEqualTo(401);
        assertThat(isSignedIn(browser)).isFalse();
        assertThat(signIn(user).get("/api/records/nothing-here").statusCode()).isEqualTo(403);
    }

    @Test
    void theSessionsOfADeletedUserEnd() {
        String user = users.make(StaffGroup.CASE_OFFICER);
        Browser browser = signIn(user);

        identities.deleteUser(user);

        assertThat(browser.get(WHO_AM_I).statusCode()).isEqualTo(401);
        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void aPasswordChangedElsewhereEndsTheSessionsThatRestOnTheOldOne() {
        String userId = users.make(StaffGroup.CASE_OFFICER);
        Browser browser = signIn(userId);

        User user = identities.createUserQuery().userId(userId).singleResult();
        user.setPassword("Another#7-password");
        identities.saveUser(user);

        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void signingOutEverywhereEndsAllOfOnesOwnAndNobodyElses() {
        String user = users.make(StaffGroup.CASE_OFFICER);
        Browser colleague = signIn(users.make(StaffGroup.CASE_OFFICER));
        Browser here = signIn(user);
        Browser there = signIn(user);
        assertThat(here.get("/account").body()).contains("已登录的设备").contains("当前");

        here.submit("/account", "/account/sign-out-everywhere", Map.of());

        assertThat(isSignedIn(here)).isFalse();
        assertThat(isSignedIn(there)).isFalse();
        assertThat(there.get(WHO_AM_I).statusCode()).isEqualTo(401);
        assertThat(isSignedIn(colleague)).isTrue();
        assertThat(users.logOf(user)).contains("account.sessionsEnded 2 by " + user);
    }

    @Test
    void anAdministratorSeesWhoIsSignedInAndEndsTheirSessions() {
        String user = users.make(StaffGroup.CASE_OFFICER);
        String adminId = users.make(StaffGroup.ADMINISTRATOR);
        Browser browser = signIn(user);
        Browser admin = signIn(adminId);
        assertThat(admin.get("/account/sessions").body()).contains(user).contains(adminId);

        admin.submit("/account/sessions", "/account/sessions/end", Map.of("user", user));

        assertThat(isSignedIn(browser)).isFalse();
        assertThat(isSignedIn(admin)).isTrue();
        assertThat(users.logOf(user)).contains("account.sessionsEnded 1 by " + adminId);
    }

    @Test
    void nobodyElseSeesOrEndsThem() {
        String victim = users.make(StaffGroup.CASE_OFFICER);
        Browser browser = signIn(victim);
        Browser staff = signIn(users.make(StaffGroup.PRINCIPAL));

        assertThat(staff.get("/account/sessions").statusCode()).isEqualTo(403);
        assertThat(staff.submit("/account", "/account/sessions/end", Map.of("user", victim))
                        .statusCode())
                .isEqualTo(403);
        assertThat(staff.submit("/account", "/account/sessions/reset-factor", Map.of("user", victim))
                        .statusCode())
                .isEqualTo(403);
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(new Browser(port).get("/account/sessions").headers().firstValue("Location"))
                .contains("/login");
    }

    @Test
    void theSessionsIdChangesOnSignInAndIsNeverTakenFromOutside() {
        Browser browser = new Browser(port);
        browser.get("/login");
        String before = browser.cookie("XINCHENGSESSION");
        browser.signIn(users.make(StaffGroup.CASE_OFFICER), SampleUsers.PASSWORD);

        assertThat(browser.cookie("XINCHENGSESSION")).isNotEqualTo(before).hasSizeGreaterThan(20);
        Browser thief = new Browser(port).with("Cookie", "XINCHENGSESSION=" + before);
        assertThat(thief.get("/account").statusCode()).isEqualTo(302);
        assertThat(thief.get("/account;XINCHENGSESSION=" + browser.cookie("XINCHENGSESSION"))
                        .statusCode())
                .as("no session in an address")
                .isIn(302, 400);
    }

    @Test
    void signingInAsSomebodyElseLeavesNothingOfTheFirst() {
        String first = users.make(StaffGroup.DATA_OFFICER);
        String second = users.make(StaffGroup.CASE_OFFICER);
        Browser browser = signIn(first);
        browser.get(TASKLIST);

        browser.signIn(second, SampleUsers.PASSWORD);

        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(browser.get(WHO_AM_I).body()).contains(second).doesNotContain(first);
        assertThat(browser.get("/api/records/nothing-here").statusCode()).isEqualTo(403);
    }

    private Browser signIn(String user) {
        return new Browser(port).signIn(user, SampleUsers.PASSWORD);
    }

    private static boolean isSignedIn(Browser browser) {
        return browser.get("/account").statusCode() == 200;
    }
}
