package org.xincheng.procedure.form;

import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.xincheng.credit.BadInputException;

/**
 * Lets into a new process only the fields of its form, and only as short texts. Left alone, the engine makes a variable of whatever is
 * sent: somebody else as the initiator, another case's id, an object, what one knows of a person.
 */
final class StartEntries implements StartFormHandler {

    private static final int LONGEST = 200;

    private final StartFormHandler engines;
    private final Set<String> allowed;

    StartEntries(StartFormHandler engines, Set<String> allowed) {
        this.engines = engines;
        this.allowed = allowed;
    }

    @Override
    public void parseConfiguration(
            Element activity, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        engines.parseConfiguration(activity, deployment, definition, parse);
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity definition) {
        return engines.createStartFormData(definition);
    }

    @Override
    public void submitFormVariables(VariableMap entries, VariableScope scope) {
        var texts = Variables.createVariables();
        for (var key : entries == null ? Set.<String>of() : entries.keySet()) {
            if (!allowed.contains(key)) {
                throw new FormFieldValidationException(key, "发起表单没有“" + key + "”一项");
            }
            texts.putValue(key, shortText(entries, key));
        }
        engines.submitFormVariables(texts, scope);
    }

    private static String shortText(VariableMap entries, String key) {
        try {
            var text = new FormInput(entries).text(key).strip();
            if (text.length() > LONGEST) {
                throw new BadInputException(key, "内容过长", "too long");
            }
            return text;
        } catch (BadInputException e) {
            throw new FormFieldValidationException(e.faults(), e.getMessage(), e);
        }
    }
}
