package org.xincheng.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class DemoClockTest {

    private static final String ADMIN = "admin";
    private static final String ADMIN_PASSWORD = "admin-test-secret";

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    DemoClockStore store;

    @Test
    void movesTheApplicationAndTheEngineTogether() throws Exception {
        clock.at("2026-02-10T09:00");

        mvc.perform(move("{\"now\":\"2026-03-01T09:00:00+08:00\"}").with(httpBasic(ADMIN, ADMIN_PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.now", startsWith("2026-03-01T09:00:00")));

        Instant wanted = Instant.parse("2026-03-01T01:00:00Z");
        assertThat(clock.now()).isEqualTo(wanted);
        assertThat(ClockUtil.getCurrentTime().toInstant()).isEqualTo(wanted);
        mvc.perform(get("/api/demo/clock").with(httpBasic(ADMIN, ADMIN_PASSWORD)))
                .andExpect(jsonPath("$.now", startsWith("2026-03-01T09:00:00")));
    }

    @Test
    void remembersHowFarItWasMoved() throws Exception {
        String inTenDays = Instant.now().plusSeconds(864_000).toString();

        mvc.perform(move("{\"now\":\"" + inTenDays + "\"}").with(httpBasic(ADMIN, ADMIN_PASSWORD)))
                .andExpect(status().isOk());

        assertThat(store.offset().toSeconds()).isBetween(863_900L, 864_000L);
    }

    @Test
    void refusesThePast() throws Exception {
        clock.at("2026-02-10T09:00");

        mvc.perform(move("{\"now\":\"2026-02-10T08:59:59+08:00\"}").with(httpBasic(ADMIN, ADMIN_PASSWORD)))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title", containsString("向前")))
                .andExpect(jsonPath("$.titleEn", containsString("forward")))
                .andExpect(jsonPath("$.parameter").value("now"));

        assertThat(clock.now()).isEqualTo(Instant.parse("2026-02-10T01:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "",
                "[]",
                "{\"now\":\"tomorrow\"}",
                "{\"now\":\"2026-03-01T09:00:00\"}",
                "{\"now\":\"2026-02-30T09:00:00+08:00\"}",
                "{\"now\":\"+999999999-12-31T23:59:59+08:00\"}"
            })
    void refusesWhatIsNoInstant(String body) throws Exception {
        mvc.perform(move(body).with(httpBasic(ADMIN, ADMIN_PASSWORD)))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.titleEn").isNotEmpty());
    }

    @Test
    void isTheAdministratorsAlone() throws Exception {
        String body = "{\"now\":\"2099-03-01T09:00:00+08:00\"}";

        mvc.perform(move(body)).andExpect(status().isUnauthorized());
        mvc.perform(move(body).with(httpBasic("officer1", "officer1-demo"))).andExpect(status().isForbidden());
        mvc.perform(move(body).with(httpBasic("auditor1", "wrong"))).andExpect(status().isUnauthorized());
    }

    private static MockHttpServletRequestBuilder move(String body) {
        return post("/api/demo/clock").contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
