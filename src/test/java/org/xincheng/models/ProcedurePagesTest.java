package org.xincheng.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of {@code docs/procedures} name what the models and the store hold, and nothing that they don't. */
class ProcedurePagesTest {

    private static final Path PAGES = Path.of("docs", "procedures");
    private static final Pattern STEP = Pattern.compile("execution, '?(\\w+)'?\\)");
    private static final Pattern ELEMENT =
            Pattern.compile("`((?:userTask|serviceTask|businessRuleTask|startEvent|endEvent"
                    + "|timerEvent|subProcess|callActivity)_\\w+)`");
    private static final Pattern CHECKS = Pattern.compile("(?m)^\\| `\\w+`.*\\| ([^|]+) \\|$");
    private static final Pattern POLICY = Pattern.compile("`([a-z]+[A-Z]\\w+)`");

    static List<Path> models() {
        return ModelFile.paths(Path.of("processes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everyUserTaskHasARowWithGroupAndStep(Path model) {
        String page = page(model);
        ModelFile.read(model).all(UserTask.class).forEach(task -> {
            Matcher step = STEP.matcher(task.getCamundaDueDate());
            assertThat(step.find()).isTrue();
            assertThat(page)
                    .contains("| `%s` %s | `%s` | `%s` |"
                            .formatted(task.getId(), task.getName(), task.getCamundaCandidateGroups(), step.group(1)));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everyStepWithoutPeopleAndEveryWayOutIsTold(Path model) {
        ModelFile file = ModelFile.read(model);
        Stream<String> ends = file.all(EndEvent.class)
                .filter(end -> !(end.getParentElement() instanceof SubProcess))
                .filter(end -> end.getExtensionElements() == null)
                .map(FlowElement::getId);
        Stream<String> services = file.all(ServiceTask.class).map(FlowElement::getId);

        assertThat(page(model))
                .contains(Stream.concat(ends, services)
                        .map(id -> "| `" + id + "` |")
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void thePageNamesNoElementThatTheModelLacks(Path model) {
        Set<String> ids = ModelFile.read(model)
                .all(FlowElement.class)
                .map(FlowElement::getId)
                .collect(Collectors.toSet());

        assertThat(ELEMENT.matcher(page(model)).results().map(match -> match.group(1)))
                .isNotEmpty()
                .isSubsetOf(ids);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void thePageNamesNoPolicyThatTheStoreLacks(Path model) {
        String store = sources(Path.of("src", "main", "java", "org", "xincheng", "credit"));

        assertThat(CHECKS.matcher(page(model))
                        .results()
                        .map(row -> row.group(1))
                        .flatMap(cell -> POLICY.matcher(cell).results().map((MatchResult match) -> match.group(1))))
                .allSatisfy(policy -> assertThat(store).containsPattern("[ \"]" + policy + "[(\"]"));
    }

    private static String page(Path model) {
        return read(PAGES.resolve(model.getFileName().toString().replaceFirst("\\.bpmn$", ".md")));
    }

    private static String sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ProcedurePagesTest::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
