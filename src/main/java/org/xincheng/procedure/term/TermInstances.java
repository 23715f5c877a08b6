package org.xincheng.procedure.term;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.term.Term;
import org.xincheng.credit.term.Terms;

/** The process instances of terms: one for each open case. */
@Component
class TermInstances {

    static final String LISTING_ID = "listingId";

    private final RuntimeService runtime;
    private final Terms terms;
    private final CaseLog log;

    TermInstances(RuntimeService runtime, Terms terms, CaseLog log) {
        this.runtime = runtime;
        this.terms = terms;
        this.log = log;
    }

    void start(UUID listingId) {
        runtime.startProcessInstanceByKey(Term.PROCEDURE, Map.of(LISTING_ID, listingId.toString()));
    }

    /** The instances of a case, oldest first; there should be one. */
    List<ProcessInstance> of(Term term) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(term.legalCase().number(), Term.PROCEDURE)
                .list();
    }

    /** Every instance there is. */
    List<ProcessInstance> all() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(Term.PROCEDURE)
                .list();
    }

    /** The instance with this id, while it runs. */
    Optional<ProcessInstance> byId(String instanceId) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                .processDefinitionKey(Term.PROCEDURE)
                .processInstanceId(instanceId)
                .singleResult());
    }

    /** Whether a case that is not closed stands behind an instance. */
    boolean hasOpenCase(ProcessInstance instance) {
        return instance.getBusinessKey() != null
                && log.byNumber(instance.getBusinessKey())
                        .filter(found -> found.procedure().equals(Term.PROCEDURE))
                        .map(terms::read)
                        .filter(term -> term.closed().isEmpty())
                        .isPresent();
    }

    /** Tells the term of something that happened. */
    void tell(Term term, String message) {
        of(term).forEach(instance -> runtime.createMessageCorrelation(message)
                .processInstanceId(instance.getId())
                .correlate());
    }

    /** Whether an instance waits for a message. */
    boolean awaits(ProcessInstance instance, String message) {
        return runtime.createEventSubscriptionQuery()
                        .processInstanceId(instance.getId())
                        .eventName(message)
                        .count()
                > 0;
    }

    void delete(ProcessInstance instance, String reason) {
        runtime.deleteProcessInstance(instance.getId(), reason, false, true, false, false);
    }
}
