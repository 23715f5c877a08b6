package org.xincheng.procedure.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.xincheng.procedure.CaseVariables;

/** The open tasks of serving letters, for pages that do not know the engine. */
@Component
public class ServiceTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Clock clock;

    ServiceTasks(TaskService tasks, RuntimeService runtime, Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.clock = clock;
    }

    /**
     * A task of serving a letter.
     *
     * @param id the engine's id
     * @param due the last second of its last day, or null
     * @param late whether that day is over
     */
    public record ServiceTask(String id, Instant due, boolean late) {}

    /** The open tasks of serving letters of these cases, by letter. */
    public Map<UUID, ServiceTask> ofCases(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        Map<String, Task> open = tasks
                .createTaskQuery()
                .taskDefinitionKey(ServeLetterForm.TASK)
                .processInstanceBusinessKeyIn(caseNumbers.toArray(String[]::new))
                .list()
                .stream()
                .collect(Collectors.toMap(Task::getProcessInstanceId, task -> task));
        if (open.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<UUID, ServiceTask>();
        for (VariableInstance letter : runtime.createVariableInstanceQuery()
                .processInstanceIdIn(open.keySet().toArray(String[]::new))
                .variableName(CaseVariables.LETTER_ID)
                .list()) {
            var task = open.get(letter.getProcessInstanceId());
            var due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
            found.put(
                    UUID.fromString(String.valueOf(letter.getValue())),
                    new ServiceTask(
                            task.getId(), due, due != null && !clock.instant().isBefore(due.plusSeconds(1))));
        }
        return found;
    }
}
