package org.xincheng.procedure.term;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.term.ReconciliationLog;
import org.xincheng.credit.term.ReconciliationLog.Finding;
import org.xincheng.credit.term.ReconciliationLog.Kind;
import org.xincheng.credit.term.ReconciliationLog.Run;

/**
 * Compares listings and terms with the engine, both ways: every listing in force or with an open term has its instance and timers, and every instance an open
 * term. What is wrong is put right, each in a transaction of its own, and reported.
 */
@Service
public class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final ReconciliationLog reports;
    private final TermAlarms alarms;
    private final TermInstances instances;
    private final TransactionTemplate each;

    Reconciliation(
            ReconciliationLog reports,
            TermAlarms alarms,
            TermInstances instances,
            PlatformTransactionManager transactions) {
        this.reports = reports;
        this.alarms = alarms;
        this.instances = instances;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Runs once.
     *
     * @param user id of whoever asked for it, or {@code engine}
     * @return the report that was kept
     */
    public Run run(String user) {
        var started = reports.now();
        var findings = new ArrayList<Finding>();
        var listings = reports.listingsToCompare();
        listings.forEach(listing -> findings.addAll(found(listing, "", () -> alarms.settle(listing))));
        var running = instances.all();
        running.forEach(
                instance -> findings.addAll(found(null, key(instance), () -> alarms.settleStray(instance.getId()))));
        var run = reports.keep(started, listings.size(), running.size(), findings, user);
        log.info(
                "Reconciliation {}: {} listings, {} instances, {} findings",
                run.id(),
                run.listings(),
                run.instances(),
                findings.size());
        return run;
    }

    private List<Finding> found(UUID listing, String caseNumber, Supplier<List<Finding>> settling) {
        try {
            return each.execute(status -> settling.get());
        } catch (RuntimeException failed) {
            log.error("Listing {} {} could not be settled", listing, caseNumber, failed);
            return List.of(new Finding(
                    listing, caseNumber, Kind.FAILED, failed.getClass().getSimpleName()));
        }
    }

    private static String key(ProcessInstance instance) {
        return instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
    }
}
