package org.xincheng.platform.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.support.Browser;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Whatever a signed-in user changes through the engine's REST leaves a row in the audit log, under their name. */
@XinchengTest
class EngineAuditTest {

    private static final String ENGINE = "/engine/engine/default/";

    /** Sign-in and sign-out are no acts of the engine; a POST beside a GET of the same path is a query. */
    private static final Set<String> NO_ACTS = Set.of("/login/", "/logout");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineRoutes routes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CaseDriver driver;

    @Autowired
    SampleRecords records;

    @Autowired
    TestClock clock;

    private Browser officer;
    private Browser admin;
    private String caseNumber;

    private record Row(String actor, String action, String object) {}

    /** A call, and the action its row has to name. */
    private record Act(Function<Browser, HttpResponse<String>> call, boolean officers, String action) {}

    @Test
    void everyRouteThatChangesSomethingLeavesARow() {
        officer = new Browser(port).signIn("officer1", "officer1-demo");
        admin = new Browser(port).signIn("admin", "admin-test-secret");
        caseNumber = newCase();
        Map<String, Act> acts = acts();

        assertThat(acts.keySet()).containsExactlyInAnyOrderElementsOf(changingRoutes());
        List<String> silent = new ArrayList<>();
        acts.forEach((route, act) -> {
            long last = lastRow();
            HttpResponse<String> answer = act.call().apply(act.officers() ? officer : admin);
            assertThat(answer.statusCode()).as("%s: %s", route, answer.body()).isBetween(200, 204);
            List<Row> rows = rowsAfter(last);
            boolean logged = rows.stream()
                    .anyMatch(row -> row.actor().equals(act.officers() ? "officer1" : "admin")
                            && row.action().equals(act.action()));
            if (!logged) {
                silent.add(route + " left " + rows);
            }
        });

        assertThat(silent).isEmpty();
    }

    @Test
    void aRowNamesTheCaseAndWhoHoldsTheTask() {
        officer = new Browser(port).signIn("officer1", "officer1-demo");
        caseNumber = newCase();
        long last = lastRow();

        claim(officer);

        assertThat(rowsAfter(last))
                .containsExactly(new Row("officer1", "engine.task.claim", caseNumber + " assignee=officer1"));
    }

