package org.xincheng.platform.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xincheng.platform.engine.EngineLimits;
import org.xincheng.support.Browser;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;

/** What only the gate before the engine's REST keeps out (layer engine.rest): each answer is the gate's own. */
@AttackTest
class GateAttackTest {

    private static final String ENGINE = "/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Attacker attacker;

    @Autowired
    Canary canary;

    @Autowired
    CaseDriver driver;

    @Autowired
    SampleRecords records;

    @Autowired
    TestClock clock;

    private String task;
    private String instance;
    private String definition;

    @BeforeEach
    void startCase() {
        var record = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        var open = driver.task(driver.start(record.number(), "officer1"), "userTask_draftDetermination");
        task = open.getId();
        instance = open.getProcessInstanceId();
        definition = open.getProcessDefinitionId();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${canary.sing()}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${canary.sing()}\"}]}",
                "{\"a\":[[{\"b\":{\"DUEBEFOREEXPRESSION\":1}}]]}",
                "{\"assignee\\u0045xpression\":\"x\"}",
                "{\"sorting\":[{\"sortBy\":\"created\",\"sortByExpression\":\"x\"}]}",
                "{\"expression\":null}",
                "{\"aExpression \":1}"
            })
    void staffSendNoExpressionUnderAnyKey(String body) {
        Browser officer = attacker.as("officer1");

        for (String action : List.of("/list", "/count")) {
            HttpResponse<String> answer = officer.engine("POST", ENGINE + myTasks() + action, body);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body())
                    .contains("\"code\":\"expressionRefused\"")
                    .contains("\"title\":\"不得使用表达式\"")
                    .contains("\"titleEn\":\"Expressions are not allowed\"");
        }
        assertThat(canary.hasSung()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"assigneeExpression=x", "assignee%45xpression=x", "DUEEXPRESSION=", "a=b&xExpression"})
    void staffSendNoExpressionInTheAddress(String query) {
        HttpResponse<String> answer = attacker.as("officer1").engine("GET", ENGINE + myTasks() + "/list?" + query, "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("expressionRefused");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{`",
                "`{\"a\":1} {\"b\":2}`",
                "`{\"a\":1}}`",
                "`nothing`",
                "`<a/>`",
            })
    void malformedJsonIsRefused(String body) {
        HttpResponse<String> answer = attacker.as("officer1").engine("POST", ENGINE + myTasks() + "/list", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"malformed\"");
    }

    @Test
    void aBodyIsBounded() {
        String body = "{\"name\":\"" + "x".repeat(600_000) + "\"}";

        assertThat(attacker.as("officer1")
                        .engine("POST", ENGINE + myTasks() + "/list", body)
                        .statusCode())
                .isEqualTo(413);
    }

    /** Each is a way to do harm that no table row opens, for staff and for administrators alike. */
    @ParameterizedTest
    @CsvSource({
        "POST, /admin/setup/default/user/create",
        "POST, /engine/engine/default/deployment/create",
        "DELETE, /engine/engine/default/deployment/{deployment}?cascade=true",
        "POST, /engine/engine/default/deployment/{deployment}/redeploy",
        "DELETE, /engine/engine/default/history/process-instance/{instance}",
        "POST, /engine/engine/default/history/process-instance/delete",
        "POST, /engine/engine/default/history/process-instance/set-removal-time",
        "POST, /engine/engine/default/history/cleanup",
        "DELETE, /engine/engine/default/history/process-instance/{instance}/variable-instances",
        "DELETE, /engine/engine/default/process-instance/{instance}",
        "POST, /engine/engine/default/process-instance/delete",
        "POST, /engine/engine/default/process-instance/{instance}/modification",
        "POST, /engine/engine/default/process-instance/{instance}/modification-async",
        "POST, /engine/engine/default/modification/execute",
        "POST, /engine/engine/default/migration/execute",
        "POST, /engine/engine/default/process-definition/{definition}/restart",
        "POST, /engine/engine/default/process-definition/{definition}/start",
        "POST, /engine/engine/default/process-definition/key/listing-determination/submit-form",
        "PUT, /engine/engine/default/process-instance/{instance}/variables/note",
        "POST, /engine/engine/default/process-instance/{instance}/variables",
        "PUT, /engine/engine/default/execution/{instance}/localVariables/note",
        "POST, /engine/engine/default/task/{task}/variables",
        "PUT, /engine/engine/default/task/{task}/localVariables/note",
        "POST, /engine/engine/default/process-instance/variables-async",
        "PUT, /engine/engine/default/process-instance/{instance}/suspended",
        "POST, /engine/engine/default/message",
        "POST, /engine/engine/default/signal",
        "POST, /engine/engine/default/execution/{instance}/signal",
        "POST, /engine/engine/default/external-task/fetchAndLock",
        "POST, /engine/engine/default/task/{task}/comment/create",
        "POST, /engine/engine/default/task/{task}/attachment/create",
        "POST, /engine/engine/default/task/{task}/complete",
        "POST, /engine/engine/default/task/{task}/delegate",
        "POST, /engine/engine/default/task/{task}/resolve",
        "POST, /engine/engine/default/task/{task}/identity-links",
        "POST, /engine/engine/default/task/{task}/bpmnError",
        "PUT, /engine/engine/default/task/{task}",
        "DELETE, /engine/engine/default/task/{task}",
        "POST, /engine/engine/default/task/create",
        "DELETE, /engine/engine/default/batch/x",
        "POST, /engine/engine/default/decision-definition/x/evaluate",
        "POST, /engine/engine/default/condition",
        "GET, /engine/engine/default/optimize/variable-update"
    })
    void nobodyComesBy(String method, String path) {
        String deployment =
                engine.getRepositoryService().getProcessDefinition(definition).getDeploymentId();
        String target = path.replace("{deployment}", deployment)
                .replace("{instance}", instance)
                .replace("{definition}", definition)
                .replace("{task}", task);
        String body =
                "{\"value\":\"x\",\"type\":\"String\",\"message\":\"x\",\"userId\":\"x\",\"modifications\":{\"note\":{\"value\":\"x\"}}}";
        for (String user : List.of("officer1", "admin")) {
            HttpResponse<String> answer = attacker.as(user).engine(method, target, body);

            assertThat(answer.statusCode()).as(user).isEqualTo(403);
            assertThat(answer.body())
                    .as(user)
                    .containsPattern("\"code\":\"(engineRouteClosed|notAllowed)\"")
                    .contains("无权执行此操作")
                    .contains("Not allowed");
        }
        var untouched = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .active();
        assertThat(untouched.count()).isEqualTo(1);
        assertThat(engine.getRuntimeService().getVariables(instance)).doesNotContainKey("note");
        assertThat(engine.getTaskService().getTaskComments(task)).isEmpty();
        assertThat(engine.getTaskService().getTaskAttachments(task)).isEmpty();
        assertThat(engine.getManagementService().createBatchQuery().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default//filter",
                "//camunda/api/engine/engine/default/filter",
                "/camunda/api/engine/engine/default/filter;a=b",
                "/camunda/api;x/engine/engine/default/filter",
                "/camunda/api/engine/engine/default/%66ilter",
                "/camunda/api/engine/engine/default%2Ffilter",
                "/camunda/api/engine/engine/default/task/..%2Ffilter",
                "/camunda/api/engine/engine/default/task/../../default/deployment",
                "/camunda/api/engine/engine/default/%2e%2e/default/filter",
                "/camunda/api/engine/engine/default/filter%00",
                "/camunda/api/engine/engine/default/FILTER",
                "/camunda/api/ENGINE/engine/default/filter",
                "/camunda/api/engine/engine/other/filter",
                "/camunda/api/engine/default/filter",
                "/camunda/api/engine/engine/default/filter%252F",
                "/camunda/api/engine/engine/default/filter%5c"
            })
    void aPathWrittenOtherwiseOpensNothing(String path) throws IOException, InterruptedException {
        assertThat(raw("GET", path, "officer1").statusCode()).isIn(400, 403, 404);
        assertThat(raw("GET", path, "officer1").body()).doesNotContain("我的任务");
    }

    @Test
    void aSlashAtTheEndChangesNothing() throws IOException, InterruptedException {
        assertThat(raw("GET", "/camunda/api/engine/engine/default/filter/?maxResults=10", "officer1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(raw("GET", "/camunda/api/engine/engine/default/process-instance/", "officer1")
                        .body())
                .contains("engineRouteClosed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL"
            })
    void aHeaderMakesNoOtherRequestOfIt(String header) throws IOException, InterruptedException {
        assertThat(raw("GET", "/camunda/api/engine/engine/default/filter", "officer1", header, "DELETE")
                        .statusCode())
                .isEqualTo(400);
        assertThat(raw("GET", "/camunda/api/engine/engine/default/filter?_method=DELETE", "officer1")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "TRACE", "PATCH", "OPTIONS"})
    void noOtherMethodIsOpen(String method) throws IOException, InterruptedException {
        assertThat(raw(method, "/camunda/api/engine/engine/default/process-definition", "officer1")
                        .statusCode())
                .isIn(400, 403, 405);
    }

    @Test
    void tasklistAsksForTwoThousandFiltersAndGetsAsManyAsAnybody() {
        HttpResponse<String> answer = attacker.as("officer1")
                .engine("GET", ENGINE + "/filter?firstResult=0&maxResults=2000&itemCount=false", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("我的任务");
        assertThat(EngineLimits.LONGEST_LIST).isEqualTo(1000);
    }

    private HttpResponse<String> raw(String method, String path, String user, String... headers)
            throws IOException, InterruptedException {
        var cookies = attacker.as(user).cookies();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "application/json")
                .header("Cookie", cookies)
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private String myTasks() {
        return "/filter/"
                + engine.getFilterService()
                        .createFilterQuery()
                        .filterName("我的任务")
                        .singleResult()
                        .getId();
    }
}
