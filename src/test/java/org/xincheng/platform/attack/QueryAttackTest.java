package org.xincheng.platform.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.support.Browser;

/**
 * Expressions in queries (layer engine.queries). They name a bean that every expression may name, and come as administrator or by
 * the engine's API: neither the gate before the REST nor the guard of expressions stands in the way.
 */
@AttackTest
class QueryAttackTest {

    private static final String ENGINE = "/engine/engine/default";
    private static final String PAGE = "?firstResult=0&maxResults=10";
    private static final String SONG = "${canary.sing()}";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Attacker attacker;

    @Autowired
    Canary canary;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${canary.sing()}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${canary.sing()}\",\"candidateGroup\":\"x\"}]}",
                "{\"orQueries\":[{\"dueBeforeExpression\":\"${canary.sing()}\"}],\"sorting\":[{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]}",
                "{\"orQueries\":[{\"processInstanceBusinessKeyLikeExpression\":\"${canary.sing()}\"}]}",
                "{\"candidateGroupsExpression\":\"${canary.sing()}\"}"
            })
    void noTaskQueryEvaluatesAnExpressionNotEvenAnAdministrators(String query) {
        Browser admin = attacker.as("admin");

        for (String path : List.of("/task", "/task/count", myTasks() + "/list", myTasks() + "/count")) {
            HttpResponse<String> answer = admin.engine("POST", ENGINE + path + PAGE, query);

            assertThat(canary.hasSung()).as(path).isFalse();
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("查询不得使用表达式");
        }
    }

    @Test
    void noAddressCarriesAnExpressionIntoATaskQuery() {
        Browser admin = attacker.as("admin");

        HttpResponse<String> answer =
                admin.engine("GET", ENGINE + "/task" + PAGE + "&assigneeExpression=%24%7Bcanary.sing()%7D", "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(canary.hasSung()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${canary.sing()}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${canary.sing()}\",\"candidateGroup\":\"x\"}]}"
            })
    void noFilterKeepsAnExpressionOfItsMakers(String query) {
        Browser admin = attacker.as("admin");
        String filter = "{\"resourceType\":\"Task\",\"name\":\"attack\",\"query\":" + query + ",\"properties\":{}}";

        Filter own = engine.getFilterService().newTaskFilter("own");
        own.setQuery(engine.getTaskService().createTaskQuery().taskAssignee("x"));
        String id = engine.getFilterService().saveFilter(own).getId();
        try {
            HttpResponse<String> created = admin.engine("POST", ENGINE + "/filter/create", filter);
            HttpResponse<String> updated = admin.engine("PUT", ENGINE + "/filter/" + id, filter);

            assertThat(filters("attack")).isZero();
            assertThat(filters("own")).isEqualTo(1);
            assertThat(created.statusCode()).isEqualTo(400);
            assertThat(updated.statusCode()).isEqualTo(400);
            assertThat(created.body()).contains("筛选器不得使用该表达式");
            assertThat(canary.hasSung()).isFalse();
        } finally {
            jdbc.sql("delete from act_ru_filter where name_ in ('attack', 'own')")
                    .update();
        }
    }

    /** Whoever could write to the database would still run nothing. */
    @Test
    void aFilterThatWasTamperedWithIsNotRun() {
        Filter filter = engine.getFilterService().newTaskFilter("tampered");
        filter.setQuery(engine.getTaskService().createTaskQuery().taskAssignee("x"));
        String id = engine.getFilterService().saveFilter(filter).getId();
        try {
            jdbc.sql("update act_ru_filter set query_ = ? where id_ = ?")
                    .params("{\"orQueries\":[{\"assigneeExpression\":\"" + SONG + "\"}]}", id)
                    .update();
            Browser admin = attacker.as("admin");

            for (String action : List.of("/list", "/count")) {
                HttpResponse<String> answer = admin.engine("GET", ENGINE + "/filter/" + id + action + PAGE, "");

                assertThat(canary.hasSung()).as(action).isFalse();
                assertThat(answer.statusCode()).as(action).isEqualTo(400);
            }
            assertThatThrownBy(() -> engine.getFilterService().list(id)).isInstanceOf(BadUserRequestException.class);
            assertThat(canary.hasSung()).isFalse();
        } finally {
            jdbc.sql("delete from act_ru_filter where id_ = ?").param(id).update();
        }
    }

    @Test
    void theApiRefusesWhatTheRestRefuses() {
        TaskQuery or = engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(SONG)
                .taskName("x")
                .endOr();
        String filter = myTasks().substring("/filter/".length());

        assertThatThrownBy(or::list).hasMessageContaining("查询不得使用表达式");
        assertThatThrownBy(or::count).hasMessageContaining("查询不得使用表达式");
        assertThatThrownBy(or::singleResult).hasMessageContaining("查询不得使用表达式");
        assertThatThrownBy(() -> engine.getFilterService().list(filter, or)).hasMessageContaining("查询不得使用表达式");
        assertThatThrownBy(() -> engine.getFilterService().count(filter, or)).hasMessageContaining("查询不得使用表达式");
        assertThat(canary.hasSung()).isFalse();
    }

    @Test
    void onlyAdministratorsMakeFiltersWhateverTheirGrantsSay() {
        Filter filter = engine.getFilterService().newTaskFilter("attack");
        filter.setQuery(engine.getTaskService().createTaskQuery());
        // Rights are not looked at here: the refusal is the guard's own.
        engine.getIdentityService().setAuthentication("officer1", List.of("case-officer"));
        try {
            assertThatThrownBy(() -> engine.getFilterService().saveFilter(filter))
                    .hasMessageContaining("筛选器由系统管理员维护");
            assertThatThrownBy(() ->
                            engine.getFilterService().deleteFilter(myTasks().substring(8)))
                    .hasMessageContaining("筛选器由系统管理员维护");
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private long filters(String name) {
        return jdbc.sql("select count(*) from act_ru_filter where name_ = ?")
                .param(name)
                .query(Long.class)
                .single();
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
