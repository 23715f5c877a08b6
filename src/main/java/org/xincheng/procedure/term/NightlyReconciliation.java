package org.xincheng.procedure.term;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.xincheng.credit.cases.Actor;

/** Runs the reconciliation every night, when the terms that end at midnight have had time to be followed up. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NightlyReconciliation {

    private final Reconciliation reconciliation;

    NightlyReconciliation(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Shanghai")
    void run() {
        reconciliation.run(Actor.ENGINE);
    }
}
