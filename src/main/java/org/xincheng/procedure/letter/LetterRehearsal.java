package org.xincheng.procedure.letter;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterInPreparation;
import org.xincheng.credit.letter.Letters;
import org.xincheng.procedure.form.TaskForm;

/**
 * The letters that follow at once upon a task's consent, read before it is given: the task is completed as its form would be, by the model and the store as they are,
 * in a transaction that is rolled back. Nothing is left of it: no act, no number, no mail, no entry of the log. What numbers a record or a
 * case, by a sequence that does not roll back, is not rehearsed.
 */
@Component
public class LetterRehearsal {

    /** Nobody's user id: the rules on who may decide are asked when somebody takes the task. */
    private static final String NOBODY = "rehearsal";

    private final FormService forms;
    private final TaskService tasks;
    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;
    private final Letters letters;
    private final TransactionTemplate rolledBack;
    private final Map<String, TaskForm> rehearsed;

    LetterRehearsal(
            ProcessEngine engine, Letters letters, PlatformTransactionManager transactions, List<TaskForm> taskForms) {
        this.forms = engine.getFormService();
        this.tasks = engine.getTaskService();
        this.identity = engine.getIdentityService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.letters = letters;
        this.rolledBack = new TransactionTemplate(transactions);
        this.rolledBack.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.rehearsed = taskForms.stream()
                .filter(TaskForm::asksForConsent)
                .collect(Collectors.toMap(TaskForm::taskKey, Function.identity()));
    }

    /** Whether letters may follow at once upon this task's consent. */
    public boolean rehearses(String taskKey) {
        return rehearsed.containsKey(taskKey);
    }

    /**
     * The letters of a case that would be issued; empty where it does not wait for a consent, somebody gives it at this moment, or another step comes before them.
     *
     * @throws RuntimeException as the completion of the task would
     */
    public List<LetterInPreparation> of(LegalCase legalCase) {
        try {
            return rolledBack.execute(transaction -> {
                transaction.setRollbackOnly();
                return open(legalCase.number()).stream()
                        .flatMap(task -> issuedBy(task, legalCase).stream())
                        .toList();
            });
        } catch (OptimisticLockingException | DuplicateKeyException overtaken) {
            return List.of();
        }
    }

    private List<Task> open(String caseNumber) {
        return withAllRights(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .active()
                        .list())
                .stream()
                .filter(task -> rehearses(task.getTaskDefinitionKey()))
                .sorted(Comparator.comparing(Task::getCreateTime))
                .limit(1)
                .toList();
    }

    private List<LetterInPreparation> issuedBy(Task task, LegalCase legalCase) {
        var consent = rehearsed.get(task.getTaskDefinitionKey()).consent(legalCase.id());
        if (consent.isEmpty()) {
            return List.of();
        }
        var before = letters.ofCase(legalCase.id()).stream().map(Letter::id).collect(Collectors.toSet());
        var reader = identity.getCurrentAuthentication();
        identity.setAuthenticatedUserId(NOBODY);
        try {
            withAllRights(() -> {
                forms.submitTaskForm(task.getId(), consent);
                return null;
            });
        } finally {
            identity.setAuthentication(reader);
        }
        return letters.ofCase(legalCase.id()).stream()
                .filter(letter -> !before.contains(letter.id()))
                .map(LetterInPreparation::unnumbered)
                .toList();
    }

    private <T> T withAllRights(Callable<T> question) {
        return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(question));
    }
}
