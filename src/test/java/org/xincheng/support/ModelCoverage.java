package org.xincheng.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Counts what {@link CoversModel} promises. A node is passed when one of its flows was taken. */
class ModelCoverage implements AfterEachCallback, AfterAllCallback {

    private final AtomicInteger passedTests = new AtomicInteger();

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            passedTests.incrementAndGet();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        var type = context.getRequiredTestClass();
        var tests = Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(Test.class))
                .count();
        if (passedTests.get() < tests) {
            return;
        }
        var file = Path.of(type.getAnnotation(CoversModel.class).value());
        var model = Bpmn.readModelFromFile(file.toFile());
        var process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        var flows = model.getModelElementsByType(SequenceFlow.class);
        var missedFlows = flows.stream()
                .filter(f -> !PassedFlows.contains(process, f.getId()))
                .map(SequenceFlow::getId)
                .toList();
        var nodes = model.getModelElementsByType(FlowNode.class).stream()
                // An event sub-process has no flows of its own; its start event stands for it.
                .filter(n -> !(n instanceof SubProcess s && s.triggeredByEvent()))
                .toList();
        var missedNodes = nodes.stream()
                .filter(n -> n.getIncoming().stream().noneMatch(f -> PassedFlows.contains(process, f.getId()))
                        && n.getOutgoing().stream().noneMatch(f -> PassedFlows.contains(process, f.getId())))
                .map(FlowNode::getId)
                .toList();
        var report = "%s: %d of %d flow nodes, %d of %d sequence flows passed by %s%n"
                .formatted(
                        process,
                        nodes.size() - missedNodes.size(),
                        nodes.size(),
                        flows.size() - missedFlows.size(),
                        flows.size(),
                        type.getSimpleName());
        var folder = Files.createDirectories(Path.of("target/model-coverage"));
        Files.writeString(folder.resolve(process + ".txt"), report);
        context.publishReportEntry("model coverage", report.strip());
        assertThat(missedFlows).as(report + "flows not passed").isEmpty();
        assertThat(missedNodes).as(report + "nodes not passed").isEmpty();
    }
}
