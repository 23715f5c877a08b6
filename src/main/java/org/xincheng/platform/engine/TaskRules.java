package org.xincheng.platform.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;

/**
 * Who may work on a task: its candidates (users, or members of a candidate group), and once it is claimed only the one
 * who holds it. A task without candidates belongs to its assignee.
 *
 * <p>The engine itself would ask for a grant per task and group, which makes task lists slow at scale; here the grants are
 * per process definition and this check, which reads only the task at hand, keeps one group out of another's tasks. It
 * holds for administrators too: they may hand a task to somebody, but not decide a case.
 *
 * <p>Whoever holds a task may give it back, or hand it to a colleague who is a candidate as well.
 */
final class TaskRules extends AuthorizationCommandChecker {

    private static final String WORK = "TASK_WORK";
    private static final String TASK = "Task";

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        Authentication user = currentUser();
        if (user != null && !mayWork(task, user)) {
            throw new AuthorizationException(user.getUserId(), WORK, TASK, task.getId());
        }
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        Authentication user = currentUser();
        boolean handsOverOwnTask = user != null
                && user.getUserId().equals(task.getAssignee())
                && Context.getCommandInvocationContext().getCommand() instanceof AssignTaskCmd;
        if (!handsOverOwnTask) {
            super.checkTaskAssign(task);
        }
    }

    private static boolean mayWork(TaskEntity task, Authentication user) {
        boolean heldByAnother =
                task.getAssignee() != null && !task.getAssignee().equals(user.getUserId());
        List<? extends IdentityLink> candidates = task.getIdentityLinks().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        boolean assignedDirectly = candidates.isEmpty() && user.getUserId().equals(task.getAssignee());
        return !heldByAnother && (assignedDirectly || candidates.stream().anyMatch(link -> names(link, user)));
    }

    private static boolean names(IdentityLink candidate, Authentication user) {
        Set<String> groups = user.getGroupIds() == null ? Set.of() : Set.copyOf(user.getGroupIds());
        return user.getUserId().equals(candidate.getUserId())
                || (candidate.getGroupId() != null && groups.contains(candidate.getGroupId()));
    }

    /** Nobody while the application itself acts: its own rules then decide, as they do for the engine's jobs. */
    private static Authentication currentUser() {
        Authentication user = Context.getCommandContext().getAuthentication();
        return user == null
                        || user.getUserId() == null
                        || !Context.getCommandContext().isAuthorizationCheckEnabled()
                ? null
                : user;
    }
}
