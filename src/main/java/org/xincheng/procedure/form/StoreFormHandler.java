package org.xincheng.procedure.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.Actor;
import org.xincheng.identity.Right;
import org.xincheng.identity.StaffGroup;

/**
 * Stands between Tasklist and the engine: facts come from the store when the form is opened and are never variables; entries
 * go to the store, and only what the form's use case returns becomes a variable (DESIGN §1, 5).
 */
final class StoreFormHandler implements TaskFormHandler {

    /** Transient mark that a task's entries went through its form. */
    static final String SUBMITTED = "submittedThroughForm";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TaskFormHandler engines;
    private final TaskForm form;

    StoreFormHandler(TaskFormHandler engines, TaskForm form) {
        this.engines = engines;
        this.form = form;
    }

    @Override
    public void parseConfiguration(
            Element activity, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        engines.parseConfiguration(activity, deployment, definition, parse);
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        var data = engines.createTaskForm(task);
        if (!mayRead()) {
            return data;
        }
        form.facts(task(task)).forEach((key, value) -> {
            var field = new FormFieldImpl();
            field.setId(key);
            field.setValue(typed(value));
            data.getFormFields().add(field);
        });
        return data;
    }

    @Override
    public void submitFormVariables(VariableMap entries, VariableScope scope) {
        var task = (TaskEntity) scope;
        try {
            Map<String, Object> routing = form.submit(task(task), new FormInput(entries));
            task.setVariableLocal(SUBMITTED, Variables.booleanValue(true, true));
            routing.forEach((key, value) -> task.getExecution().setVariable(key, value));
        } catch (RefusedException e) {
            throw new FormFieldValidationException(e.refusal().policy(), e.getMessage(), e);
        } catch (BadInputException e) {
            throw new FormFieldValidationException(e.faults(), e.getMessage(), e);
        }
    }

    private CaseTask task(TaskEntity task) {
        var caseId = (String) task.getVariable("caseId");
        var letterId = (String) task.getVariable("letterId");
        return new CaseTask(
                caseId == null ? null : UUID.fromString(caseId),
                new Actor(user(task), form.taskKey()),
                letterId == null ? null : UUID.fromString(letterId));
    }

    /**
     * Everybody whom the engine lets open a task asks for its form; the facts of a case are for those who may read all cases. Nobody's
     * command is the engine's own.
     */
    private static boolean mayRead() {
        var caller = Context.getCommandContext().getAuthentication();
        return caller == null
                || Right.READ_CASES.isWithoutLimitOf(Stream.ofNullable(caller.getGroupIds())
                        .flatMap(List::stream)
                        .flatMap(id -> StaffGroup.ofId(id).stream())
                        .toList());
    }

    private static String user(TaskEntity task) {
        var signedIn = Context.getCommandContext().getAuthenticatedUserId();
        return signedIn != null ? signedIn : task.getAssignee();
    }

    private static TypedValue typed(Object value) {
        if (!(value instanceof List<?>)) {
            return Variables.untypedValue(value);
        }
        try {
            // Tasklist parses application/json values itself and sends lists back under the same name and type.
            return Variables.serializedObjectValue(JSON.writeValueAsString(value))
                    .serializationDataFormat(Variables.SerializationDataFormats.JSON)
                    .objectTypeName("java.util.ArrayList")
                    .create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write list", e);
        }
    }
}
