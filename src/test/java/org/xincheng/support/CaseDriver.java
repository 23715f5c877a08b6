package org.xincheng.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.xincheng.credit.determination.Determination;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.platform.time.MovableClock;
import org.xincheng.procedure.correction.CorrectionProcedure;
import org.xincheng.procedure.listing.ListingProcedure;
import org.xincheng.procedure.objection.ObjectionProcedure;
import org.xincheng.procedure.repair.RepairProcedure;

/**
 * Drives one case as staff would in Tasklist: whoever works signs in, claims the task from the group's list and submits its
 * form. It fails where the task is not there or not open to that person.
 */
public class CaseDriver {

    private final ProcessEngine engine;
    private final ListingProcedure procedure;
    private final ObjectionProcedure objections;
    private final RepairProcedure repairs;
    private final CorrectionProcedure corrections;
    private final Determinations determinations;
    private final Jobs jobs;

    CaseDriver(
            ProcessEngine engine,
            ListingProcedure procedure,
            ObjectionProcedure objections,
            RepairProcedure repairs,
            CorrectionProcedure corrections,
            Determinations determinations,
            Jobs jobs) {
        this.engine = engine;
        this.procedure = procedure;
        this.objections = objections;
        this.repairs = repairs;
        this.corrections = corrections;
        this.determinations = determinations;
        this.jobs = jobs;
    }

    /** Starts a determination; gives the number of the case. */
    public String start(String recordNumber, String user) {
        return as(user, () -> procedure.start(recordNumber, user));
    }

    /** Starts an objection to the listing of a case; gives the number of the objection. */
    public String object(String listingCaseNumber, String user) {
        return as(user, () -> objections.object(listingCaseNumber, user));
    }

    /** Starts a complaint against the answer to an objection; gives the number of the complaint. */
    public String complain(String objectionNumber, String user) {
        return as(user, () -> objections.complain(objectionNumber, user));
    }

    /** Starts the repair of a case's listing; gives the number of the repair. */
    public String repair(String listingCaseNumber, String user) {
        return as(user, () -> repairs.request(listingCaseNumber, user));
    }

    /** Starts the revocation of a repair; gives the number of the revocation. */
    public String suspectFalsehood(String repairNumber, String user) {
        return as(user, () -> repairs.suspectFalsehood(repairNumber, user));
    }

    /** Starts the correction of a record's data; gives the number of the correction. */
    public String correct(String recordNumber, String user) {
        return as(user, () -> corrections.request(recordNumber, user));
    }

    /** Registers the withdrawal of an application for repair. */
    public void withdrawRepair(String number, LocalDate on, String user) {
        repairs.withdraw(number, on, "样例撤回书", user);
    }

    /** Registers the withdrawal of an objection or complaint, received today. */
    public void withdraw(String number, LocalDate on, String user) {
        objections.withdraw(number, on, "样例撤回书", user);
    }

    /** Claims the one open task of this key in the case and submits its form. */
    public void submit(String caseNumber, String user, String taskKey, Map<String, Object> entries) {
        var task = task(caseNumber, taskKey);
        as(user, () -> {
            var mine = engine.getTaskService()
                    .createTaskQuery()
                    .taskId(task.getId())
                    .taskCandidateUser(user)
                    .includeAssignedTasks()
                    .count();
            assertThat(mine).as("%s is open to %s", taskKey, user).isEqualTo(1);
            engine.getTaskService().claim(task.getId(), user);
            engine.getFormService().submitTaskForm(task.getId(), variables(entries));
            return null;
        });
    }

    /** What the form of an open task shows to a user. */
    public Map<String, Object> facts(String caseNumber, String user, String taskKey) {
        var task = task(caseNumber, taskKey);
        return as(user, () -> engine.getFormService().getTaskFormVariables(task.getId(), null, false));
    }

    /** The one open task of this key in the case. */
    public Task task(String caseNumber, String taskKey) {
        var tasks = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list();
        var found = tasks.stream()
                .filter(t -> t.getTaskDefinitionKey().equals(taskKey))
                .toList();
        assertThat(found)
                .as(
                        "open tasks %s of %s; open are %s",
                        taskKey,
                        caseNumber,
                        tasks.stream().map(Task::getTaskDefinitionKey).toList())
                .hasSize(1);
        return found.get(0);
    }

    /** Keys of the case's open tasks, in order. */
    public List<String> openTasks(String caseNumber) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** The day an open task is due, Asia/Shanghai. */
    public LocalDate due(String caseNumber, String taskKey) {
        return task(caseNumber, taskKey)
                .getDueDate()
                .toInstant()
                .atZone(MovableClock.ZONE)
                .toLocalDate();
    }

    /** Id of the process instance of the case that holds this activity's job or task; a called process has its own. */
    public String instance(String caseNumber, String processKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber, processKey)
                .singleResult()
                .getId();
    }

    /** Sets the clock to the due date of the case's one timer of this activity and fires it. */
    public LocalDate fire(String caseNumber, String processKey, String activityId) {
        return jobs.runWhenDue(instance(caseNumber, processKey), activityId)
                .atZone(MovableClock.ZONE)
                .toLocalDate();
    }

    /** Ids of the activities the case has passed, called processes included. */
    public List<String> passed(String caseNumber) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .stream()
                .flatMap(i -> engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(i.getId())
                        .finished()
                        .list()
                        .stream())
                .filter(a -> !a.isCanceled())
                .map(a -> a.getActivityId())
                .toList();
    }

    /** Whether every process instance of the case has ended, save the mailing of its letters. */
    public boolean ended(String caseNumber) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .stream()
                .map(ProcessInstance::getProcessDefinitionId)
                .allMatch(definition -> definition.startsWith("letter-mail:"));
    }

    /** The case as the store tells it. */
    public Determination determination(String caseNumber) {
        return determinations.byNumber(caseNumber);
    }

    /** Id of the case. */
    public UUID caseId(String caseNumber) {
        return determination(caseNumber).legalCase().id();
    }

    /** Entries as Tasklist sends them. */
    protected static VariableMap variables(Map<String, Object> entries) {
        var variables = Variables.createVariables();
        entries.forEach((key, value) -> variables.put(key, value instanceof List<?> list ? json(list) : value));
        return variables;
    }

    private static Object json(List<?> list) {
        var values = String.join(
                ",", list.stream().map(v -> '"' + v.toString() + '"').toList());
        return Variables.serializedObjectValue("[" + values + "]")
                .serializationDataFormat(Variables.SerializationDataFormats.JSON)
                .objectTypeName("java.util.ArrayList")
                .create();
    }

    /** Ids of the groups a user is a member of. */
    protected List<String> groups(String user) {
        return engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(g -> g.getId())
                .toList();
    }

    /** Does something as a user who is signed in. */
    protected final <T> T as(String user, java.util.function.Supplier<T> work) {
        engine.getIdentityService().setAuthentication(user, groups(user));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
