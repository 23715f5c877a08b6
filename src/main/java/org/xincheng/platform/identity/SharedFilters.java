package org.xincheng.platform.identity;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.xincheng.platform.engine.StoredFilters;

/**
 * The lists every member of staff finds in Tasklist, which shows no task without a filter.
 *
 * <p>Their expressions name only the signed-in user and the time; {@link StoredFilters} lets no others through.
 */
@Component
class SharedFilters {

    private final FilterService filters;
    private final TaskService tasks;

    SharedFilters(ProcessEngine engine) {
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
    }

    void keep() {
        keep(1, "我的任务", "由我办理的任务", tasks.createTaskQuery().taskAssigneeExpression(StoredFilters.CURRENT_USER));
        keep(
                2,
                "我所在组的任务",
                "我所在的组可以认领的任务",
                tasks.createTaskQuery().taskCandidateGroupInExpression(StoredFilters.CURRENT_GROUPS));
        keep(
                3,
                "今日到期",
                "办理期限在今天的任务",
                tasks.createTaskQuery()
                        .dueAfterExpression(StoredFilters.TODAY)
                        .dueBeforeExpression(StoredFilters.TOMORROW));
        keep(4, "逾期任务", "已超过办理期限的任务", tasks.createTaskQuery().dueBeforeExpression(StoredFilters.NOW));
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
