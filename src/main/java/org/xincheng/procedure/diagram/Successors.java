package org.xincheng.procedure.diagram;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What may come after an activity, as its model labels it: what its outgoing flows lead to, and the events that may break in. */
final class Successors {

    /** How many unlabelled joins and forks are looked through. */
    private static final int DEEPEST = 4;

    private final BpmnModelInstance model;

    Successors(BpmnModelInstance model) {
        this.model = model;
    }

    /** In words, the regular ways first; empty where the model has no such activity. */
    List<String> of(String activityId) {
        var words = new LinkedHashSet<String>();
        if (model.getModelElementById(activityId) instanceof FlowNode node) {
            follow(node, "", 0, words);
            scopes(node).forEach(scope -> breakIn(scope, words));
        }
        return List.copyOf(words);
    }

    private static void follow(FlowNode node, String before, int depth, Set<String> words) {
        for (SequenceFlow flow : node.getOutgoing()) {
            var target = flow.getTarget();
            var choice = join(before, label(flow));
            if (target instanceof Gateway && depth < DEEPEST) {
                follow(target, join(choice, label(target)), depth + 1, words);
            } else if (label(target).isEmpty() && depth < DEEPEST) {
                follow(target, choice, depth + 1, words);
            } else {
                words.add(join(choice, label(target)));
            }
        }
    }

    /** Events at the edge of a scope, and those that begin a process of their own inside the next one. */
    private void breakIn(FlowNode scope, Set<String> words) {
        Stream.concat(
                        model.getModelElementsByType(BoundaryEvent.class).stream()
                                .filter(event -> scope.equals(event.getAttachedTo())),
                        model.getModelElementsByType(StartEvent.class).stream()
                                .filter(event -> event.getParentElement() instanceof SubProcess inside
                                        && inside.triggeredByEvent()
                                        && inside.getParentElement().equals(scope.getParentElement())))
                .filter(event -> !label(event).isEmpty())
                .forEach(event -> follow(event, label(event), 0, words));
    }

    private static List<FlowNode> scopes(FlowNode node) {
        var scopes = new ArrayList<FlowNode>();
        scopes.add(node);
        ModelElementInstance outer = node.getParentElement();
        while (outer instanceof SubProcess sub) {
            scopes.add(sub);
            outer = sub.getParentElement();
        }
        return scopes;
    }

    private static String join(String before, String after) {
        return before.isEmpty() || after.isEmpty() ? before + after : before + "→" + after;
    }

    private static String label(FlowElement element) {
        return element.getName() == null ? "" : element.getName().strip();
    }
}
