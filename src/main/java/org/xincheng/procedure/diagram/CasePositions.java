package org.xincheng.procedure.diagram;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.stereotype.Component;
import org.xincheng.law.LegalTime;

/**
 * Where a case stands in the models that carry it: its own and those that are called from there. The mailing of copies is no step of the procedure and left out.
 */
@Component
public class CasePositions {

    private static final String MAILING = "letter-mail";

    /** They hold other activities; the token is inside. */
    private static final Set<String> CONTAINERS = Set.of(ActivityTypes.SUB_PROCESS, ActivityTypes.MULTI_INSTANCE_BODY);

    private final RuntimeService running;
    private final HistoryService past;
    private final RepositoryService models;
    private final Drawings drawings;

    CasePositions(RuntimeService running, HistoryService past, RepositoryService models, Drawings drawings) {
        this.running = running;
        this.past = past;
        this.models = models;
        this.drawings = drawings;
    }

    /**
     * Where a token waits.
     *
     * @param activity id in the model
     * @param name its label, or the id where it has none
     * @param since when it came there; null where the engine has not entered the activity yet
     * @param next what may come of it, in the words of the model: the regular ways first, then what may break in
     */
    public record Token(String activity, String name, OffsetDateTime since, List<String> next) {}

    /**
     * One model that carries, or carried, a case.
     *
     * @param serial its place in the order of beginning, from 1
     * @param process key of the model
     * @param name its Chinese name
     * @param begunAt when it began
     * @param endedAt when it ended, or null
     * @param tokens where it waits, none once it has ended
     * @param passed names of what was done, in order; what has no label is left out
     * @param drawn whether there is a drawing of the version it runs under
     */
    public record Position(
            int serial,
            String process,
            String name,
            OffsetDateTime begunAt,
            OffsetDateTime endedAt,
            List<Token> tokens,
            List<String> passed,
            boolean drawn) {}

    /** All of them, in the order of their beginning; empty where the engine knows nothing of the case any more. */
    public List<Position> of(String caseNumber) {
        var instances = instances(caseNumber);
        var positions = new ArrayList<Position>();
        for (int i = 0; i < instances.size(); i++) {
            var instance = instances.get(i);
            var activities = activities(instance);
            positions.add(new Position(
                    i + 1,
                    instance.getProcessDefinitionKey(),
                    instance.getProcessDefinitionName(),
                    moment(instance.getStartTime()),
                    moment(instance.getEndTime()),
                    tokens(instance, activities),
                    activities.stream()
                            .filter(CasePositions::isPassed)
                            .map(HistoricActivityInstance::getActivityName)
                            .filter(name -> name != null && !name.isBlank())
                            .toList(),
                    drawings.of(instance.getProcessDefinitionId()).isPresent()));
        }
        return positions;
    }

    /**
     * The drawing of one of them with its tokens, as SVG; empty where there is no such place or no drawing of its version.
     *
     * @param part how much of it
     */
    public Optional<byte[]> drawing(String caseNumber, int serial, Part part) {
        var instances = instances(caseNumber);
        if (serial < 1 || serial > instances.size()) {
            return Optional.empty();
        }
        var instance = instances.get(serial - 1);
        return drawings.of(instance.getProcessDefinitionId()).map(drawing -> {
            var activities = activities(instance);
            return drawing.marked(
                    caseNumber + " " + instance.getProcessDefinitionName(),
                    activities.stream()
                            .filter(CasePositions::isPassed)
                            .map(HistoricActivityInstance::getActivityId)
                            .collect(Collectors.toSet()),
                    tokens(instance, activities).stream().map(Token::activity).collect(Collectors.toSet()),
                    part);
        });
    }

    private List<HistoricProcessInstance> instances(String caseNumber) {
        return past.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .filter(instance -> !instance.getProcessDefinitionKey().equals(MAILING))
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime)
                        .thenComparing(HistoricProcessInstance::getId))
                .toList();
    }

    private List<HistoricActivityInstance> activities(HistoricProcessInstance instance) {
        return past
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .filter(activity -> !CONTAINERS.contains(activity.getActivityType()))
                .toList();
    }

    private static boolean isPassed(HistoricActivityInstance activity) {
        return activity.getEndTime() != null && !activity.isCanceled();
    }

    private List<Token> tokens(HistoricProcessInstance instance, List<HistoricActivityInstance> activities) {
        if (instance.getEndTime() != null) {
            return List.of();
        }
        var successors = new Successors(models.getBpmnModelInstance(instance.getProcessDefinitionId()));
        var entered = activities.stream()
                .filter(activity -> activity.getEndTime() == null)
                .map(activity -> new Token(
                        activity.getActivityId(),
                        label(activity.getActivityName(), activity.getActivityId()),
                        moment(activity.getStartTime()),
                        successors.of(activity.getActivityId())));
        var toBeEntered = toBeEntered(running.getActivityInstance(instance.getId()))
                .map(transition -> new Token(
                        transition.getActivityId(),
                        label(transition.getActivityName(), transition.getActivityId()),
                        null,
                        successors.of(transition.getActivityId())));
        return Stream.concat(entered, toBeEntered).toList();
    }

    /** What a job has to enter yet: where it failed, the case stands here. */
    private static Stream<TransitionInstance> toBeEntered(ActivityInstance tree) {
        if (tree == null) {
            return Stream.empty();
        }
        return Stream.concat(
                Arrays.stream(tree.getChildTransitionInstances()),
                Arrays.stream(tree.getChildActivityInstances()).flatMap(CasePositions::toBeEntered));
    }

    private static String label(String name, String id) {
        return name == null || name.isBlank() ? id : name;
    }

    private static OffsetDateTime moment(Date at) {
        return at == null ? null : at.toInstant().atZone(LegalTime.ZONE).toOffsetDateTime();
    }
}
