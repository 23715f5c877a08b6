package org.xincheng.procedure.term;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.xincheng.credit.term.ExpiryLog;
import org.xincheng.credit.term.ExpiryRun;
import org.xincheng.procedure.term.OverTerms.Alarm;

/**
 * Follows up terms that are over, many of which end on the same midnight. The general job executor leaves their alarms alone (their priority is below its
 * range), so that no other work waits behind them.
 *
 * <p>Each term is followed up in one transaction with the row that says so: the engine's step, the store's acts and letters, and the item. Whoever stops in the
 * middle, even by {@code kill -9}, has finished whole terms only, and the run goes on where it was: an alarm that has been followed up is there no more. No
 * listing is in force any longer for waiting (DESIGN §6, 12).
 */
@Service
public class ExpiryRuns {

    private static final Logger log = LoggerFactory.getLogger(ExpiryRuns.class);

    private final OverTerms terms;
    private final ExpiryLog runs;
    private final OneRunner oneRunner;
    private final CommandExecutor engine;
    private final Bucket pace;
    private volatile boolean stopping;

    ExpiryRuns(OverTerms terms, ExpiryLog runs, OneRunner oneRunner, ProcessEngine engine, ExpirySettings settings) {
        this.terms = terms;
        this.runs = runs;
        this.oneRunner = oneRunner;
        this.engine = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        var perSecond = settings.atMostPerSecond();
        this.pace = Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /**
     * Goes on with the run that was interrupted, or begins one where terms wait, and brings it to its certificate.
     *
     * @param user id of whoever asks for it, or {@code engine}
     * @return the run as it stands; empty where there is nothing to do, or another process does it
     */
    public Optional<ExpiryRun> run(String user) {
        var ran = new ExpiryRun[1];
        oneRunner.run(() -> ran[0] = unfinishedOrNew(user).map(this::goOn).orElse(null));
        return Optional.ofNullable(ran[0]);
    }

    private Optional<ExpiryRun> unfinishedOrNew(String user) {
        return runs.unfinished().or(() -> {
            var waiting = terms.waiting();
            return waiting == 0 ? Optional.empty() : Optional.of(runs.begin(user, waiting));
        });
    }

    private ExpiryRun goOn(ExpiryRun run) {
        log.info("Expiry run {}: {} of {} terms done", run.id(), run.done(), run.expected());
        var failed = new HashSet<String>();
        for (var some = terms.next(failed); !some.isEmpty(); some = terms.next(failed)) {
            for (var alarm : some) {
                if (stopping) {
                    log.info("Expiry run {} is interrupted and goes on after the next start", run.id());
                    return runs.byId(run.id()).orElseThrow();
                }
                followUp(run.id(), alarm, failed);
            }
        }
        var finished = runs.certify(run.id());
        log.info(
                "Expiry run {}: {} followed up, {} not over, {} failed",
                finished.id(),
                finished.followedUp(),
                finished.notOver(),
                finished.failed());
        return finished;
    }

    void followUp(long run, Alarm alarm, Set<String> failed) {
        pace.asBlocking().consumeUninterruptibly(1);
        var collector = new JobFailureCollector(alarm.jobId());
        var job = new ExecuteJobsCmd(alarm.jobId(), collector);
        try {
            // The engine's own way of executing a job: it counts the tries, and makes an incident of the last.
            ExecuteJobHelper.executeJob(alarm.jobId(), engine, collector, context -> {
                job.execute(context);
                runs.lookedAt(run, alarm.caseNumber());
                return null;
            });
        } catch (RuntimeException fault) {
            failed.add(alarm.jobId());
            log.error("The end of {} could not be followed up", alarm.caseNumber(), fault);
            runs.failed(run, alarm.caseNumber(), fault.getClass().getSimpleName());
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }
}
