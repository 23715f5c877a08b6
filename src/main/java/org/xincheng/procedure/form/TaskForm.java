package org.xincheng.procedure.form;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.xincheng.credit.Refusal;

/**
 * What stands behind the form of one user task. It shows facts that the store tells at that moment and hands the entries
 * to one use case; the engine keeps neither, only the routing result.
 */
public interface TaskForm {

    /** Id of the user task in the model, and of its form. */
    String taskKey();

    /**
     * What the form shows and offers: texts and numbers as they are, lists for choices. Read each time the form is opened.
     */
    Map<String, Object> facts(CaseTask task);

    /**
     * Hands the entries to the store.
     *
     * @return routing results only: flags, codes and ids
     */
    Map<String, Object> submit(CaseTask task, FormInput input);

    /**
     * Whether the form asks for nothing but consent to what others worked out: what it then comes to can be read before it is given.
     */
    default boolean asksForConsent() {
        return false;
    }

    /**
     * The entries that give the consent; empty where what it comes to cannot be told before, as a number that belongs to nobody yet is part of it.
     *
     * @param caseId the case
     */
    default Map<String, Object> consent(UUID caseId) {
        return Map.of();
    }

    /**
     * Why this user may not take the task, asked whenever somebody claims it or hands it over. It asks the policy of the store that
     * would refuse the entries later, and has no rule of its own.
     *
     * @param caseId the case
     * @param assignee id of whoever is to hold the task
     */
    default Optional<Refusal> refusalFor(UUID caseId, String assignee) {
        return Optional.empty();
    }
}
