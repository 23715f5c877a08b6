package org.xincheng.procedure.term;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.term.Term;
import org.xincheng.law.LegalTime;

/** The alarms that call to look whether a term is over: those that have rung, and those of a day to come. */
@Component
public class OverTerms {

    private static final int FOUND_AT_ONCE = 200;

    private final ManagementService management;
    private final RuntimeService runtime;
    private final AsTheProcedure engine;

    OverTerms(ManagementService management, RuntimeService runtime, AsTheProcedure engine) {
        this.management = management;
        this.runtime = runtime;
        this.engine = engine;
    }

    /**
     * An alarm of a term.
     *
     * @param jobId the engine's job
     * @param caseNumber number of the term's case
     */
    public record Alarm(String jobId, String caseNumber) {}

    /** How many have rung and wait; those that failed wait for their next try elsewhere. */
    @Transactional(readOnly = true)
    public int waiting() {
        return engine.get(() -> Math.toIntExact(rung().count()));
    }

    /** Some that have rung, the longest waiting first; none of those named. */
    @Transactional(readOnly = true)
    public List<Alarm> next(Set<String> exceptJobs) {
        return engine.get(() ->
                alarms(rung().orderByJobDuedate()
                                .asc()
                                .orderByJobId()
                                .asc()
                                .listPage(0, FOUND_AT_ONCE + exceptJobs.size()))
                        .stream()
                        .filter(alarm -> !exceptJobs.contains(alarm.jobId()))
                        .toList());
    }

    /** How many ring at 24:00 of a day. */
    @Transactional(readOnly = true)
    public int ofDay(LocalDate day) {
        return engine.get(() -> Math.toIntExact(ringingAfter(day).count()));
    }

    /** A page of those that ring at 24:00 of a day, in an order that stays. */
    @Transactional(readOnly = true)
    public List<Alarm> ofDay(LocalDate day, int limit, int offset) {
        return engine.get(() -> alarms(ringingAfter(day).orderByJobId().asc().listPage(offset, limit)));
    }

    private JobQuery rung() {
        // "Executable" asks the engine's clock whether it is due, and leaves out what has no try left.
        return all().executable();
    }

    private JobQuery ringingAfter(LocalDate day) {
        var midnight = LegalTime.endOfDay(day);
        return all().duedateHigherThan(Date.from(midnight.minusSeconds(1)))
                .duedateLowerThan(Date.from(midnight.plusSeconds(1)));
    }

    private JobQuery all() {
        return management
                .createJobQuery()
                .processDefinitionKey(Term.PROCEDURE)
                .activityId(TermTimers.TERM_OVER)
                .active();
    }

    private List<Alarm> alarms(List<Job> jobs) {
        if (jobs.isEmpty()) {
            return List.of();
        }
        var ids = jobs.stream().map(Job::getProcessInstanceId).collect(Collectors.toSet());
        var numbers = runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return jobs.stream()
                .map(job -> new Alarm(job.getId(), numbers.get(job.getProcessInstanceId())))
                .toList();
    }
}
