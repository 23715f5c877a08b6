package org.xincheng.procedure.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.objection.Objections;
import org.xincheng.credit.objection.RemedyAct.Accepted;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.support.Browser;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.RemedySteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** What everybody is told in the instant of acceptance, and what becomes of two who act in the same instant; over HTTP. */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: the engine's REST needs a context of its own.
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class AtTheMomentOfAcceptanceTest {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Objections objections;

    @Autowired
    private Listings listings;

    @LocalServerPort
    private int port;

    private NewSubject subject;
    private LegalCase listed;
    private RemedySteps objection;

    @BeforeEach
    void anObjectionThatWaitsForItsAcceptance() {
        clock.at("2026-03-02T09:00");
        subject = CaseFixture.unit("样例受理时刻企业");
        listed = CaseFixture.on(beans).published(subject, LocalDate.of(2026, 2, 26), "");
        clock.at("2026-06-10T09:00");
        objection = new RemedySteps(driver, clock, driver.object(listed.number(), "officer1")).register("列入的事实不存在");
    }

    @Test
    void inTheSameInstantNobodyIsToldOfAMeasureInForce() throws Exception {
        assertThat(publicListing().path("measuresInForce").asBoolean()).isTrue();
        assertThat(publicListing().path("disputed").asBoolean()).isFalse();
        assertThat(check().path("measuresInForce").asBoolean()).isTrue();
        assertThat(check().path("listings").path(0).path("measures")).isNotEmpty();
        assertThat(caseFile().path("listing").path("measuresInForce").asBoolean())
                .isTrue();
        assertThat(page("/public/listings?q=" + subject.identifier())).doesNotContain("存在异议");

        objection.accept();

        assertThat(publicListing().path("measuresInForce").asBoolean()).isFalse();
        assertThat(publicListing().path("disputed").asBoolean()).isTrue();
        assertThat(check().path("inForce").asBoolean())
                .as("the subject stays on the list")
                .isTrue();
        assertThat(check().path("measuresInForce").asBoolean()).isFalse();
        assertThat(check().path("listings").path(0).path("disputed").asBoolean())
                .isTrue();
        assertThat(check().path("listings").path(0).path("measures")).isEmpty();
        assertThat(caseFile().path("listing").path("measuresInForce").asBoolean())
                .isFalse();
        assertThat(caseFile().path("listing").path("disputed").asBoolean()).isTrue();
        assertThat(page("/public/listings?q=" + subject.identifier())).contains("存在异议");
        assertThat(page("/cases/" + listed.number())).contains("暂停计时");
    }

    @Test
    void ofTwoWhoCompleteTheSameTaskOneDoesItAndTheOtherIsToldInOneSentence() throws Exception {
        var task = driver.task(objection.number(), "userTask_checkObjection").getId();
        var entries = "{\"variables\":{\"outcome\":{\"value\":\"ACCEPT\"},\"assisted\":{\"value\":false}}}";
        var path = "/engine/engine/default/task/" + task + "/submit-form";
        var first = new Browser(port).signIn("officer1", "officer1-demo");
        var second = new Browser(port).signIn("officer3", "officer3-demo");
        first.get("/camunda/app/tasklist/default/");
        second.get("/camunda/app/tasklist/default/");

        var answers = together(() -> first.engine("POST", path, entries), () -> second.engine("POST", path, entries));
        assertThat(answers.stream().filter(answer -> answer.statusCode() / 100 == 2))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() / 100 != 2))
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.statusCode()).isBetween(400, 499);
                    assertThat(other.body())
                            .containsAnyOf("已经办理", "已由他人", "不能重复作出")
                            .doesNotContain("OptimisticLocking", "org.camunda");
                });
        var accepted = objections.byNumber(objection.number());
        assertThat(accepted.all(Accepted.class)).hasSize(1);
        assertThat(listings.ofCase(listed.id()).orElseThrow().suspensions()).hasSize(1);

        var late = second.engine("POST", path, entries);
        assertThat(late.statusCode()).isBetween(400, 499);
        assertThat(late.body()).contains("任务已经办理");
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var started = List.of(one, other).stream()
                    .map(work -> threads.submit(() -> {
                        barrier.await();
                        return work.call();
                    }))
                    .toList();
            return List.of(started.get(0).get(), started.get(1).get());
        } finally {
            threads.shutdownNow();
        }
    }

    private JsonNode publicListing() throws Exception {
        return read(get("/api/public/listings").param("uscc", subject.identifier()))
                .path("listings")
                .path(0);
    }

    private JsonNode check() throws Exception {
        return read(get("/api/checks")
                .param("uscc", subject.identifier())
                .param("purpose", "样例查询")
                .with(httpBasic("dept1", "dept1-demo")));
    }

    private JsonNode caseFile() throws Exception {
        return read(get("/api/cases/" + listed.number()).with(httpBasic("officer1", "officer1-demo")));
    }

    private JsonNode read(MockHttpServletRequestBuilder request) throws Exception {
        return json.readTree(body(request));
    }

    private String page(String path) {
        var answer = new Browser(port).signIn("officer1", "officer1-demo").get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String body(MockHttpServletRequestBuilder request) throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
