package org.xincheng.procedure.term;

import java.util.concurrent.ThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;

/** Looks every minute whether terms wait to be followed up, and has them followed up on a thread of its own. Off where the job executor is. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class ExpirySchedule implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ExpirySchedule.class);

    private static final int SECONDS_FOR_THE_LAST_TERM = 30;

    private final ExpiryRuns runs;
    private final ThreadPoolTaskExecutor thread = new ThreadPoolTaskExecutor();

    ExpirySchedule(ExpiryRuns runs) {
        this.runs = runs;
        thread.setThreadNamePrefix("expiry-");
        thread.setCorePoolSize(1);
        thread.setMaxPoolSize(1);
        thread.setQueueCapacity(0);
        // Whoever comes while a run is under way has nothing to add.
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        thread.setWaitForTasksToCompleteOnShutdown(true);
        thread.setAwaitTerminationSeconds(SECONDS_FOR_THE_LAST_TERM);
        thread.initialize();
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT1M")
    void look() {
        thread.execute(this::run);
    }

    private void run() {
        try {
            runs.run(Actor.ENGINE);
        } catch (RuntimeException fault) {
            log.error("The run was interrupted and goes on at the next look", fault);
        }
    }

    @Override
    public void destroy() {
        thread.shutdown();
    }
}
