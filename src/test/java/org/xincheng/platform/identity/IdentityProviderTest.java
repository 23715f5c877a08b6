package org.xincheng.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;
import org.xincheng.identity.StaffGroup;
import org.xincheng.platform.account.SampleUsers;
import org.xincheng.support.Browser;
import org.xincheng.support.XinchengTest;

/** Signing in by way of an identity provider, which is configured and answers over HTTP; passwords are the administrators' only. */
@XinchengTest
@Import(SampleUsers.class)
class IdentityProviderTest {

    private static final SampleProvider PROVIDER = new SampleProvider();

    @LocalServerPort
    int port;

    @Autowired
    SampleUsers users;

    @Autowired
    IdentityService identities;

    private Browser browser;
    private String user;

    @DynamicPropertySource
    static void configureTheProvider(DynamicPropertyRegistry settings) {
        String client = "spring.security.oauth2.client.registration.city.";
        settings.add(client + "client-id", () -> SampleProvider.CLIENT);
        settings.add(client + "client-secret", () -> "not-used-elsewhere");
        settings.add(client + "scope", () -> "openid,profile");
        settings.add("spring.security.oauth2.client.provider.city.issuer-uri", PROVIDER::issuer);
        settings.add("xincheng.sign-in.passwords-for-administrators-only", () -> "true");
    }

    @AfterAll
    static void stopTheProvider() {
        PROVIDER.close();
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
        user = users.make(StaffGroup.CASE_OFFICER);
    }

    @Test
    void whomTheProviderVouchesForIsTheUserOfThatIdWithTheirGroupsHere() {
        assertThat(browser.get("/login").body()).contains("使用统一身份认证登录").contains("/oauth2/authorization/city");
        PROVIDER.signsIn(user);

        assertThat(location(comeBack())).isEqualTo("/");

        assertThat(browser.get("/").body()).contains("案件承办人");
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"" + user + "\"")
                .doesNotContain("cockpit");
        assertThat(browser.get("/api/records/nothing-here").statusCode()).isEqualTo(403);
        assertThat(users.logOf(user)).containsExactly("signIn done by " + user);
    }

    @Test
    void nobodyBecomesAUserBySigningInThere() {
        PROVIDER.signsIn("stranger1");
        long before = identities.createUserQuery().count();

        assertThat(location(comeBack())).isEqualTo("/login?unknownHere");

        assertThat(browser.get("/login?unknownHere").body()).contains("本系统没有与之对应的账号");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        assertThat(identities.createUserQuery().count()).isEqualTo(before);
    }

    @Test
    void aTokenWithoutTheClaimIsNobodys() {
        PROVIDER.signsIn(null);

        assertThat(location(comeBack())).isEqualTo("/login?unknownHere");
    }

    static Stream<UnaryOperator<JWTClaimsSet.Builder>> spoilings() {
        return Stream.of(
                claims -> claims.claim("nonce", "another"),
                claims -> claims.claim("nonce", null),
                claims -> claims.audience("another-client"),
                claims -> claims.audience(List.of("xincheng", "another-client")),
                claims -> claims.issuer("http://127.0.0.1:1"),
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3600))));
    }

    @ParameterizedTest
    @MethodSource("spoilings")
    void aTokenForSomethingElseSignsNobodyIn(UnaryOperator<JWTClaimsSet.Builder> spoiling) {
        PROVIDER.signsIn(user);
        PROVIDER.spoils(spoiling);

        assertThat(location(comeBack())).isEqualTo("/login?providerFailed");
        assertThat(browser.get("/login?providerFailed").body()).contains("统一身份认证未能完成");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aTokenSignedByAnotherKeySignsNobodyIn() {
        PROVIDER.signsIn(user);
        PROVIDER.signsWithAnotherKey();

        assertThat(location(comeBack())).isEqualTo("/login?providerFailed");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void anAnswerNobodyAskedForSignsNobodyIn() {
        PROVIDER.signsIn(user);
        String code = PROVIDER.code("x");

        assertThat(location(browser.get("/login/oauth2/code/city?state=guessed&code=" + code)))
                .isEqualTo("/login?providerFailed");
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void passwordsAreTheAdministratorsOnly() {
        HttpResponse<String> answer =
                browser.submit("/login", "/login", Map.of("username", user, "password", SampleUsers.PASSWORD));
        assertThat(location(answer)).isEqualTo("/login?error");
        assertThat(new Browser(port)
                        .withBasic(user, SampleUsers.PASSWORD)
                        .get("/api/cases/x")
                        .statusCode())
                .isEqualTo(401);

        browser.signIn("admin", "admin-test-secret");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aUserTakenOutOfAGroupLosesTheSessionHereToo() {
        PROVIDER.signsIn(user);
        comeBack();
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);

        identities.deleteMembership(user, StaffGroup.CASE_OFFICER.id());

        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
    }

    /** Goes to the provider and comes back with its answer, as the browser of somebody who signs in there does. */
    private HttpResponse<String> comeBack() {
        String there = location(browser.get("/oauth2/authorization/city"));
        assertThat(there).startsWith(PROVIDER.issuer() + "/authorize?");
        var asked = UriComponentsBuilder.fromUriString(there).build(true).getQueryParams();
        String code = PROVIDER.code(asked.getFirst("nonce"));
        return browser.get("/login/oauth2/code/city?state=" + asked.getFirst("state") + "&code=" + code);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none " + answer.statusCode());
    }
}
