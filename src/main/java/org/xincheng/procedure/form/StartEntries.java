package org.xincheng.procedure.form;

import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.xincheng.credit.BadInputException;

/** Takes from a start form what starts a procedure, the number of a record, as a short text; all else would stay in the engine. */
record StartEntries(StartFormHandler engines) implements StartFormHandler {

    private static final String RECORD_NUMBER = "recordNumber";

    private static final int LONGEST_NUMBER = 40;

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
        try {
            var number = new FormInput(entries).text(RECORD_NUMBER).strip();
            if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
                throw new BadInputException(RECORD_NUMBER, "请填写失信行为记录的编号", "the number of a record is missing");
            }
            scope.setVariables(Map.of(RECORD_NUMBER, number));
        } catch (BadInputException e) {
            throw new FormFieldValidationException(e.faults(), e.getMessage(), e);
        }
    }
}
