package org.xincheng.procedure.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts a {@link TaskForm} behind every user task. A task that has none takes no entries at all, so that a model drawn
 * without thinking of people's data leaks none into the engine.
 */
@Component
class StoreForms extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskForm> forms;

    StoreForms(ObjectProvider<TaskForm> forms) {
        this.forms = forms;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            configuration.setCustomPostBPMNParseListeners(listeners);
        }
        listeners.add(new FormParseListener());
        List<CommandInterceptor> interceptors = configuration.getCustomPreCommandInterceptorsTxRequired();
        if (interceptors == null) {
            interceptors = new ArrayList<>();
            configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
        }
        interceptors.add(new StoreAnswersToForms());
    }

    private final class FormParseListener extends AbstractBpmnParseListener {

        @Override
        public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            if (scope instanceof ProcessDefinitionEntity definition && definition.getStartFormHandler() != null) {
                definition.setStartFormHandler(new StartEntries(definition.getStartFormHandler()));
            }
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            var form = form(definition.getKey());
            definition.setTaskFormHandler(new StoreFormHandler(
                    definition.getTaskFormHandler(), form.orElseGet(() -> new NoEntries(definition.getKey()))));
            if (form.isPresent()) {
                definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> {
                    if (!Boolean.TRUE.equals(task.getVariableLocal(StoreFormHandler.SUBMITTED))) {
                        throw new FormFieldValidationException("form", "本任务只能通过其表单办理");
                    }
                });
            }
        }
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
