package org.xincheng.models;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.xincheng.models.ModelFile.Part;

/** What a model may say and call: no scripts, no mails, no dates of its own, only what the system knows. */
final class FlowRules {

    private static final Pattern TIMER =
            Pattern.compile("\\$\\{(?:deadline|term)\\.\\w+\\(execution(, ('\\w+'|\\w+))?\\)}");
    private static final Pattern STEP = Pattern.compile("(?:deadline|lateness)\\.\\w+\\(execution,\\s*'(\\w+)'");
    private static final Pattern TEXT_EXPRESSION = Pattern.compile("\\$\\{'(\\w+)'}");
    private static final Pattern BEAN = Pattern.compile("[$#]\\{(\\w+)}");
    private static final Pattern CALL = Pattern.compile("(?<![\\w.'])(\\w+)\\.\\w+\\(");
    private static final Set<String> SCRIPT_ELEMENTS = Set.of("script", "scriptTask");
    private static final Set<String> SCRIPT_ATTRIBUTES = Set.of("scriptFormat", "language", "camunda:resource");
    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task");
    private static final String STEP_OF_SERVICE = "serviceStep";

    private final House house;

    private FlowRules(House house) {
        this.house = house;
    }

    static List<ModelRule> rules(House house) {
        FlowRules rules = new FlowRules(house);
        return List.of(
                new ModelRule("nothingIsScripted", file -> nothingIsScripted(file)),
                new ModelRule("nothingIsSentFromTheModel", file -> nothingIsSentFromTheModel(file)),
                new ModelRule("datesComeFromTheTables", file -> datesComeFromTheTables(file)),
                new ModelRule("stepsHaveADeadline", rules::stepsHaveADeadline),
                new ModelRule("onlyKnownBeansAreCalled", rules::onlyKnownBeansAreCalled),
                new ModelRule("calledModelsExist", rules::calledModelsExist),
                new ModelRule("gatewaysAreDecided", file -> gatewaysAreDecided(file)),
                new ModelRule("everythingIsDrawn", file -> everythingIsDrawn(file)),
                new ModelRule("historyIsKeptTenYears", file -> historyIsKeptTenYears(file)));
    }

    /** Scripts run past the guard of expressions (STACK §3, 4), and nobody tests them. */
    private static Stream<String> nothingIsScripted(ModelFile file) {
        return file.parts().stream()
                .filter(part -> SCRIPT_ELEMENTS.contains(part.element())
                        || (part.attribute() != null && SCRIPT_ATTRIBUTES.contains(part.attribute())))
                .map(part -> part.owner() + ": holds a script")
                .distinct();
    }

    /** Letters go through the store, where each has a number and a hash. */
    private static Stream<String> nothingIsSentFromTheModel(ModelFile file) {
        return file.parts().stream()
                .filter(part -> part.element().startsWith("connector") || "camunda:type".equals(part.attribute()))
                .map(part -> part.owner() + ": sends or connects by itself")
                .distinct();
    }

    /** No duration and no date stands in a model: a limit is a row of {@code deadlines.dmn} with its article. */
    private static Stream<String> datesComeFromTheTables(ModelFile file) {
        return file.all(TimerEventDefinition.class)
                .filter(timer -> timer.getTimeDuration() != null
                        || timer.getTimeCycle() != null
                        || !isFromTables(timer.getTimeDate()))
                .map(timer -> ((BaseElement) timer.getParentElement()).getId()
                        + ": the timer's date is not ${deadline.…(execution, step)}");
    }

    private static boolean isFromTables(TimeDate date) {
        return date != null && TIMER.matcher(date.getTextContent().strip()).matches();
    }

    /** Every step named has a row for every regime under which cases can be opened. */
    private Stream<String> stepsHaveADeadline(ModelFile file) {
        Stream<String> named = file.parts().stream()
                .flatMap(part -> matches(STEP, part.value())
                        .map(match -> match.group(1))
                        .flatMap(step -> without(part.owner(), step)));
        Stream<String> handedOver = file.all(CallActivity.class)
                .flatMap(call -> call.getExtensionElements() == null
                        ? Stream.empty()
                        : call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                                .filter(in -> STEP_OF_SERVICE.equals(in.getCamundaTarget()))
                                .flatMap(in -> without(call.getId(), stepOf(in))));
        return Stream.concat(named, handedOver).distinct();
    }

