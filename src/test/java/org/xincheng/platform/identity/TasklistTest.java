package org.xincheng.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.xincheng.support.Browser;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** What staff can do in Tasklist, tried through the REST calls Tasklist makes. */
@XinchengTest
// Camunda's web filters keep the last started context in static fields: these pages need a context of their own.
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
class TasklistTest {

    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <bpmn:process id="tasklist-probe" isExecutable="true">
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="toReview" sourceRef="start" targetRef="review"/>
                <bpmn:userTask id="review" name="审核" camunda:candidateGroups="legal-reviewer"
                    camunda:dueDate="${due}"/>
                <bpmn:sequenceFlow id="toDraft" sourceRef="review" targetRef="draft"/>
                <bpmn:userTask id="draft" name="起草" camunda:assignee="officer1"/>
              </bpmn:process>
            </bpmn:definitions>
            """;
    private static final String NEWEST_FIRST = "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestClock clock;

    private final ObjectMapper json = new ObjectMapper();
    private final String caseNumber = UUID.randomUUID().toString();
    private String deployment;
    private String instance;

    @BeforeEach
    void startCase() {
        clock.at("2026-02-10T09:00");
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("tasklist-probe.bpmn", PROCESS)
                .deploy()
                .getId();
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "tasklist-probe",
                        Map.of("caseNumber", caseNumber, "due", Date.from(Instant.parse("2026-02-10T10:00:00Z"))))
                .getId();
    }

    @AfterEach
    void removeCase() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void aCandidateFindsClaimsGivesBackAndCompletesATask() throws JsonProcessingException {
        Browser reviewer = browser("reviewer1");
        assertThat(tasksIn(reviewer, "本组待领")).contains(review());
        assertThat(tasksIn(reviewer, "我的任务")).doesNotContain(review());

        assertThat(act(reviewer, "claim", "{\"userId\":\"reviewer1\"}")).isEqualTo(204);
        assertThat(tasksIn(reviewer, "我的任务")).contains(review());

        assertThat(act(reviewer, "unclaim", "")).isEqualTo(204);
        assertThat(tasksIn(reviewer, "本组待领")).contains(review());

        assertThat(act(reviewer, "claim", "{\"userId\":\"reviewer1\"}")).isEqualTo(204);
        assertThat(act(reviewer, "submit-form", "{}")).isEqualTo(204);
        assertThat(tasksIn(browser("officer1"), "我的任务")).contains(current());
        assertThat(current()).isEqualTo(task("draft"));
    }

    @Test
    void everybodySeesWhereACaseStandsButOnlyCandidatesAct() throws JsonProcessingException {
        Browser officer = browser("officer1");

        assertThat(tasksIn(officer, "全部任务")).contains(review());
        assertThat(tasksIn(officer, "本组待领")).doesNotContain(review());
        assertThat(act(officer, "claim", "{\"userId\":\"officer1\"}")).isEqualTo(403);
        assertThat(act(officer, "submit-form", "{}")).isEqualTo(403);
        assertThat(act(officer, "assignee", "{\"userId\":\"officer1\"}")).isEqualTo(403);
        assertThat(act(officer, "unclaim", "")).isEqualTo(403);
        assertThat(act(officer, "identity-links", "{\"groupId\":\"case-officer\",\"type\":\"candidate\"}"))
                .isEqualTo(403);
        assertThat(act(browser("auditor1"), "submit-form", "{}")).isEqualTo(403);
        assertThat(act(browser("admin", "admin-test-secret"), "submit-form", "{}"))
                .as("an administrator decides no case")
                .isEqualTo(403);
    }

    @Test
    void aClaimedTaskIsItsHoldersAlone() throws JsonProcessingException {
        Browser holder = browser("reviewer1");
        Browser colleague = browser("reviewer2");
        act(holder, "claim", "{\"userId\":\"reviewer1\"}");

        assertThat(act(colleague, "submit-form", "{}")).isEqualTo(403);
        assertThat(act(colleague, "unclaim", "")).isEqualTo(403);
        assertThat(act(holder, "identity-links", "{\"groupId\":\"case-officer\",\"type\":\"candidate\"}"))
                .isEqualTo(403);

        assertThat(act(holder, "assignee", "{\"userId\":\"reviewer2\"}")).isEqualTo(204);
        assertThat(act(holder, "submit-form", "{}")).isEqualTo(403);
        assertThat(act(colleague, "submit-form", "{}")).isEqualTo(204);
    }

    @Test
    void aTaskHandedToSomebodyOutsideItsGroupsCannotBeCompletedThere() throws JsonProcessingException {
        Browser holder = browser("reviewer1");
        act(holder, "claim", "{\"userId\":\"reviewer1\"}");

        assertThat(act(holder, "assignee", "{\"userId\":\"officer2\"}")).isEqualTo(204);

        assertThat(act(browser("officer2"), "submit-form", "{}")).isEqualTo(403);
        assertThat(act(browser("officer2"), "unclaim", "")).isEqualTo(204);
        assertThat(task("review")).isEqualTo(current());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-10T17:59, true, false",
        "2026-02-10T18:01, true, true",
        "2026-02-09T23:00, false, false",
        "2026-02-11T00:01, false, true"
    })
    void theListsOfDueAndOverdueTasksFollowTheClock(String now, boolean dueToday, boolean overdue)
            throws JsonProcessingException {
        clock.at(now);
        Browser reviewer = browser("reviewer1");

        assertThat(tasksIn(reviewer, "今日到期").contains(review())).isEqualTo(dueToday);
        assertThat(tasksIn(reviewer, "已逾期").contains(review())).isEqualTo(overdue);
    }

    @ParameterizedTest
    @CsvSource({
        // 10 February 2026 is a Tuesday; the task is due at 18:00 of it.
        "2026-02-10T09:00, true",
        "2026-02-11T00:01, false",
        "2026-02-09T00:00, true",
        "2026-02-08T23:00, false"
    })
    void theListOfTheWeekReachesFromTodayToSunday(String now, boolean dueThisWeek) throws JsonProcessingException {
        clock.at(now);

        assertThat(tasksIn(browser("reviewer1"), "本周到期").contains(review())).isEqualTo(dueThisWeek);
    }

    @ParameterizedTest
    @CsvSource({
        "YY-2026-000001, true, false",
        "TS-2026-000001, true, false",
        "XF-2026-000001, false, true",
        "CX-2026-000001, false, true",
        "RD-2026-000001, false, false"
    })
    void objectionsAndRepairsHaveListsOfTheirOwn(String number, boolean objection, boolean repair)
            throws JsonProcessingException {
        engine.getRuntimeService().setVariable(instance, "caseNumber", number);
        Browser reviewer = browser("reviewer1");

        assertThat(tasksIn(reviewer, "异议投诉").contains(review())).isEqualTo(objection);
        assertThat(tasksIn(reviewer, "信用修复").contains(review())).isEqualTo(repair);
        assertThat(tasksIn(reviewer, "全部任务")).contains(review());
    }

    @Test
    void theListsStandInTheOrderOfTheDayAndShowNoVariables() throws JsonProcessingException {
        List<JsonNode> filters = filters(browser("reviewer1")).toList();

        assertThat(filters)
                .extracting(filter -> filter.get("name").asText())
                .containsExactly("我的任务", "本组待领", "今日到期", "本周到期", "已逾期", "异议投诉", "信用修复", "全部任务");
        assertThat(filters)
                .allSatisfy(
                        filter -> assertThat(filter.at("/properties/variables")).isEmpty());
    }

    @Test
    void aRefusalIsASentenceInChinese() throws JsonProcessingException {
        Browser officer = browser("officer1");
        String path = "/engine/engine/default/task/" + review() + "/claim";

        JsonNode refused = json.readTree(
                officer.engine("POST", path, "{\"userId\":\"officer1\"}").body());

        assertThat(refused.get("message").asText()).isEqualTo("您不能办理此任务：任务已由他人认领，或者不属于您所在的组");
        assertThat(refused.get("messageEn").asText()).contains("TASK_WORK");
        act(browser("reviewer1"), "claim", "{\"userId\":\"reviewer1\"}");
        act(browser("reviewer1"), "submit-form", "{}");
        assertThat(json.readTree(browser("reviewer2")
                                .engine("POST", path.replace("claim", "submit-form"), "{}")
                                .body())
                        .get("message")
                        .asText())
                .isEqualTo("没有此任务，或者任务已经办理");
    }

    @Test
    void staffMakeNoFiltersDeploymentsOrInstancesOfOtherProcesses() {
        Browser officer = browser("officer1");
        String filter = "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{},\"properties\":{}}";

        assertThat(status(officer.engine("POST", "/engine/engine/default/filter/create", filter)))
                .isEqualTo(403);
        assertThat(status(officer.engine(
                        "POST", "/engine/engine/default/process-definition/key/tasklist-probe/start", "{}")))
                .isEqualTo(403);
        assertThat(status(officer.engine(
                        "DELETE", "/engine/engine/default/deployment/" + deployment + "?cascade=true", "")))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${1}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${1}\",\"candidateGroup\":\"x\"}]}"
            })
    void nobodyStoresAFilterWithAnExpressionOfTheirOwn(String query) {
        Browser admin = browser("admin", "admin-test-secret");
        String filter = "{\"resourceType\":\"Task\",\"name\":\"evil\",\"query\":" + query + ",\"properties\":{}}";

        HttpResponse<String> answer = admin.engine("POST", "/engine/engine/default/filter/create", filter);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("筛选器不得使用该表达式");
    }

    private Browser browser(String userId) {
        return browser(userId, userId + "-demo");
    }

    private Browser browser(String userId, String password) {
        return new Browser(port).signIn(userId, password);
    }

    private int act(Browser browser, String action, String body) {
        return status(browser.engine("POST", "/engine/engine/default/task/" + review() + "/" + action, body));
    }

    private static int status(HttpResponse<String> answer) {
        return answer.statusCode();
    }

    private List<String> tasksIn(Browser browser, String filter) throws JsonProcessingException {
        String path = "/engine/engine/default/filter/"
                + filter(browser, filter).get("id").asText() + "/list";
        HttpResponse<String> answer = browser.engine("POST", path + "?firstResult=0&maxResults=500", NEWEST_FIRST);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(json.readTree(answer.body()).spliterator(), false)
                .map(task -> task.get("id").asText())
                .toList();
    }

    private JsonNode filter(Browser browser, String name) throws JsonProcessingException {
        return filters(browser)
                .filter(filter -> filter.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> filters(Browser browser) throws JsonProcessingException {
        HttpResponse<String> answer = browser.engine(
                "GET",
                "/engine/engine/default/filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task",
                "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(json.readTree(answer.body()).spliterator(), false)
                .sorted(Comparator.comparingInt(
                        filter -> filter.at("/properties/priority").asInt()));
    }

    /** The id of the review, also after it is done. */
    private String review() {
        return engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .processInstanceId(instance)
                .taskDefinitionKey("review")
                .singleResult()
                .getId();
    }

    private String task(String key) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(key)
                .singleResult();
        return task.getId();
    }

    private String current() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }
}
