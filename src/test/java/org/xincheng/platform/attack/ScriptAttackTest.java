package org.xincheng.platform.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.ClassUtils;

/** Scripts in models (layer engine.scripts). Juel is the language that the engine itself brings, and its scripts ask no guard. */
@AttackTest
class ScriptAttackTest {

    private static final String SCRIPT = "${canary.sing()}";
    private static final String REASON = "模型中不得使用脚本";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Attacker attacker;

    @Autowired
    Canary canary;

    static Stream<String> scripts() {
        return Stream.of("juel", "javascript", "groovy", "graal.js", "ecmascript", "python", "ruby")
                .flatMap(language -> Stream.of(
                                "<bpmn:scriptTask id=\"attacked\" scriptFormat=\"%s\"><bpmn:script>%s</bpmn:script></bpmn:scriptTask>",
                                "<bpmn:scriptTask id=\"attacked\" scriptFormat=\"%s\" camunda:resource=\"x.js\"><bpmn:documentation>%s</bpmn:documentation></bpmn:scriptTask>",
                                "<bpmn:userTask id=\"attacked\"><bpmn:extensionElements><camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"%s\">%s</camunda:script></camunda:taskListener></bpmn:extensionElements></bpmn:userTask>",
                                "<bpmn:userTask id=\"attacked\"><bpmn:extensionElements><camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"%s\">%s</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:userTask>",
                                "<bpmn:userTask id=\"attacked\"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:script scriptFormat=\"%s\">%s</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
                                "<bpmn:userTask id=\"attacked\"><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"a\"><camunda:script scriptFormat=\"%s\" resource=\"x\">%s</camunda:script></camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
                                "<bpmn:exclusiveGateway id=\"attacked\"/><bpmn:sequenceFlow id=\"on\" sourceRef=\"attacked\" targetRef=\"end\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"%s\">%s</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:endEvent id=\"end\"/>")
                        .map(template -> template.formatted(language, SCRIPT)));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void noModelWithAScriptRuns(String elements) {
        assertThatThrownBy(() -> attacker.run(elements, Map.of())).hasStackTraceContaining(REASON);
        assertThat(canary.hasSung()).isFalse();
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("attack")
                        .count())
                .as("refused when it was deployed")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "graal.js", "feelscript", "python"})
    void noDecisionTableUsesAnotherLanguageThanFeel(String language) {
        for (String place : new String[] {"input", "inputEntry", "outputEntry"}) {
            assertThatThrownBy(() -> {
                        attacker.deploy("attack.dmn", table(language, place, SCRIPT));
                        evaluate();
                    })
                    .as(place)
                    .hasStackTraceContaining(REASON);
        }
        assertThat(canary.hasSung()).isFalse();
    }

    @Test
    void aDecisionTableInFeelWorks() {
        attacker.deploy("attack.dmn", table("feel", "input", "1 + 1"));

        assertThat(evaluate()).isEqualTo("found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(function(k, v) external { java: { class: \"java.lang.System\", method signature: \"setProperty(java.lang.String,java.lang.String)\" } })(\"xincheng.canary\", \"x\")",
                "{f: function(k, v) external { java: { class: \"java.lang.System\", method signature: \"setProperty(java.lang.String, java.lang.String)\" } }, r: f(\"xincheng.canary\", \"x\")}.r"
            })
    void feelCallsNoJava(String expression) {
        String escaped = expression.replace("\"", "&quot;");
        try {
            attacker.deploy("attack.dmn", table("feel", "input", escaped));
            evaluate();
        } catch (RuntimeException refused) {
            assertThat(refused).hasMessageNotContaining("NullPointer");
        }
        assertThat(canary.hasSung()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "graal.js", "nashorn", "python"})
    void theEngineMakesNoScriptEngine(String language) {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThatThrownBy(() -> settings.getScriptEngineResolver().getScriptEngine(language, true))
                .hasMessageContaining(REASON);
    }

    @Test
    void thereIsNoScriptEngineToBeFound() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(factory -> factory.getClass().getName())
                .allMatch(name -> name.startsWith("org.camunda."));
        assertThat(Stream.of(
                        "groovy.lang.GroovyShell",
                        "org.codehaus.groovy.jsr223.GroovyScriptEngineFactory",
                        "com.oracle.truffle.js.scriptengine.GraalJSScriptEngine",
                        "org.graalvm.polyglot.Context",
                        "org.openjdk.nashorn.api.scripting.NashornScriptEngine",
                        "jdk.nashorn.api.scripting.NashornScriptEngine",
                        "org.python.util.PythonInterpreter",
                        "org.jruby.embed.ScriptingContainer",
                        "org.mozilla.javascript.Context"))
                .noneMatch(name -> ClassUtils.isPresent(name, getClass().getClassLoader()));
    }

    private Object evaluate() {
        return engine.getDecisionService()
                .evaluateDecisionByKey("attack-table")
                .variables(Map.of("x", 2))
                .evaluate()
                .getSingleResult()
                .getSingleEntry();
    }

    private static String table(String language, String place, String text) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
                  <decision id="attack-table" name="t">
                    <decisionTable id="t" hitPolicy="FIRST">
                      <input id="i"><inputExpression id="ie" typeRef="string"%s><text>%s</text></inputExpression></input>
                      <output id="o" name="o" typeRef="string"/>
                      <rule id="r"><inputEntry id="e"%s><text>%s</text></inputEntry>
                        <outputEntry id="oe"%s><text>%s</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(
                        place.equals("input") ? " expressionLanguage=\"" + language + "\"" : "",
                        place.equals("input") ? text : "x",
                        place.equals("inputEntry") ? " expressionLanguage=\"" + language + "\"" : "",
                        place.equals("inputEntry") ? text : "",
                        place.equals("outputEntry") ? " expressionLanguage=\"" + language + "\"" : "",
                        place.equals("outputEntry") ? text : "\"found\"");
    }
}