    /** Keyed as the gate's table; in an order in which each can be done. */
    private Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        acts.put(
                "POST process-definition/{id}/submit-form",
                new Act(this::start, true, "engine.processInstance.create"));
        acts.put("POST task/{id}/claim", act(task("/claim", "{\"userId\":\"officer1\"}"), true, "engine.task.claim"));
        acts.put(
                "POST task/{id}/assignee",
                act(task("/assignee", "{\"userId\":\"officer2\"}"), false, "engine.task.assign"));
        acts.put("POST task/{id}/unclaim", act(task("/unclaim", ""), false, "engine.task.assign"));
        acts.put("POST task/{id}/submit-form", act(this::drop, true, "listing-determination.DraftSubmitted"));
        acts.put("POST filter/create", act(call("POST", "filter/create", filter()), false, "engine.filter.create"));
        acts.put(
                "PUT filter/{id}",
                act(b -> call("PUT", "filter/" + filterId(), filter()).apply(b), false, "engine.filter.update"));
        acts.put(
                "DELETE filter/{id}",
                act(b -> call("DELETE", "filter/" + filterId(), "").apply(b), false, "engine.filter.delete"));
        String user =
                "{\"profile\":{\"id\":\"audited\",\"firstName\":\"样例\"},\"credentials\":{\"password\":\"Audited-1234\"}}";
        acts.put("POST user/create", act(call("POST", "user/create", user), false, "engine.user.create"));
        acts.put(
                "PUT user/{id}/profile",
                act(
                        call("PUT", "user/audited/profile", "{\"id\":\"audited\",\"firstName\":\"样例二\"}"),
                        false,
                        "engine.user.update"));
        acts.put(
                "PUT user/{id}/credentials",
                act(
                        call(
                                "PUT",
                                "user/audited/credentials",
                                "{\"password\":\"Audited-5678\",\"authenticatedUserPassword\":\"admin-test-secret\"}"),
                        false,
                        "engine.user.update"));
        acts.put(
                "POST user/{id}/unlock",
                act(
                        b -> {
                            engine.getIdentityService().checkPassword("audited", "wrong");
                            return call("POST", "user/audited/unlock", "").apply(b);
                        },
                        false,
                        "engine.user.unlock"));
        String group = "{\"id\":\"audited-group\",\"name\":\"样例组\",\"type\":\"WORKFLOW\"}";
        acts.put("POST group/create", act(call("POST", "group/create", group), false, "engine.group.create"));
        acts.put("PUT group/{id}", act(call("PUT", "group/audited-group", group), false, "engine.group.update"));
        acts.put(
                "PUT group/{id}/members/{userId}",
                act(call("PUT", "group/audited-group/members/audited", ""), false, "engine.groupMembership.create"));
        acts.put(
                "DELETE group/{id}/members/{userId}",
                act(call("DELETE", "group/audited-group/members/audited", ""), false, "engine.groupMembership.delete"));
        String grant =
                "{\"type\":1,\"permissions\":[\"READ\"],\"groupId\":\"audited-group\",\"resourceType\":5,\"resourceId\":\"audited\"}";
        acts.put(
                "POST authorization/create",
                act(call("POST", "authorization/create", grant), false, "engine.authorization.create"));
        acts.put(
                "PUT authorization/{id}",
                act(
                        b -> call("PUT", "authorization/" + grantId(), grant).apply(b),
                        false,
                        "engine.authorization.update"));
        acts.put(
                "DELETE authorization/{id}",
                act(
                        b -> call("DELETE", "authorization/" + grantId(), "").apply(b),
                        false,
                        "engine.authorization.delete"));
        acts.put("DELETE group/{id}", act(call("DELETE", "group/audited-group", ""), false, "engine.group.delete"));
        acts.put("DELETE user/{id}", act(call("DELETE", "user/audited", ""), false, "engine.user.delete"));
        acts.put("PUT job/{id}/retries", act(this::retries, false, "engine.job.setJobRetries"));
        return acts;
    }

    private static Act act(Function<Browser, HttpResponse<String>> call, boolean officers, String action) {
        return new Act(call, officers, action);
    }

    private Set<String> changingRoutes() {
        Set<String> readings = routes.all().stream()
                .filter(route -> route.method().equals("GET"))
                .map(route -> String.join("/", route.path()))
                .collect(Collectors.toSet());
        return routes.all().stream()
                .filter(route -> !Set.of("GET", "OPTIONS").contains(route.method()))
                .filter(route -> !readings.contains(String.join("/", route.path()))
                        || !route.method().equals("POST"))
                .map(route -> route.method() + " " + String.join("/", route.path()))
                .filter(route -> NO_ACTS.stream().noneMatch(route::contains))
                .map(route -> route.replace("camunda/api/engine/engine/default/", ""))
                .collect(Collectors.toSet());
    }

    private HttpResponse<String> start(Browser browser) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("listing-determination")
                .latestVersion()
                .singleResult()
                .getId();
        String body = "{\"variables\":{\"recordNumber\":{\"value\":\"" + newRecord() + "\",\"type\":\"String\"}}}";
        return browser.engine("POST", ENGINE + "process-definition/" + definition + "/submit-form", body);
    }

    private HttpResponse<String> drop(Browser browser) {
        claim(browser);
        String entries = "{\"outcome\":{\"value\":\"DROP\"},\"reason\":{\"value\":\"样例理由\"}}";
        return task("/submit-form", "{\"variables\":" + entries + "}").apply(browser);
    }

    private void claim(Browser browser) {
        HttpResponse<String> answer =
                task("/claim", "{\"userId\":\"officer1\"}").apply(browser);
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> retries(Browser browser) {
        newCase();
        String job = engine.getManagementService()
                .createJobQuery()
                .timers()
                .listPage(0, 1)
                .get(0)
                .getId();
        return browser.engine("PUT", ENGINE + "job/" + job + "/retries", "{\"retries\":3}");
    }

    private Function<Browser, HttpResponse<String>> task(String action, String body) {
        return browser -> browser.engine(
                "POST",
                ENGINE + "task/"
                        + driver.task(caseNumber, "userTask_draftDetermination").getId() + action,
                body);
    }

    private static Function<Browser, HttpResponse<String>> call(String method, String path, String body) {
        return browser -> browser.engine(method, ENGINE + path, body);
    }

    private static String filter() {
        return "{\"resourceType\":\"Task\",\"name\":\"audited\",\"query\":{},\"properties\":{}}";
    }

    private String filterId() {
        return engine.getFilterService()
                .createFilterQuery()
                .filterName("audited")
                .singleResult()
                .getId();
    }

    private String grantId() {
        return engine
                .getAuthorizationService()
                .createAuthorizationQuery()
                .groupIdIn("audited-group")
                .resourceType(Resources.FILTER)
                .list()
                .stream()
                .map(Authorization::getId)
                .findFirst()
                .orElseThrow();
    }

    private String newCase() {
        return driver.start(newRecord(), "officer1");
    }

    private String newRecord() {
        return records.take(
                        records.enterprise(),
                        "WS-CITY",
                        "WS-CITY-J-05",
                        clock.today().minusDays(10))
                .number();
    }

    private long lastRow() {
        return jdbc.sql("select coalesce(max(id), 0) from audit.entry")
                .query(Long.class)
                .single();
    }

    private List<Row> rowsAfter(long id) {
        return jdbc.sql("select actor, action, object from audit.entry where id > ? order by id")
                .param(id)
                .query(Row.class)
                .list();
    }
}
