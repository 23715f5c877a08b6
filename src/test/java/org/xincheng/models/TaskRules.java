package org.xincheng.models;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ResourceRole;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;

/** What makes a user task one that staff can work with: a group, a form, a date, and a flag when the date has passed. */
final class TaskRules {

    private static final Pattern DUE = Pattern.compile("\\$\\{deadline\\.due\\(execution, ('\\w+'|\\w+)\\)}");
    private static final Pattern LATE = Pattern.compile("\\$\\{deadline\\.lateAt\\(execution, ('\\w+'|\\w+)\\)}");
    private static final Pattern FLAG = Pattern.compile("\\$\\{lateness\\.flag\\(execution, ('\\w+'|\\w+)\\)}");

    private final House house;

    private TaskRules(House house) {
        this.house = house;
    }

    static List<ModelRule> rules(House house) {
        TaskRules rules = new TaskRules(house);
        return List.of(
                new ModelRule("tasksGoToGroups", rules::tasksGoToGroups),
                new ModelRule("tasksHaveForms", rules::tasksHaveForms),
                new ModelRule("tasksHaveFormBeans", rules::tasksHaveFormBeans),
                new ModelRule("tasksHaveDueDates", file -> tasksHaveDueDates(file)),
                new ModelRule("tasksFlagLateness", file -> tasksFlagLateness(file)));
    }

    /** People come and go; a model names groups. */
    private Stream<String> tasksGoToGroups(ModelFile file) {
        return file.all(UserTask.class).flatMap(task -> {
            if (task.getCamundaAssignee() != null
                    || task.getCamundaCandidateUsers() != null
                    || !task.getChildElementsByType(ResourceRole.class).isEmpty()) {
                return Stream.of(task.getId() + ": names a person; name a group in camunda:candidateGroups");
            }
            List<String> groups = task.getCamundaCandidateGroupsList();
            if (groups.isEmpty()) {
                return Stream.of(task.getId() + ": belongs to no group");
            }
            return groups.stream()
                    .filter(group -> !house.groups().contains(group))
                    .map(group -> task.getId() + ": there is no group " + group);
        });
    }

    /** A form of {@code forms/}, deployed with the model and named as the task. */
    private Stream<String> tasksHaveForms(ModelFile file) {
        Stream<String> tasks = file.all(UserTask.class)
                .flatMap(task -> form(
                        task,
                        task.getCamundaFormRef(),
                        task.getCamundaFormRefBinding(),
                        task.getCamundaFormKey(),
                        true));
        Stream<String> starts = file.all(StartEvent.class)
                .flatMap(start -> form(
                        start,
                        start.getCamundaFormRef(),
                        start.getCamundaFormRefBinding(),
                        start.getCamundaFormKey(),
                        false));
        return Stream.concat(tasks, starts);
    }

    private Stream<String> form(FlowNode node, String ref, String binding, String key, boolean required) {
        String id = node.getId();
        if (key != null || hasGeneratedForm(node)) {
            return Stream.of(id + ": has a form of another kind than camunda:formRef");
        }
        if (ref == null) {
            return required ? Stream.of(id + ": has no form") : Stream.empty();
        }
        if (!ref.equals(id) || !house.forms().contains(ref)) {
            return Stream.of(id + ": expected a form of forms/ with the task's id, found " + ref);
        }
        return "deployment".equals(binding)
                ? Stream.empty()
                : Stream.of(id + ": the form is not bound to the deployment");
    }

    private static boolean hasGeneratedForm(BaseElement element) {
        ExtensionElements extensions = element.getExtensionElements();
        return extensions != null
                && extensions
                                .getElementsQuery()
                                .filterByType(CamundaFormData.class)
                                .count()
                        > 0;
    }

    /** Without one, the store would never hear of the entries. */
    private Stream<String> tasksHaveFormBeans(ModelFile file) {
        return file.all(UserTask.class)
                .map(BaseElement::getId)
                .filter(id -> !house.taskForms().contains(id))
                .map(id -> id + ": no TaskForm stands behind it");
    }

    private static Stream<String> tasksHaveDueDates(ModelFile file) {
        return file.all(UserTask.class)
                .filter(task -> step(DUE, task.getCamundaDueDate()).isEmpty())
                .map(task -> task.getId() + ": the due date is not ${deadline.due(execution, step)}");
    }

    /**
     * A timer on the task's own step goes off beside the task and flags the step (DESIGN §6, 10).
     *
     * <p>Exception: a task inside a sub-process that a timer on the same step ends, as the registering of responses inside
     * the statement window. When that date passes, the task is over and not late.
     */
    private static Stream<String> tasksFlagLateness(ModelFile file) {
        return file.all(UserTask.class)
                .filter(task -> {
                    String step = step(DUE, task.getCamundaDueDate()).orElse(null);
                    boolean flagged = timers(file, task, step)
                            .anyMatch(timer -> !timer.cancelActivity() && leadsToFlag(timer, step));
                    boolean ended = task.getParentElement() instanceof SubProcess around
                            && timers(file, around, step).anyMatch(BoundaryEvent::cancelActivity);
                    return !flagged && !ended;
                })
                .map(task -> task.getId() + ": no timer beside it flags its step as late");
    }

    /** Timers at the border of an activity that go off when the step is late; the step may be unknown. */
    private static Stream<BoundaryEvent> timers(ModelFile file, Activity activity, String step) {
        return file.all(BoundaryEvent.class)
                .filter(event -> activity.equals(event.getAttachedTo()))
                .filter(event -> event.getEventDefinitions().stream()
                        .filter(TimerEventDefinition.class::isInstance)
                        .map(TimerEventDefinition.class::cast)
                        .filter(timer -> timer.getTimeDate() != null)
                        .flatMap(timer -> step(LATE, timer.getTimeDate().getTextContent()).stream())
                        .anyMatch(found -> step == null || step.equals(found)));
    }

    private static boolean leadsToFlag(BoundaryEvent timer, String step) {
        return timer.getSucceedingNodes().list().stream()
                .filter(EndEvent.class::isInstance)
                .map(BaseElement::getExtensionElements)
                .filter(extensions -> extensions != null)
                .map(extensions -> extensions
                        .getElementsQuery()
                        .filterByType(CamundaExecutionListener.class)
                        .list())
                .flatMap(Collection::stream)
                .flatMap(listener -> step(FLAG, listener.getCamundaExpression()).stream())
                .anyMatch(found -> step == null || step.equals(found));
    }

    private static Optional<String> step(Pattern expression, String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = expression.matcher(text.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
