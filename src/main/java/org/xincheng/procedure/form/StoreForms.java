package org.xincheng.procedure.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xincheng.credit.RefusedException;
import org.xincheng.procedure.CaseVariables;

/**
 * Puts a {@link TaskForm} behind every user task. A task that has none takes no entries at all, so that a model drawn
 * without thinking of people's data leaks none into the engine.
 */
@Component
class StoreForms extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskForm> forms;
    private final ObjectProvider<StartForm> starts;

    StoreForms(ObjectProvider<TaskForm> forms, ObjectProvider<StartForm> starts) {
        this.forms = forms;
        this.starts = starts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            configuration.setCustomPostBPMNParseListeners(listeners);
        }
        listeners.add(new FormParseListener());
    }

    private final class FormParseListener extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity definition) {
            if (definition.getStartFormHandler() != null) {
                definition.setStartFormHandler(
                        new StartEntries(definition.getStartFormHandler(), entries(definition.getKey())));
            }
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            var form = form(definition.getKey());
            definition.setTaskFormHandler(new StoreFormHandler(
                    definition.getTaskFormHandler(), form.orElseGet(() -> new NoEntries(definition.getKey()))));
            form.ifPresent(f -> definition.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_ASSIGNMENT, task -> requireMayHold(f, task)));
            if (form.isPresent()) {
                definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> {
                    if (!Boolean.TRUE.equals(task.getVariableLocal(StoreFormHandler.SUBMITTED))) {
                        throw new FormFieldValidationException("form", "本任务只能通过其表单办理");
                    }
                });
            }
        }
    }

    /** Also where an administrator hands the task over: nobody holds what the store would not take from them. */
    private static void requireMayHold(TaskForm form, DelegateTask task) {
        var assignee = task.getAssignee();
        var caseId = (String) task.getVariable(CaseVariables.CASE_ID);
        if (assignee != null && caseId != null) {
            form.refusalFor(UUID.fromString(caseId), assignee).ifPresent(refusal -> {
                throw new RefusedException(refusal);
            });
        }
    }

    private Set<String> entries(String processKey) {
        return starts.stream()
                .filter(start -> start.processKey().equals(processKey))
                .findFirst()
                .map(StartForm::entries)
                .orElse(Set.of());
    }

    private Optional<TaskForm> form(String key) {
        Map<String, TaskForm> byKey = forms.stream().collect(Collectors.toMap(TaskForm::taskKey, Function.identity()));
        return Optional.ofNullable(byKey.get(key));
    }

    /** Shows nothing and keeps nothing. */
    private record NoEntries(String taskKey) implements TaskForm {

        @Override
        public Map<String, Object> facts(CaseTask task) {
            return Map.of();
        }

        @Override
        public Map<String, Object> submit(CaseTask task, FormInput input) {
            return Map.of();
        }
    }
}
