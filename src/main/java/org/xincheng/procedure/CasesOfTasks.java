package org.xincheng.procedure;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Which case a task is about, for pages that do not know the engine. */
@Component
public class CasesOfTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;

    CasesOfTasks(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /**
     * The numbers of the cases of open tasks. A task that is there no more, or has no case, is left out.
     *
     * @param taskIds the engine's ids
     * @return number of the case by id of the task
     */
    public Map<String, String> numbers(Collection<String> taskIds) {
        if (taskIds.isEmpty()) {
            return Map.of();
        }
        var open = tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list().stream()
                .filter(task -> task.getProcessInstanceId() != null)
                .collect(Collectors.toMap(Task::getId, Task::getProcessInstanceId));
        if (open.isEmpty()) {
            return Map.of();
        }
        // A process that is called by another carries the same business key.
        var numbers = runtime.createProcessInstanceQuery().processInstanceIds(Set.copyOf(open.values())).list().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return open.entrySet().stream()
                .filter(task -> numbers.containsKey(task.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, task -> numbers.get(task.getValue())));
    }
}
