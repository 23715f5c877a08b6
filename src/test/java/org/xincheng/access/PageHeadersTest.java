package org.xincheng.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xincheng.access.AccessTable.Owner;
import org.xincheng.platform.layers.SecurityLayer;
import org.xincheng.support.Browser;
import org.xincheng.support.XinchengTest;

/** What every page of the table tells the browser it may not do, and that no page holds a script or a style of its own. */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: its pages need a context of their own.
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class PageHeadersTest {

    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\ssrc=)|<style|\\sstyle=|\\son[a-z]+=|javascript:", Pattern.CASE_INSENSITIVE);

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    List<SecurityLayer> layers;

    @Autowired
    JavaMailSender sender;

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VISITOR", "CASE_OFFICER", "ADMINISTRATOR"})
    void everyGetRouteIsAnsweredUnderAStrictPolicy(Role role) throws Exception {
        AccessObjects objects = new AccessObjects(beans, SampleMail.send(sender, port), SampleReview.draw(beans, port));
        Browser browser =
                role == Role.VISITOR ? new Browser(port) : new Browser(port).signIn(role.account(), role.password());
        for (Route route : Routes.of(mappings)) {
            if (!route.method().equals("GET")) {
                continue;
            }
            HttpResponse<String> answer =
                    browser.get(objects.address(route, Owner.of(route).get(0)));
            String what = route.key() + " as " + role.column() + " " + answer.statusCode();
            common(what, answer);
            String policy = policy(what, answer);
            boolean engines = route.path().startsWith("/camunda/");
            if (engines && answer.statusCode() == 200) {
                assertThat(policy).as(what).contains("script-src 'nonce-").contains("default-src 'self'");
            } else if (!engines) {
                assertThat(policy).as(what).contains("default-src 'none'").doesNotContain("unsafe-");
            }
            if (role != Role.VISITOR) {
                assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                        .as(what)
                        .contains(route.path().matches("/.*\\.(css|js|svg)") ? "no-cache" : "no-store");
            }
            boolean document = route.path().endsWith("/content") || route.path().endsWith("/body");
            boolean html =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
            if (!engines && !document && html) {
                assertThat(answer.body()).as(what).doesNotContainPattern(INLINE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing-here",
                "/api/public/nothing-here",
                "/a;b=c",
                "//",
                "/api//cases",
                "/error",
                "/login?error",
                "/camunda/api/admin/setup/default",
                "/camunda/nothing-here"
            })
    void errorsAreAnsweredUnderItToo(String path) {
        HttpResponse<String> answer = new Browser(port).get(path);

        common(path, answer);
        assertThat(policy(path, answer)).as(path).contains("default-src 'none'").doesNotContain("unsafe-");
    }

    /** Some addresses are refused by the server itself, before there is an application to ask: its answer says so and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"/%2e%2e/x", "/cases/%00"})
    void theServersOwnRefusalSaysNothing(String path) {
        HttpResponse<String> answer = new Browser(port).get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Tomcat", "script", "Exception", path);
        assertThat(answer.headers().map().keySet()).doesNotContain("server");
    }

    @Test
    void theLettersOwnStylesAreNamedByTheirHash() throws Exception {
        AccessObjects objects = new AccessObjects(beans, "none", SampleReview.draw(beans, port));
        Browser officer = new Browser(port).signIn("officer1", "officer1-demo");

        HttpResponse<String> letter = officer.get("/letters/" + objects.letter(Owner.OWN) + "/content");

        assertThat(letter.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .containsPattern("style-src 'sha256-[A-Za-z0-9+/]{43}='; ")
                .contains("sandbox")
                .doesNotContain("script-src")
                .doesNotContain("unsafe-");
        assertThat(letter.body()).containsOnlyOnce("<style>");
    }

    /** The web applications keep Camunda's policy, so that an upgrade's is noticed; what they open has its own. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void theWebApplicationsKeepCamundasPolicyAndOneWordMore(String app) {
        HttpResponse<String> page =
                new Browser(port).signIn("admin", "admin-test-secret").get("/camunda/app/" + app + "/default/");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .matches(Pattern.quote(ContentSecurityPolicyProvider.HEADER_DEFAULT_VALUE)
                                .replace(ContentSecurityPolicyProvider.HEADER_NONCE_PLACEHOLDER, "\\E'nonce-[^']+'\\Q")
                        + " allow-popups-to-escape-sandbox");
    }

    @Test
    void encryptedAnswersAskToStayEncrypted() throws Exception {
        mvc.perform(get("/").secure(true))
                .andExpect(header().string("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains"));
        mvc.perform(get("/api/deadlines/compute").secure(true)).andExpect(header().exists("Strict-Transport-Security"));
        mvc.perform(get("/")).andExpect(header().doesNotExist("Strict-Transport-Security"));
    }

    @Test
    void theLayerSaysThatItHolds() {
        assertThat(layers)
                .filteredOn(layer -> layer.key().equals("web.csp"))
                .singleElement()
                .satisfies(layer -> assertThat(layer.gap()).isEmpty());
    }

    private static void common(String what, HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .as(what)
                .contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).as(what).contains("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                .as(what)
                .contains("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                .as(what)
                .contains("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy").orElse(""))
                .as(what)
                .contains("camera=()");
        assertThat(answer.headers().map().keySet()).as(what).doesNotContain("server", "x-powered-by");
    }

    private static String policy(String what, HttpResponse<String> answer) {
        List<String> policies = answer.headers().allValues("Content-Security-Policy");
        // Only where the engine's applications answer without a page: a redirect to the sign-in page has nothing to
        // run.
        if (policies.isEmpty() && what.contains("/camunda/") && !what.endsWith("200")) {
            return "default-src 'none'";
        }
        assertThat(policies).as(what).hasSize(1);
        return policies.get(0);
    }
}
