package org.xincheng.platform.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
 * <p>Their expressions name only the signed-in user and the time; {@link StoredFilters} lets no others through. What a list shows of a
 * task's case is no variable of the engine's: Tasklist asks {@code /api/task-cards} for it.
 */
@Component
class SharedFilters {

    private static final String CASE_NUMBER = "caseNumber";

    private final FilterService filters;
    private final TaskService tasks;

    SharedFilters(ProcessEngine engine) {
        this.filters = engine.getFilterService();
        this.tasks = engine.getTaskService();
    }

    void keep() {
        renamed("我所在组的任务", "本组待领");
        renamed("逾期任务", "已逾期");
        keep(1, "我的任务", "由我办理的任务", tasks.createTaskQuery().taskAssigneeExpression(StoredFilters.CURRENT_USER));
        keep(
                2,
                "本组待领",
                "我所在的组可以认领的任务",
                tasks.createTaskQuery().taskCandidateGroupInExpression(StoredFilters.CURRENT_GROUPS));
        keep(3, "今日到期", "办理期限在今天的任务", dueFromTodayUntil(StoredFilters.TOMORROW));
        keep(4, "本周到期", "办理期限在今天至本周日的任务", dueFromTodayUntil(StoredFilters.NEXT_MONDAY));
        keep(5, "已逾期", "已超过办理期限的任务", tasks.createTaskQuery().dueBeforeExpression(StoredFilters.NOW));
        keep(6, "异议投诉", "异议、投诉案件的任务", ofCases("YY-", "TS-"));
        keep(7, "信用修复", "信用修复、撤销信用修复案件的任务", ofCases("XF-", "CX-"));
        keep(8, "全部任务", "所有未办结的任务", tasks.createTaskQuery());
    }

    private TaskQuery dueFromTodayUntil(String end) {
        return tasks.createTaskQuery().dueAfterExpression(StoredFilters.TODAY).dueBeforeExpression(end);
    }

    /** By the number of the case and not by the procedure: the service of a case's letters is a procedure of its own. */
    private TaskQuery ofCases(String... prefixes) {
        TaskQuery query = tasks.createTaskQuery().or();
        for (String prefix : prefixes) {
            query.processVariableValueLike(CASE_NUMBER, prefix + "%");
        }
        return query.endOr();
    }

    private void keep(int priority, String name, String description, TaskQuery query) {
        Filter filter = Objects.requireNonNullElseGet(named(name), () -> filters.newTaskFilter(name));
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
                List.of()));
        filters.saveFilter(filter);
    }

    /** A list of an earlier version keeps its id, which stands in bookmarks. */
    private void renamed(String former, String name) {
        Stream.ofNullable(named(former)).filter(list -> named(name) == null).forEach(list -> {
            list.setName(name);
            filters.saveFilter(list);
        });
    }

    private Filter named(String name) {
        return filters.createFilterQuery().filterName(name).singleResult();
    }
}
