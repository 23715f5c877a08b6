package org.xincheng.models;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Ids that mean something to programmers, names that mean something to staff. */
final class NamingRules {

    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9_-]*");
    private static final Pattern NAME_OF_ID = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private NamingRules() {}

    static List<ModelRule> rules() {
        return List.of(
                new ModelRule("idsAreMeaningful", NamingRules::idsAreMeaningful),
                new ModelRule("flowsHaveMeaningfulIds", NamingRules::flowsHaveMeaningfulIds),
                new ModelRule("nodesHaveChineseNames", NamingRules::nodesHaveChineseNames),
                new ModelRule("processIsNamedAsItsFile", NamingRules::processIsNamedAsItsFile));
    }

    /** {@code userTask_reviewDraft}, not {@code Activity_04d78tt}: coverage, audit and tests speak of ids. */
    private static Stream<String> idsAreMeaningful(ModelFile file) {
        Stream<String> nodes = file.all(FlowNode.class)
                .filter(node -> !hasForm(node.getId(), kind(node)))
                .map(node -> node.getId() + ": expected " + kind(node) + "_ and a name in camel case");
        Stream<String> others = file.all(BaseElement.class)
                .filter(element -> element.getId() != null)
                .filter(element -> !(element instanceof FlowNode) && !(element instanceof SequenceFlow))
                .filter(element -> !ID.matcher(element.getId()).matches())
                .map(element -> element.getId() + ": looks made up by a program");
        return Stream.concat(nodes, others);
    }

    private static Stream<String> flowsHaveMeaningfulIds(ModelFile file) {
        return file.all(SequenceFlow.class)
                .filter(flow -> !hasForm(flow.getId(), "flow"))
                .map(flow -> flow.getId() + ": expected flow_ and a name in camel case");
    }

    private static Stream<String> nodesHaveChineseNames(ModelFile file) {
        Stream<String> nodes = file.all(FlowNode.class)
                .filter(node -> !isChinese(node.getName()))
                .map(node -> node.getId() + ": has no Chinese name");
        Stream<String> processes = file.all(Process.class)
                .filter(process -> !isChinese(process.getName()))
                .map(process -> process.getId() + ": has no Chinese name");
        return Stream.concat(nodes, processes);
    }

    private static Stream<String> processIsNamedAsItsFile(ModelFile file) {
        List<String> ids = file.all(Process.class).map(Process::getId).toList();
        return ids.equals(List.of(file.name()))
                ? Stream.empty()
                : Stream.of(ids.get(0) + ": expected one process, named " + file.name() + " like its file");
    }

    /** Whether a text has a Chinese character in it. */
    static boolean isChinese(String text) {
        return text != null && CHINESE.matcher(text).find();
    }

    private static boolean hasForm(String id, String kind) {
        return id != null
                && id.startsWith(kind + "_")
                && NAME_OF_ID.matcher(id.substring(kind.length() + 1)).matches();
    }

    private static String kind(FlowNode node) {
        String type = node.getElementType().getTypeName();
        if (type.endsWith("Gateway")) {
            return "gateway";
        }
        if (node instanceof IntermediateCatchEvent event) {
            return kind(event.getEventDefinitions().stream().findFirst().orElse(null), "linkCatch", "catchEvent");
        }
        if (node instanceof IntermediateThrowEvent event) {
            return kind(event.getEventDefinitions().stream().findFirst().orElse(null), "linkThrow", "throwEvent");
        }
        return type;
    }

    private static String kind(EventDefinition definition, String link, String other) {
        if (definition instanceof LinkEventDefinition) {
            return link;
        }
        if (definition instanceof TimerEventDefinition) {
            return "timerEvent";
        }
        return definition instanceof MessageEventDefinition ? "messageEvent" : other;
    }
}
