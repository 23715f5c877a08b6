package org.xincheng.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class DiagramPagesTest {

    private static final RequestPostProcessor OFFICER = user("officer1").roles("case-officer");
    private static final String TOKEN = "fill=\"rgb(163, 26, 26)\"";
    private static final String PASSED = "fill=\"rgb(221, 232, 243)\"";

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseDriver driver;

    @Autowired
    SampleRecords records;

    @Autowired
    TestClock clock;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService engine;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
    }

    @Test
    void theTokenStandsWhereTheCaseWaits() throws Exception {
        var steps = opened();
        page(steps, "/diagrams")
                .andExpect(content()
                        .string(allOf(
                                containsString("现在位置：起草认定意见"),
                                containsString("自2026-03-02 09:00起在此等候"),
                                containsString("/diagrams/1?around=userTask_draftDetermination"),
                                not(containsString("已经结束的流程")))));
        assertThat(drawing(steps, "/diagrams/1"))
                .containsOnlyOnce(TOKEN)
                .contains(PASSED, "<title>" + steps.caseNumber());
        page(steps, "").andExpect(content().string(containsString("/diagrams\"")));

        steps.at("2026-03-03T10:00").draft("WS-CITY-M-02");
        page(steps, "/diagrams")
                .andExpect(content()
                        .string(allOf(not(containsString("现在位置：起草认定意见")), containsString("自2026-03-03 10:00起在此等候"))));
    }

    @Test
    void aCalledModelHasADrawingOfItsOwnUntilItIsOver() throws Exception {
        var steps = opened();
        steps.draft("WS-CITY-M-02").review(true);
        page(steps, "/diagrams")
                .andExpect(content()
                        .string(allOf(
                                containsString("/diagrams/1?around=callActivity"),
                                containsString("/diagrams/2?around=userTask_serveLetter"))));
        steps.serve();
        page(steps, "/diagrams")
                .andExpect(content()
                        .string(allOf(containsString("已经结束的流程"), not(containsString("around=userTask_serveLetter")))));
        assertThat(drawing(steps, "/diagrams/2")).doesNotContain(TOKEN).contains(PASSED);
        json(steps)
                .andExpect(jsonPath("$[0].process").value("listing-determination"))
                .andExpect(jsonPath("$[0].tokens[0].activity").exists())
                .andExpect(jsonPath("$[1].process").value("service-of-process"))
                .andExpect(jsonPath("$[1].endedAt").isNotEmpty())
                .andExpect(jsonPath("$[1].tokens").isEmpty());
    }

    @Test
    void whatMayComeNextIsToldInTheWordsOfTheModel() throws Exception {
        var steps = opened();
        steps.draft("WS-CITY-M-02").review(true).serve();
        page(steps, "/diagrams")
                .andExpect(content()
                        .string(allOf(
                                containsString("接下来可能："),
                                containsString("是否放弃权利?→放弃→已放弃权利"),
                                containsString("<li>期限届满"),
                                not(containsString("<li></li>")))));
        json(steps).andExpect(jsonPath("$[0].tokens[0].next[0]").isNotEmpty());
    }

    @Test
    void whatIsAroundAnActivityIsAPartOfTheDrawing() throws Exception {
        var steps = opened();
        String whole = drawing(steps, "/diagrams/1");
        String part = drawing(steps, "/diagrams/1?around=userTask_draftDetermination");
        assertThat(part).contains("width=\"1000.0\"", TOKEN);
        assertThat(whole).doesNotContain("width=\"1000.0\"");
        assertThat(drawing(steps, "/diagrams/1?around=userTask_draftDetermination&narrow=true"))
                .contains("width=\"310.0\"", TOKEN);
        for (String other : new String[] {"nothing", "", "flow_opened"}) {
            assertThat(drawing(steps, "/diagrams/1?around=" + other)).as(other).isEqualTo(whole);
        }
    }

    @Test
    void aDrawingIsADocumentThatLoadsAndRunsNothing() throws Exception {
        page(opened(), "/diagrams/1")
                .andExpect(content().contentType("image/svg+xml"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(containsString("default-src 'none'"), containsString("sandbox"))))
                .andExpect(header().string("Cache-Control", "no-store"));
    }

    @Test
    void aVersionWithoutADrawingIsToldInWords() throws Exception {
        var steps = opened();
        var model = Bpmn.createExecutableProcess("drawn-nowhere")
                .name("没有图的流程")
                .camundaHistoryTimeToLive(1)
                .startEvent("startEvent_begun")
                .userTask("userTask_wait")
                .name("等候")
                .endEvent("endEvent_over")
                .done();
        var deployment = repository
                .createDeployment()
                .addModelInstance("drawn-nowhere.bpmn", model)
                .deploy();
        try {
            engine.startProcessInstanceByKey("drawn-nowhere", steps.caseNumber());
            page(steps, "/diagrams")
                    .andExpect(content()
                            .string(allOf(
                                    containsString("现在位置：等候"),
                                    containsString("没有流程图"),
                                    not(containsString("around=userTask_wait")))));
            mvc.perform(get("/cases/" + steps.caseNumber() + "/diagrams/2").with(OFFICER))
                    .andExpect(status().isNotFound());
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        var steps = opened();
        for (String serial : new String[] {"0", "2", "99999", "123456", "x"}) {
            mvc.perform(get("/cases/" + steps.caseNumber() + "/diagrams/" + serial)
                            .with(OFFICER))
                    .andExpect(status().isNotFound());
        }
        for (String path : new String[] {
            "/cases/RD-1999-000000/diagrams", "/cases/RD-1999-000000/diagrams/1", "/api/cases/RD-1999-000000/positions"
        }) {
            mvc.perform(get(path).with(OFFICER)).andExpect(status().isNotFound());
        }
    }

    private ListingSteps opened() {
        var record = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        return new ListingSteps(driver, clock, driver.start(record.number(), "officer1"));
    }

    private ResultActions page(ListingSteps steps, String path) throws Exception {
        return mvc.perform(get("/cases/" + steps.caseNumber() + path).with(OFFICER))
                .andExpect(status().isOk());
    }

    private String drawing(ListingSteps steps, String path) throws Exception {
        return new String(page(steps, path).andReturn().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private ResultActions json(ListingSteps steps) throws Exception {
        return mvc.perform(
                        get("/api/cases/" + steps.caseNumber() + "/positions").with(OFFICER))
                .andExpect(status().isOk());
    }
}
