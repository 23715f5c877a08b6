package org.xincheng.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.identity.StaffGroup;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeStatus;
import org.xincheng.law.RegimeTables;
import org.xincheng.platform.engine.ModelFunctions;
import org.xincheng.procedure.form.TaskForm;
import org.xincheng.support.XinchengTest;

/**
 * Holds every model and form of the application to the rules of this package, and each rule to what was planted for it.
 *
 * <p>A planted file is called {@code bad-<rule>} or {@code bad-<rule>-<detail>}; it differs from {@code good.bpmn} or {@code
 * good.form} in one place, which it names itself.
 */
@XinchengTest
class ModelRulesTest {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final Path PLANTED = Path.of("src", "test", "resources", "models");

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private List<TaskForm> taskForms;

    @Autowired
    private RegimeTables tables;

    static List<Path> models() {
        return ModelFile.paths(PROCESSES);
    }

    static List<Path> forms() {
        return FormFile.paths(FORMS);
    }

    static List<Path> plantedModels() {
        return ModelFile.paths(PLANTED).stream().filter(ModelRulesTest::isBad).toList();
    }

    static List<Path> plantedForms() {
        return FormFile.paths(PLANTED).stream().filter(ModelRulesTest::isBad).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aModelKeepsTheRules(Path model) {
        assertThat(broken(modelRules(idsOf(FORMS)), ModelFile.read(model))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aFormKeepsTheRules(Path form) {
        assertThat(broken(FormRules.rules(usedForms()), FormFile.read(form))).isEmpty();
    }

    @Test
    void whatThePlantedFilesWereMadeFromKeepsTheRules() {
        assertThat(plantedModelFindings(PLANTED.resolve("good.bpmn"))).isEmpty();
        assertThat(plantedFormFindings(PLANTED.resolve("good.form"))).isEmpty();
    }

    @Test
    void everyRuleHasAPlantedFile() {
        assertThat(plantedModels())
                .extracting(ModelRulesTest::ruleOf)
                .containsAll(modelRules(Set.of()).keySet());
        assertThat(plantedForms())
                .extracting(ModelRulesTest::ruleOf)
                .containsAll(FormRules.rules(Set.of()).keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plantedModels")
    void aPlantedModelBreaksItsRuleOnly(Path model) {
        String place = ModelFile.read(model)
                .all(Documentation.class)
                .filter(text -> text.getParentElement() instanceof Process)
                .map(text -> text.getTextContent().strip())
                .findFirst()
                .orElseThrow();

        Map<String, List<String>> findings = plantedModelFindings(model);

        assertThat(findings).containsOnlyKeys(ruleOf(model));
        assertThat(findings.get(ruleOf(model)))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).startsWith(place + ": "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plantedForms")
    void aPlantedFormBreaksItsRuleOnly(Path form) {
        String place = FormFile.read(form).content().path("planted").asText();

        Map<String, List<String>> findings = plantedFormFindings(form);

        assertThat(findings).containsOnlyKeys(ruleOf(form));
        assertThat(findings.get(ruleOf(form))).singleElement().asString().startsWith(place + ": ");
    }

    private Map<String, List<String>> plantedModelFindings(Path path) {
        Set<String> forms = new TreeSet<>(idsOf(FORMS));
        forms.addAll(idsOf(PLANTED));
        return broken(modelRules(forms), ModelFile.read(path));
    }

    /** Every planted form counts as used but the one that is planted for not being used. */
    private static Map<String, List<String>> plantedFormFindings(Path path) {
        Set<String> used = new TreeSet<>(idsOf(PLANTED));
        used.remove("bad-formIsUsed");
        return broken(FormRules.rules(used), FormFile.read(path));
    }

    private Map<String, Function<ModelFile, Stream<String>>> modelRules(Set<String> forms) {
        House house = house(forms);
        return Stream.of(NamingRules.rules(), TaskRules.rules(house), FlowRules.rules(house))
                .flatMap(List::stream)
                .collect(Collectors.toMap(ModelRule::name, ModelRule::findings, (a, b) -> a, LinkedHashMap::new));
    }

    private static <T> Map<String, List<String>> broken(Map<String, Function<T, Stream<String>>> rules, T file) {
        Map<String, List<String>> findings = new LinkedHashMap<>();
        rules.forEach((name, rule) -> {
            List<String> found = rule.apply(file).toList();
            if (!found.isEmpty()) {
                findings.put(name, found);
            }
        });
        return findings;
    }

    private House house(Set<String> forms) {
        List<String> regimes = tables.regimes().stream()
                .filter(regime -> regime.status() == RegimeStatus.EXECUTABLE)
                .map(Regime::code)
                .toList();
        assertThat(regimes).isNotEmpty();
        return new House(
                models().stream()
                        .map(ModelFile::read)
                        .flatMap(file -> file.all(Process.class))
                        .map(Process::getId)
                        .collect(Collectors.toSet()),
                forms,
                taskForms.stream().map(TaskForm::taskKey).collect(Collectors.toSet()),
                Stream.of(StaffGroup.values()).map(StaffGroup::id).collect(Collectors.toSet()),
                namesOf(JavaDelegate.class),
                namesOf(ExecutionListener.class),
                namesOf(TaskListener.class),
                namesOf(ModelFunctions.class),
                step -> regimes.stream()
                        .filter(regime -> !hasStep(regime, step))
                        .toList());
    }

    private Set<String> namesOf(Class<?> type) {
        return Set.of(beans.getBeanNamesForType(type));
    }

    private boolean hasStep(String regime, String step) {
        try {
            return tables.deadline(regime, step).count() >= 0;
        } catch (IllegalArgumentException noRow) {
            return false;
        }
    }

    private static Set<String> usedForms() {
        List<ModelFile> files = models().stream().map(ModelFile::read).toList();
        Stream<String> tasks =
                files.stream().flatMap(file -> file.all(UserTask.class)).map(UserTask::getCamundaFormRef);
        Stream<String> starts =
                files.stream().flatMap(file -> file.all(StartEvent.class)).map(StartEvent::getCamundaFormRef);
        return Stream.concat(tasks, starts).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Set<String> idsOf(Path folder) {
        return FormFile.paths(folder).stream()
                .map(FormFile::read)
                .map(FormFile::id)
                .collect(Collectors.toSet());
    }

    private static boolean isBad(Path file) {
        return file.getFileName().toString().startsWith("bad-");
    }

    /** {@code bad-tasksGoToGroups-unknown.bpmn} is planted for {@code tasksGoToGroups}. */
    private static String ruleOf(Path file) {
        return file.getFileName().toString().replaceFirst("^bad-(\\w+)[-.].*$", "$1");
    }
}
