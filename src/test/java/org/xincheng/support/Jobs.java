package org.xincheng.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.xincheng.platform.time.MovableClock;

/**
 * Runs the engine's jobs by hand. A timer is run only when the clock has reached it, as the job executor would: a test
 * cannot fire a timer too early by mistake.
 */
public final class Jobs {

    private final ManagementService management;
    private final TestClock clock;

    Jobs(ProcessEngine engine, TestClock clock) {
        this.management = engine.getManagementService();
        this.clock = clock;
    }

    /** The one job of an activity in a process instance; fails when there is none, or more than one. */
    public Job of(String processInstanceId, String activityId) {
        List<Job> jobs = query(processInstanceId).activityId(activityId).list();
        assertThat(jobs)
                .as("jobs of %s; jobs there are: %s", activityId, activitiesWithJobs(processInstanceId))
                .hasSize(1);
        return jobs.get(0);
    }

    /** When the one job of an activity is due, in Asia/Shanghai; fails when it has no due date. */
    public ZonedDateTime dueAt(String processInstanceId, String activityId) {
        Date due = of(processInstanceId, activityId).getDuedate();
        assertThat(due).as("due date of the job of " + activityId).isNotNull();
        return due.toInstant().atZone(MovableClock.ZONE);
    }

    /** Whether an activity of a process instance has a job. */
    public boolean exists(String processInstanceId, String activityId) {
        return query(processInstanceId).activityId(activityId).count() > 0;
    }

    /** Runs the one job of an activity; fails when the clock has not reached its due date. */
    public void run(String processInstanceId, String activityId) {
        execute(of(processInstanceId, activityId));
    }

    /**
     * Sets the clock to the due date of an activity's one timer and runs it.
     *
     * @return the due date
     */
    public Instant runWhenDue(String processInstanceId, String activityId) {
        Instant due = dueAt(processInstanceId, activityId).toInstant();
        clock.at(due);
        run(processInstanceId, activityId);
        return due;
    }

    /** Runs every job that is due, in the order of the due dates, until none is left; gives how many were run. */
    public int runAllDue() {
        int count = 0;
        for (List<Job> due = allDue(); !due.isEmpty(); due = allDue()) {
            assertThat(count).as("jobs run without an end in sight").isLessThan(1000);
            execute(due.get(0));
            count++;
        }
        return count;
    }

    private List<Job> allDue() {
        return management
                .createJobQuery()
                .executable()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
    }

    private void execute(Job job) {
        if (job.getDuedate() != null) {
            assertThat(clock.now())
                    .as("the clock must have reached the due date of the job")
                    .isAfterOrEqualTo(job.getDuedate().toInstant());
        }
        management.executeJob(job.getId());
    }

    private JobQuery query(String processInstanceId) {
        return management.createJobQuery().processInstanceId(processInstanceId);
    }

    private List<String> activitiesWithJobs(String processInstanceId) {
        return query(processInstanceId).list().stream()
                .map(job -> management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .toList();
    }
}