    private static String stepOf(CamundaIn in) {
        return matches(TEXT_EXPRESSION, Objects.requireNonNullElse(in.getCamundaSourceExpression(), ""))
                .map(match -> match.group(1))
                .findFirst()
                .orElse("");
    }

    private Stream<String> without(String owner, String step) {
        return house.regimesWithout().apply(step).stream()
                .map(regime -> owner + ": deadlines.dmn has no step '" + step + "' for " + regime);
    }

    /** Delegates, listeners and functions by the names under which the system shows them to models, and no classes. */
    private Stream<String> onlyKnownBeansAreCalled(ModelFile file) {
        Stream<String> idle = file.all(ServiceTask.class)
                .filter(task -> task.getCamundaDelegateExpression() == null
                        && task.getCamundaType() == null
                        && file.parts().stream()
                                .noneMatch(part -> part.owner().equals(task.getId())
                                        && part.element().startsWith("connector")))
                .map(task -> task.getId() + ": calls no delegate");
        Stream<String> unknown = file.parts().stream().flatMap(this::unknownBeans);
        return Stream.concat(idle, unknown);
    }

    private Stream<String> unknownBeans(Part part) {
        String attribute = Objects.requireNonNullElse(part.attribute(), "");
        if (attribute.equals("camunda:class") || attribute.equals("class")) {
            return Stream.of(part.owner() + ": calls a class");
        }
        if (attribute.endsWith("delegateExpression")) {
            Matcher bean = BEAN.matcher(part.value());
            boolean known = bean.matches() && beansFor(part.element()).contains(bean.group(1));
            return known ? Stream.empty() : Stream.of(part.owner() + ": there is no bean " + part.value());
        }
        if (!part.value().contains("${") && !part.value().contains("#{")) {
            return Stream.empty();
        }
        return matches(CALL, part.value())
                .map(match -> match.group(1))
                .filter(Predicate.not(OF_THE_ENGINE::contains))
                .filter(name -> !house.functions().contains(name))
                .map(name -> part.owner() + ": models may not call " + name);
    }

    private Set<String> beansFor(String element) {
        return switch (element) {
            case "executionListener" -> house.executionListeners();
            case "taskListener" -> house.taskListeners();
            default -> house.delegates();
        };
    }

    private Stream<String> calledModelsExist(ModelFile file) {
        return file.all(CallActivity.class)
                .filter(call -> !house.models().contains(call.getCalledElement())
                        || !"deployment".equals(call.getCamundaCalledElementBinding()))
                .map(call -> call.getId() + ": expected a model of processes/, bound to the deployment, found "
                        + call.getCalledElement());
    }

    /** Each way out says when it is taken, in Chinese, and one of them is taken where no other is. */
    private static Stream<String> gatewaysAreDecided(ModelFile file) {
        return file.all(ExclusiveGateway.class)
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .flatMap(gateway -> {
                    SequenceFlow otherwise = gateway.getDefault();
                    Stream<String> noDefault =
                            otherwise == null ? Stream.of(gateway.getId() + ": has no default flow") : Stream.empty();
                    Stream<String> flows = gateway.getOutgoing().stream()
                            .filter(flow -> !NamingRules.isChinese(flow.getName())
                                    || flow.equals(otherwise) == (flow.getConditionExpression() != null))
                            .map(flow -> flow.getId() + ": expected a Chinese name, and a condition or the default");
                    return Stream.concat(noDefault, flows);
                });
    }

    private static Stream<String> everythingIsDrawn(ModelFile file) {
        Stream<String> nodes = file.all(FlowNode.class)
                .filter(node -> file.all(BpmnShape.class)
                        .noneMatch(shape -> node.equals(shape.getBpmnElement()) && shape.getBounds() != null))
                .map(node -> node.getId() + ": is not drawn");
        Stream<String> flows = file.all(SequenceFlow.class)
                .filter(flow -> file.all(BpmnEdge.class)
                        .noneMatch(edge -> flow.equals(edge.getBpmnElement())
                                && edge.getWaypoints().size() > 1))
                .map(flow -> flow.getId() + ": is not drawn");
        return Stream.concat(nodes, flows);
    }

    private static Stream<String> historyIsKeptTenYears(ModelFile file) {
        return file.all(Process.class)
                .filter(process ->
                        !process.isExecutable() || !"P3650D".equals(process.getCamundaHistoryTimeToLiveString()))
                .map(process -> process.getId() + ": expected isExecutable and camunda:historyTimeToLive=\"P3650D\"");
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
