package org.xincheng.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.XinchengApplication;
import org.xincheng.credit.term.ExpiryLog;
import org.xincheng.credit.term.ExpiryRun;

/**
 * Runs the application as it is, with its job executor and its clock, on a directory that {@link PrepareExpiry} filled, until no term waits; tells the progress, how
 * long other work of the engine waited meanwhile and otherwise, and checks that each term was followed up exactly once. Arguments: the number of listings, then
 * settings as the application takes them. Ends with 1 where anything is missing or twice.
 */
public final class RunExpiry {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long BETWEEN_PROBES_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int PROBES_AFTERWARDS = 20;

    private RunExpiry() {}

    public static void main(String[] args) {
        var count = Integer.parseInt(args[0]);
        boolean right;
        try (var context = new SpringApplicationBuilder(XinchengApplication.class)
                .profiles("demo")
                .run(args)) {
            right = follow(context, count);
        }
        System.exit(right ? 0 : 1);
    }

    private static boolean follow(ConfigurableApplicationContext context, int count) {
        var runs = context.getBean(ExpiryLog.class);
        var management = context.getBean(ManagementService.class);
        var idle = new ArrayList<Long>();
        var meanwhile = new ArrayList<Long>();
        var before =
                runs.latest(1).stream().mapToInt(ExpiryRun::done).findFirst().orElse(0);
        var begun = 0L;
        while (true) {
            var run = runs.latest(1).stream().findFirst();
            var moved = run.filter(now -> now.done() > before).isPresent();
            if (moved && begun == 0) {
                begun = System.nanoTime();
            }
            (moved ? meanwhile : idle).add(probe(management));
            System.out.printf("progress %d%n", run.map(ExpiryRun::done).orElse(0));
            if (run.filter(now -> now.certificate().isPresent()).isPresent()) {
                break;
            }
            LockSupport.parkNanos(BETWEEN_PROBES_NANOS);
        }
        var over = System.nanoTime();
        for (int i = 0; i < PROBES_AFTERWARDS; i++) {
            idle.add(probe(management));
            LockSupport.parkNanos(BETWEEN_PROBES_NANOS);
        }
        var seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(over - begun));
        var run = runs.latest(1).get(0);
        System.out.printf(
                "this process followed up %d terms in %d s (%.1f a second)%n",
                run.done() - before, seconds, (run.done() - before) / (double) seconds);
        System.out.println("a timer of other work waited before and after: " + shown(idle));
        System.out.println("a timer of other work waited meanwhile: " + shown(meanwhile));
        return check(context.getBean(JdbcClient.class), run, count);
    }

    /** How long the job executor takes to run a timer that is due now, in milliseconds; the timer is set anew by its model. */
    private static long probe(ManagementService management) {
        var timer = management
                .createJobQuery()
                .processDefinitionKey("listing-term")
                .activityId("timerEvent_reminderDay")
                .singleResult();
        var due = System.nanoTime();
        management.setJobDuedate(timer.getId(), Date.from(Instant.now().minusSeconds(1)));
        while (management.createJobQuery().jobId(timer.getId()).count() > 0) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - due);
    }

    private static String shown(List<Long> waits) {
        if (waits.isEmpty()) {
            return "no probe";
        }
        Collections.sort(waits);
        return "%d probes, median %d ms, 95 %% within %d ms, at most %d ms"
                .formatted(
                        waits.size(),
                        waits.get(waits.size() / 2),
                        waits.get((int) Math.ceil(waits.size() * 0.95) - 1),
                        waits.get(waits.size() - 1));
    }

    private static boolean check(JdbcClient jdbc, ExpiryRun run, int count) {
        var certificate = run.certificate().orElseThrow();
        System.out.println("certificate: " + certificate);
        var right = certificate.followedUp() == count && certificate.notOver() == 0 && certificate.failed() == 0;
        for (var what : List.of(
                "runs|select count(*) = 1 from credit.expiry_run",
                "each term once in the list|select count(*) = :count and count(distinct case_number) = :count from credit.expiry_item",
                "each term found over once|select count(*) = :count and count(distinct case_id) = :count from credit.act where effect = 'ListingExpired'",
                "each term's letter issued once|select count(*) = :count and count(distinct case_id) = :count from credit.letter where kind = 'TERM_ENDED'",
                "each term's departments told once|select count(*) = :count and count(distinct case_id) = :count from credit.act where effect = 'DepartmentsTold'",
                "each term's letter waits to be served once|select count(*) = :count and count(distinct proc_inst_id_) = :count"
                        + " from act_ru_task where task_def_key_ = 'userTask_serveLetter'",
                "no alarm is left|select count(*) = 0 from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_"
                        + " where d.act_id_ = 'timerEvent_termOver' and j.duedate_ <= localtimestamp",
                "no incident|select count(*) = 0 from act_ru_incident")) {
            var question = what.split("\\|", 2);
            var holds = jdbc.sql(question[1])
                    .param("count", count)
                    .query(Boolean.class)
                    .single();
            System.out.println((holds ? "right: " : "WRONG: ") + question[0]);
            right &= holds;
        }
        return right;
    }
}
