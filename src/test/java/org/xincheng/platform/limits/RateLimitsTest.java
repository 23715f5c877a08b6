package org.xincheng.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.xincheng.platform.layers.SecurityLayer;
import org.xincheng.platform.start.StartRefused;
import org.xincheng.support.Browser;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Public routes by address, look-ups by account: both through the filters of the running application. */
@XinchengTest
class RateLimitsTest {

    private static final String COMPUTE = "/api/deadlines/compute?start=2026-02-10&count=5&unit=DAY";
    private static final String CHECK = "/api/checks?uscc=91350100M000100Y43&purpose=test";

    @LocalServerPort
    int port;

    @Autowired
    MockMvc mvc;

    @Autowired
    RateLimits limits;

    @Autowired
    TestClock clock;

    @Autowired
    Clock time;

    @Autowired
    List<SecurityLayer> layers;

    /** Far ahead: when the clock is set back after the test, the limits forget what it used up. */
    @BeforeEach
    void stand() {
        clock.at("2099-01-01T09:00");
    }

    @Test
    void onePublicAddressGetsSoManyCallsAMinuteOverAllPublicRoutes() throws Exception {
        for (int i = 0; i < limits.publicPerMinute(); i++) {
            assertThat(from("203.0.113.7", i % 2 == 0 ? COMPUTE : "/deadlines").getStatus())
                    .isEqualTo(200);
        }

        MockHttpServletResponse refused = from("203.0.113.7", COMPUTE);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(from("203.0.113.7", "/public/listings").getStatus()).isEqualTo(429);
        assertThat(from("203.0.113.7", "/api/public/listings").getStatus()).isEqualTo(429);
        assertThat(from("203.0.113.7", "/verify").getStatus()).isEqualTo(429);
        assertThat(from("203.0.113.7", "/verify/x").getStatus()).isEqualTo(429);
        assertThat(from("203.0.113.8", COMPUTE).getStatus())
                .as("another address")
                .isEqualTo(200);
        assertThat(from("203.0.113.7", "/login").getStatus())
                .as("no public data")
                .isEqualTo(200);
        assertThat(mvc.perform(get(COMPUTE)
                                .header("X-Forwarded-For", "203.0.113.9")
                                .with(request -> {
                                    request.setRemoteAddr("203.0.113.7");
                                    return request;
                                }))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("the header anybody can send changes nothing")
                .isEqualTo(429);

        clock.advance(Duration.ofMinutes(1));
        assertThat(from("203.0.113.7", COMPUTE).getStatus()).isEqualTo(200);
    }

    @Test
    void whatIsRefusedIsAProblemForTheApiAndAChinesePageForPeople() throws Exception {
        for (int i = 0; i < limits.publicPerMinute(); i++) {
            from("127.0.0.1", COMPUTE);
        }
        Browser browser = new Browser(port);

        HttpResponse<String> api = browser.get(COMPUTE);
        assertThat(api.statusCode()).isEqualTo(429);
        assertThat(api.headers().firstValue("Retry-After")).contains("1");
        assertThat(api.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(api.body()).contains("\"code\":\"tooManyRequests\"").contains("Too many requests");
        HttpResponse<String> page = browser.get("/public/listings");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).contains("1");
        assertThat(page.body()).contains("过于频繁").contains("状态码：429");
    }

    @Test
    void oneAccountGetsSoManyLookupsAMinuteWhereverItCallsFrom() throws Exception {
        for (int i = 0; i < limits.lookupsPerMinute(); i++) {
            assertThat(as("limit-a", "198.51.100." + i % 200, CHECK)).isEqualTo(200);
        }

        assertThat(as("limit-a", "198.51.100.250", CHECK)).isEqualTo(429);
        assertThat(as("limit-a", "198.51.100.250", "/api/cases/RD-1999-000000")).isEqualTo(429);
        assertThat(as("limit-b", "198.51.100.250", CHECK)).as("a colleague").isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(as("limit-a", "198.51.100.250", CHECK)).isEqualTo(200);
    }

    @Test
    void whoAsksSteadilyReachesTheLimitOfTheDay() throws Exception {
        RateLimitFilter filter = new RateLimitFilter(new RateLimits(10, 10, 25, 1_000), time);
        int refused = 0;
        for (int minute = 0; minute < 30; minute++) {
            clock.advance(Duration.ofMinutes(1));
            refused += lookup(filter, "steady") == 429 ? 1 : 0;
        }
        assertThat(refused).isPositive();
        assertThat(lookup(filter, "another")).isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        assertThat(lookup(filter, "steady")).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "0,60,2000,20000",
        "120,0,2000,20000",
        "120,60,0,20000",
        "-1,60,2000,20000",
        "2147483647,60,2000,20000",
        "120,100000,2000,20000",
        "120,60,1000000,20000",
        "120,60,2000,0",
        "120,60,2000,2147483647"
    })
    void aNumberThatWouldSwitchALimitOffIsRefused(int publics, int perMinute, int perDay, int clients) {
        assertThatThrownBy(() -> new RateLimits(publics, perMinute, perDay, clients))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void theLayerSaysThatItHolds() {
        assertThat(layers)
                .filteredOn(layer -> layer.key().equals("web.rate-limits"))
                .singleElement()
                .satisfies(layer -> assertThat(layer.gap()).isEmpty());
    }

    private static int lookup(RateLimitFilter filter, String account) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/checks");
        request.setServletPath("/api/checks");
        request.setRemoteUser(account);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private MockHttpServletResponse from(String address, String path) throws Exception {
        return mvc.perform(call(address, path)).andReturn().getResponse();
    }

    private int as(String account, String address, String path) throws Exception {
        return mvc.perform(call(address, path).with(user(account).roles("implementing-department")))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static MockHttpServletRequestBuilder call(String address, String path) {
        return get(path).with(request -> {
            request.setRemoteAddr(address);
            return request;
        });
    }
}
