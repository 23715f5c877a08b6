package org.xincheng.platform.identity;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists every member of staff finds in Tasklist, which shows no task without a filter.
 *
 * <p>Their expressions name only the signed-in user and the time. At all other times the engine refuses to store a query
 * with an expression; while these five are written, before the first request, it is told not to. Running them needs no
 * exception: Tasklist always sends a sort order along, and the engine does not apply the switch to the query it then
 * builds.
 */
@Component
class SharedFilters {

    private static final String NOW = "${now()}";
    private static final String TODAY = "${dateTime().withTimeAtStartOfDay()}";
    private static final String TOMORROW = "${dateTime().withTimeAtStartOfDay().plusDays(1)}";

    private final FilterService filters;
    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl settings;

    SharedFilters(ProcessEngine engine) {
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
        this.settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    void keep() {
        settings.setEnableExpressionsInStoredQueries(true);
        try {
            keepAll();
        } finally {
            settings.setEnableExpressionsInStoredQueries(false);
        }
    }

    private void keepAll() {
        keep(1, "我的任务", "由我办理的任务", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        keep(
                2,
                "我所在组的任务",
                "我所在的组可以认领的任务",
                tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"));
        keep(
                3,
                "今日到期",
                "办理期限在今天的任务",
                tasks.createTaskQuery().dueAfterExpression(TODAY).dueBeforeExpression(TOMORROW));
        keep(4, "逾期任务", "已超过办理期限的任务", tasks.createTaskQuery().dueBeforeExpression(NOW));
        keep(5, "全部任务", "所有未办结的任务", tasks.createTaskQuery());
    }

    private void keep(int priority, String name, String description, TaskQuery query) {
        Filter filter = filters.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "description",
                description,
                "priority",
                priority,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "color",
                "#1f4e79",
                "variables",
                List.of(column("caseNumber", "案件编号"), column("regime", "制度"))));
        filters.saveFilter(filter);
    }

    private static Map<String, String> column(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }
}
