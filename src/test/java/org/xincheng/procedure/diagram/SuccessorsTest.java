package org.xincheng.procedure.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuccessorsTest {

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTaskOfEveryModelSaysWhatMayComeOfIt(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            assertThat(new Successors(model).of(task.getId()))
                    .as(task.getId())
                    .isNotEmpty()
                    .allSatisfy(way -> assertThat(way)
                            .isNotBlank()
                            .doesNotStartWith("→")
                            .doesNotEndWith("→")
                            .doesNotContain("→→"));
        }
    }

    @Test
    void theRegularWaysComeFirstAndThenWhatMayBreakIn() {
        var determination = new Successors(Bpmn.readModelFromFile(
                Path.of("processes", "listing", "listing-determination.bpmn").toFile()));
        assertThat(determination.of("userTask_registerResponse").get(0)).startsWith("是否放弃权利?→");
        assertThat(determination.of("userTask_registerResponse")).contains("期限届满→陈述申辩期结束");
        assertThat(determination.of("nothing")).isEmpty();
    }
}
