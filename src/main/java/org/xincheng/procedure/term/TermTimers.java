package org.xincheng.procedure.term;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.xincheng.credit.term.ReconciliationLog.Finding;
import org.xincheng.credit.term.ReconciliationLog.Kind;
import org.xincheng.credit.term.Term;
import org.xincheng.credit.term.TermDates;
import org.xincheng.law.LegalTime;

/** The timers of terms: each is to ring at the instant that the facts give now. */
@Component
class TermTimers {

    static final String TERM_OVER = "timerEvent_termOver";
    static final String REMINDER_DAY = "timerEvent_reminderDay";
    static final String REMOVAL_DAYS = "timerEvent_removalDays";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TermDates dates;

    TermTimers(RuntimeService runtime, ManagementService management, TermDates dates) {
        this.runtime = runtime;
        this.management = management;
        this.dates = dates;
    }

    /** The listings whose terms wait for a day that is counted in working days. */
    List<UUID> listingsWaitingForACountedDay() {
        return Stream.of(REMINDER_DAY, REMOVAL_DAYS)
                .flatMap(activity ->
                        management
                                .createJobQuery()
                                .processDefinitionKey(Term.PROCEDURE)
                                .activityId(activity)
                                .list()
                                .stream())
                .map(job -> (String) runtime.getVariable(job.getProcessInstanceId(), TermInstances.LISTING_ID))
                .map(UUID::fromString)
                .distinct()
                .toList();
    }

    /**
     * Puts the timers of a running term right, inside a command of the engine; gives what was wrong.
     *
     * @param stands whether the clock stands: then the end moves on with every day, and a timer is moved after it of which nothing was wrong
     */
    List<Finding> settle(Term term, ProcessInstance instance, boolean stands) {
        var findings = new ArrayList<Finding>();
        for (var activity : List.of(TERM_OVER, REMINDER_DAY, REMOVAL_DAYS)) {
            for (var waiting : runtime.createExecutionQuery()
                    .processInstanceId(instance.getId())
                    .activityId(activity)
                    .list()) {
                settle(term, activity, waiting, stands, findings);
            }
        }
        return findings;
    }

    private void settle(Term term, String activity, Execution waiting, boolean stands, List<Finding> findings) {
        var at = instant(activity, term.listingId());
        var jobs = management
                .createJobQuery()
                .processInstanceId(waiting.getProcessInstanceId())
                .activityId(activity)
                .list();
        if (jobs.isEmpty()) {
            setAnew(waiting);
            findings.add(finding(term, Kind.NO_TIMER, activity + "：定时器不存在，已按" + shown(at) + "重新设置"));
        }
        jobs.stream().filter(job -> !at.equals(dueAt(job))).forEach(job -> {
            var due = dueAt(job);
            if (!stands || due == null || due.isAfter(at)) {
                findings.add(finding(term, Kind.WRONG_TIMER, activity + "：由" + shown(due) + "改为" + shown(at)));
            }
            management.setJobDuedate(job.getId(), Date.from(at));
        });
    }

    private Instant instant(String activity, UUID listing) {
        return switch (activity) {
            case TERM_OVER -> dates.looksOver(listing);
            case REMINDER_DAY -> dates.looksForReminder(listing);
            case REMOVAL_DAYS -> dates.looksForRemoval(listing);
            default -> throw new IllegalArgumentException(activity + " is no timer of a term");
        };
    }

    /** By the declaration of its model, as if the token had just arrived. */
    private static void setAnew(Execution waiting) {
        var execution = Context.getCommandContext().getExecutionManager().findExecutionById(waiting.getId());
        TimerDeclarationImpl.getDeclarationsForScope(execution.getActivity())
                .values()
                .forEach(declaration -> declaration.createTimerInstance(execution));
    }

    private static Instant dueAt(Job job) {
        return job.getDuedate() == null ? null : job.getDuedate().toInstant();
    }

    private static String shown(Instant at) {
        return at == null ? "无日期" : at.atZone(LegalTime.ZONE).toLocalDateTime().toString();
    }

    private static Finding finding(Term term, Kind kind, String detail) {
        return new Finding(term.listingId(), term.legalCase().number(), kind, detail);
    }
}
