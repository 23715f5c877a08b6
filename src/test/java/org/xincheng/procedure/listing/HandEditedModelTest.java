package org.xincheng.procedure.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.determination.Determination;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** The store refuses, the model only arranges (DESIGN §1, 4): a designer cannot draw due process away. */
@XinchengTest
class HandEditedModelTest {

    private static final String KEY = "listing-determination-hand-edited";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private SampleRecords records;

    @Autowired
    private Determinations determinations;

    private Deployment deployment;

    @AfterEach
    void removeTheModel() {
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }

    @Test
    void withoutTheWindowAndTheHearingNoDecisionIsIssued() throws IOException {
        var steps = caseUnderModelWhere("flow_noticeServed", "serviceTask_issueDecision")
                .draft("WS-CITY-M-02")
                .review(true);
        assertThatThrownBy(steps::serve)
                .isInstanceOf(FormFieldValidationException.class)
                .hasRootCauseInstanceOf(RefusedException.class)
                .hasMessageContaining("期限届满前不得作出决定")
                .hasMessageContaining("行政处罚法");
        assertNothingWasDecided(steps);
    }

    @Test
    void withoutTheHearingWaitNoPanelAgrees() throws IOException {
        var steps = caseUnderModelWhere("flow_hearingRequested", "userTask_deliberate")
                .draft("WS-CITY-M-02")
                .review(true)
                .serve()
                .respond("HEARING_REQUEST");
        var instance = driver.instance(steps.caseNumber(), KEY);
        clock.at("2026-03-10T09:00");
        var timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .activityId("boundaryEvent_windowEnds")
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
        assertThat(driver.openTasks(steps.caseNumber())).containsExactly("userTask_deliberate");
        assertThatThrownBy(() -> steps.deliberate("LIST"))
                .hasMessageContaining("听证笔录和听证意见形成前不得作出决定")
                .hasMessageContaining("行政处罚法");
        assertNothingWasDecided(steps);
    }

    @Test
    void withoutTheNoticeThePanelIsNotEvenAsked() throws IOException {
        var steps =
                caseUnderModelWhere("flow_reviewPassed", "userTask_deliberate").draft("WS-CITY-M-02");
        assertThatThrownBy(() -> steps.review(true))
                .hasStackTraceContaining("“集体审议”的期限自“")
                .hasStackTraceContaining("尚未发生");
        assertNothingWasDecided(steps);
    }

    private void assertNothingWasDecided(ListingSteps steps) {
        Determination d = determinations.byNumber(steps.caseNumber());
        assertThat(d.decision()).isEmpty();
        assertThat(d.listing()).isEmpty();
        assertThat(d.deliberation(1)).isEmpty();
    }

    /** Deploys the model with one flow bent past what it led to, and starts a case under it. */
    private ListingSteps caseUnderModelWhere(String flow, String leadsTo) throws IOException {
        var source = Files.readString(Path.of("processes/listing/listing-determination.bpmn"));
        var flowElement = Pattern.compile("(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*targetRef=\")[^\"]*\"");
        assertThat(flowElement.matcher(source).results().count()).isEqualTo(1);
        var edited = flowElement
                .matcher(source)
                .replaceFirst("$1" + leadsTo + "\"")
                .replace("<bpmn:incoming>" + flow + "</bpmn:incoming>", "")
                .replace("process id=\"listing-determination\"", "process id=\"" + KEY + "\"")
                .replace("bpmnElement=\"listing-determination\"", "bpmnElement=\"" + KEY + "\"");
        deployment = engine.getRepositoryService()
                .createDeployment()
                .name("hand-edited")
                .addString("hand-edited.bpmn", edited)
                .addString(
                        "service-of-process.bpmn",
                        Files.readString(Path.of("processes/service/service-of-process.bpmn")))
                .deploy();
        clock.at("2026-03-02T09:00");
        var record = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        var started = engine.getRuntimeService()
                .createProcessInstanceByKey(KEY)
                .setVariables(Map.of("recordNumber", record.number(), "initiator", "officer1"))
                .executeWithVariablesInReturn();
        return new ListingSteps(driver, clock, (String) started.getVariables().get("caseNumber"));
    }
}
