package org.xincheng.platform.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an expression of a deployed model reaches (layer engine.expressions). A hostile model came past everybody else. */
@AttackTest
class ExpressionAttackTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Attacker attacker;

    @Autowired
    Canary canary;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass()).invoke(null, 'xincheng.canary', 'x')}",
                "${''.class}",
                "${''['class']}",
                "${''['cl'.concat('ass')]}",
                "${''[name]}",
                "${list.getClass()}",
                "${list.class}",
                "${date.class.protectionDomain}",
                "${list.stream()}",
                "${list.iterator()}",
                "${map.getClass().getModule()}",
                "${canary.class}",
                "${canary['class'].classLoader}",
                "${execution.class}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngineServices.runtimeService}",
                "${execution.processEngine}",
                "${execution.processEngineConfiguration}",
                "${execution.engineServices}",
                "${execution.bpmnModelInstance}",
                "${execution.setVariable('a', 'b')}",
                "${execution.getParent()}",
                "${execution.activity}",
                "${execution.superExecution}",
                "${execution.deleteCascade('x')}",
                "${dataSource.connection}",
                "${identityBootstrap.toString()}",
                "${environment.getProperty('xincheng.admin.password')}",
                "${systemProperties['user.home']}",
                "${systemEnvironment.PATH}",
                "${processEngine.identityService}",
                "${runtimeService.createProcessInstanceQuery()}",
                "${applicationContext}",
                "${attacker}",
                "${T(java.lang.Runtime).getRuntime()}",
                "${java.lang.System.exit(1)}",
                "${(x -> x.getClass())('')}",
                "${System.setProperty('xincheng.canary', 'x')}",
                "${Runtime.getRuntime().exec('true')}",
                "${Thread.currentThread()}"
            })
    void noExpressionLeavesTheModel(String expression) {
        Map<String, Object> variables = Map.of(
                "name",
                "class",
                "list",
                List.of("a"),
                "map",
                Map.of("a", "b"),
                "date",
                java.time.LocalDate.EPOCH,
                "x",
                "y");

        assertThatThrownBy(() -> attacker.run(
                        "<bpmn:serviceTask id=\"attacked\" camunda:resultVariable=\"got\" camunda:expression=\""
                                + expression.replace("<", "&lt;").replace(">", "&gt;") + "\"/>",
                        transientValues(variables)))
                .isInstanceOf(RuntimeException.class);
        assertThat(canary.hasSung()).isFalse();
    }

    /** What the models need still works: or the test above would hold because nothing does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${canary.sing()}",
                "${name == 'class'}",
                "${list[0]}",
                "${map.a}",
                "${list.size()}",
                "${execution.processBusinessKey}",
                "${execution.getVariable('name')}",
                "${dateTime().withTimeAtStartOfDay().plusDays(1)}",
                "${now()}"
            })
    void whatModelsNeedWorks(String expression) {
        String instance = attacker.run(
                "<bpmn:serviceTask id=\"attacked\" camunda:expression=\"" + expression + "\"/>",
                transientValues(Map.of("name", "class", "list", List.of("a"), "map", Map.of("a", "b"))));

        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .completed()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:userTask id=\"attacked\" camunda:assignee=\"${''.class}\"/>",
                "<bpmn:userTask id=\"attacked\" camunda:dueDate=\"${execution.processEngineServices}\"/>",
                "<bpmn:userTask id=\"attacked\"><bpmn:extensionElements><camunda:taskListener event=\"create\" expression=\"${task.processEngineServices}\"/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id=\"attacked\"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"a\">${''.getClass()}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id=\"attacked\" camunda:candidateGroups=\"${environment}\"/>"
            })
    void noExpressionElsewhereInAModelDoesEither(String task) {
        assertThatThrownBy(() -> attacker.run(task, Map.of())).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:serviceTask id=\"attacked\" camunda:class=\"org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior\"/>",
                "<bpmn:serviceTask id=\"attacked\" activiti:class=\"java.lang.ProcessBuilder\"/>",
                "<bpmn:serviceTask id=\"attacked\" camunda:type=\"shell\"><bpmn:extensionElements><camunda:field name=\"command\" stringValue=\"true\"/></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id=\"attacked\" activiti:type=\"shell\"/>",
                "<bpmn:serviceTask id=\"attacked\" camunda:type=\"mail\"/>",
                "<bpmn:serviceTask id=\"attacked\" camunda:type=\"external\" camunda:topic=\"x\"/>",
                "<bpmn:serviceTask id=\"attacked\" camunda:delegateExpression=\"${''.getClass()}\"/>",
                "<bpmn:serviceTask id=\"attacked\" camunda:delegateExpression=\"${openCase}\"><bpmn:extensionElements><camunda:field name=\"tables\"><camunda:expression>${x}</camunda:expression></camunda:field></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id=\"attacked\"><bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:userTask id=\"attacked\"><bpmn:extensionElements><camunda:taskListener event=\"create\" class=\"org.springframework.context.support.ClassPathXmlApplicationContext\"/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id=\"attacked\"><bpmn:extensionElements><camunda:executionListener event=\"start\" class=\"x.Y\"/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id=\"attacked\" camunda:formHandlerClass=\"x.Y\"/>",
                "<bpmn:userTask id=\"attacked\"><bpmn:extensionElements><camunda:formData><camunda:formField id=\"a\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\"x.Y\"/></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:callActivity id=\"attacked\" calledElement=\"x\" camunda:variableMappingClass=\"x.Y\"/>"
            })
    void aModelThatNamesCodeIsNotDeployed(String task) {
        long before = engine.getRepositoryService().createDeploymentQuery().count();

        assertThatThrownBy(() -> attacker.deploy("attack.bpmn", Attacker.process(task)))
                .hasMessageContaining("Could not parse BPMN process");
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(before);
    }

    @Test
    void aCasePlanIsNotEvenRead() {
        attacker.deploy("attack.cmmn", """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="test" id="d">
                  <case id="attack-case"><casePlanModel id="plan"/></case>
                </definitions>
                """);

        assertThat(engine.getRepositoryService()
                        .createCaseDefinitionQuery()
                        .caseDefinitionKey("attack-case")
                        .count())
                .isZero();
    }

    private static Map<String, Object> transientValues(Map<String, Object> values) {
        var variables = org.camunda.bpm.engine.variable.Variables.createVariables();
        values.forEach((key, value) ->
                variables.putValueTyped(key, org.camunda.bpm.engine.variable.Variables.untypedValue(value, true)));
        return variables;
    }
}
