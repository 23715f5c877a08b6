package org.xincheng.procedure.listing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.xincheng.identity.StaffGroup;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.LegalTime;

/** Who is next in a case, for pages that do not know the engine. */
@Component
public class OpenTasks {

    private final TaskService tasks;
    private final UserDirectory users;
    private final Clock clock;

    OpenTasks(TaskService tasks, UserDirectory users, Clock clock) {
        this.tasks = tasks;
        this.users = users;
        this.clock = clock;
    }

    /**
     * A task that waits for somebody.
     *
     * @param id the engine's id of the task
     * @param key id of the task in the model, e.g. {@code userTask_reviewDraft}
     * @param name its name on screens
     * @param groups names of the groups it is offered to
     * @param assignee name of the one who holds it, empty while nobody does
     * @param since when it came up, Asia/Shanghai
     * @param due the last second of its last day, Asia/Shanghai; null where the task has no date
     * @param late whether that day is over
     */
    public record OpenTask(
            String id,
            String key,
            String name,
            List<String> groups,
            String assignee,
            OffsetDateTime since,
            OffsetDateTime due,
            boolean late) {}

    /** The open tasks of a case, the one due first first. */
    public List<OpenTask> of(String caseNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(this::read)
                .sorted(Comparator.comparing(OpenTask::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(OpenTask::id))
                .toList();
    }

    private OpenTask read(Task task) {
        var groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .map(id -> StaffGroup.ofId(id).map(StaffGroup::nameZh).orElse(id))
                .sorted()
                .toList();
        var due = task.getDueDate();
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                groups,
                task.getAssignee() == null ? "" : users.displayName(task.getAssignee()),
                moment(task.getCreateTime()),
                due == null ? null : moment(due),
                due != null && !clock.instant().isBefore(due.toInstant().plusSeconds(1)));
    }

    private static OffsetDateTime moment(Date at) {
        return at.toInstant().atZone(LegalTime.ZONE).toOffsetDateTime();
    }
}
