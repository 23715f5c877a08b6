package org.xincheng.procedure.deadline;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.xincheng.credit.cases.Recount;

/**
 * The due dates of one case's open tasks and timers while its dates are counted anew, inside a command of the engine. What stands at a date
 * as it was before is asked anew for its date, by the expression of its model; it moves where the answer is a date as it is now. What
 * somebody has set by hand, and a timer that waits for something else, as for the day of the hearing, stand elsewhere and stay.
 */
final class CaseAlarms {

    private final CommandContext context;
    private final ProcessEngineConfigurationImpl engine;
    private final List<Recount> moves;
    private final Instant now;

    /** @param moves the dates of the case that move */
    CaseAlarms(CommandContext context, ProcessEngineConfigurationImpl engine, List<Recount> moves, Instant now) {
        this.context = context;
        this.engine = engine;
        this.moves = List.copyOf(moves);
        this.now = now;
    }

    /** Moves what is set by the moved dates, in called processes too. */
    void follow(String caseNumber) {
        engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(Task::getId)
                .map(context.getTaskManager()::findTaskById)
                .forEach(this::follow);
        engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(ProcessInstance::getId)
                .flatMap(id ->
                        engine.getManagementService().createJobQuery().processInstanceId(id).timers().list().stream())
                .map(job -> context.getJobManager().findJobById(job.getId()))
                .forEach(this::follow);
    }

    private void follow(TaskEntity task) {
        var expression = task.getTaskDefinition().getDueDateExpression();
        if (task.getDueDate() == null || expression == null) {
            return;
        }
        if (comesFrom(overAt(task.getDueDate()))
                && expression.getValue(task.getExecution()) instanceof Date due
                && leadsTo(overAt(due))) {
            engine.getTaskService().setDueDate(task.getId(), due);
            flagAgainWhenLate(task, overAt(due));
        }
    }

    private void follow(JobEntity timer) {
        if (timer.getDuedate() == null || !comesFrom(timer.getDuedate().toInstant())) {
            return;
        }
        var before = timer.getDuedate();
        engine.getManagementService().recalculateJobDuedate(timer.getId(), false);
        if (!leadsTo(timer.getDuedate().toInstant())) {
            timer.setDuedate(before);
        }
    }

    /**
     * A timer that has flagged the step as late is gone. Where the step is not late after all, it is set again, so that the step is flagged
     * when it is; the flag that was recorded stays, for it was true by the calendar of its day.
     */
    private void flagAgainWhenLate(TaskEntity task, Instant lateAt) {
        if (!now.isBefore(lateAt)) {
            return;
        }
        var execution = task.getExecution();
        var armed = context.getJobManager().findJobsByExecutionId(execution.getId()).stream()
                .map(JobEntity::getActivityId)
                .collect(Collectors.toSet());
        TimerDeclarationImpl.getDeclarationsForScope(execution.getActivity()).forEach((activityId, declaration) -> {
            if (!declaration.isInterruptingTimer() && !armed.contains(activityId)) {
                var timer = declaration.createTimerInstance(execution);
                if (!timer.getDuedate().toInstant().equals(lateAt)) {
                    timer.delete();
                }
            }
        });
    }

    /** The instant after the last second of a task's last day. */
    private static Instant overAt(Date due) {
        return due.toInstant().plusSeconds(1);
    }

    private boolean comesFrom(Instant end) {
        return moves.stream().anyMatch(move -> move.before().endsAt().equals(end));
    }

    private boolean leadsTo(Instant end) {
        return moves.stream().anyMatch(move -> move.after().endsAt().equals(end));
    }
}
