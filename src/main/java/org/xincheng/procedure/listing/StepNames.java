package org.xincheng.procedure.listing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.objection.RemedyKind;

/** What the models call their steps, for pages that do not know the engine. */
@Component
public class StepNames {

    /** The procedures and the models they call. */
    private static final List<String> MODELS = List.of(
            Determinations.PROCEDURE,
            "hearing",
            "service-of-process",
            RemedyKind.OBJECTION.procedure(),
            RemedyKind.COMPLAINT.procedure(),
            "objection-outcome");

    private final RepositoryService models;

    StepNames(RepositoryService models) {
        this.models = models;
    }

    /** The name that the models deployed last give to a step, e.g. to {@code userTask_reviewDraft}; empty where none does. */
    public Optional<String> of(String activityId) {
        return MODELS.stream()
                .flatMap(key ->
                        models.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().list().stream())
                .map(definition -> element(definition.getId(), activityId))
                .filter(FlowElement.class::isInstance)
                .map(element -> ((FlowElement) element).getName())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private ModelElementInstance element(String definitionId, String activityId) {
        return models.getBpmnModelInstance(definitionId).getModelElementById(activityId);
    }
}
