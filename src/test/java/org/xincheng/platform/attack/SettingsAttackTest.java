package org.xincheng.platform.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;

/** Files that read files, objects that make objects, and lists without end (layer engine.settings). */
@AttackTest
class SettingsAttackTest {

    private static final String ENGINE = "/engine/engine/default";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Attacker attacker;

    @Autowired
    CaseDriver driver;

    @Autowired
    SampleRecords records;

    @Autowired
    TestClock clock;

    @Test
    void noModelReadsAFile(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "a-secret-of-the-server");
        String doctype = "<!DOCTYPE x [<!ENTITY secret SYSTEM \"" + secret.toUri() + "\">]>\n";
        String process =
                Attacker.process("<bpmn:userTask id=\"attacked\" name=\"&secret;\"><bpmn:documentation>&secret;"
                        + "</bpmn:documentation></bpmn:userTask>");
        String table = """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
                  <decision id="attack-table" name="&secret;"><literalExpression><text>"&secret;"</text></literalExpression></decision>
                </definitions>
                """;

        for (var file : List.of(new String[] {"attack.bpmn", process}, new String[] {"attack.dmn", table})) {
            int afterHead = file[1].indexOf("?>") + 3;
            String content = file[1].substring(0, afterHead) + doctype + file[1].substring(afterHead);
            assertThatThrownBy(() -> attacker.deploy(file[0], content))
                    .as(file[0])
                    .isInstanceOf(RuntimeException.class)
                    .hasStackTraceContaining("DOCTYPE");
        }
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("attack")
                        .count())
                .isZero();
        assertThat(engine.getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("attack-table")
                        .count())
                .isZero();
    }

    @Test
    void noObjectComesInWithAStart() throws IOException {
        String record = newRecord();
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("listing-determination")
                .latestVersion()
                .singleResult()
                .getId();
        long before = instances();
        for (String value : List.of(
                serialized(),
                "\"initiator\":{\"value\":\"officer2\",\"type\":\"String\"}",
                "\"caseId\":{\"value\":\"x\",\"type\":\"String\"}",
                "\"note\":{\"value\":\"样例个人信息\",\"type\":\"String\"}")) {
            HttpResponse<String> answer = attacker.as("officer1")
                    .engine(
                            "POST",
                            ENGINE + "/process-definition/" + definition + "/submit-form",
                            "{\"variables\":{\"recordNumber\":{\"value\":\"" + record + "\",\"type\":\"String\"},"
                                    + value + "}}");

            assertThat(answer.statusCode()).as(value).isEqualTo(400);
        }
        assertThat(instances()).isEqualTo(before);
    }

    @Test
    void noObjectComesInWithATask() throws IOException {
        var task = driver.task(driver.start(newRecord(), "officer1"), "userTask_draftDetermination");
        var officer = attacker.as("officer1");
        officer.engine("POST", ENGINE + "/task/" + task.getId() + "/claim", "{\"userId\":\"officer1\"}");

        HttpResponse<String> answer = officer.engine(
                "POST",
                ENGINE + "/task/" + task.getId() + "/submit-form",
                "{\"variables\":{\"outcome\":{\"value\":\"DROP\",\"type\":\"String\"},"
                        + serialized().replace("evil", "reason") + "}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task.getId())
                        .count())
                .isEqualTo(1);
        assertThat(engine.getRuntimeService().getVariables(task.getExecutionId()))
                .doesNotContainKeys("reason", "evil");
    }

    @Test
    void noJavaObjectBecomesAVariable() throws IOException {
        var task = driver.task(driver.start(newRecord(), "officer1"), "userTask_draftDetermination");
        var object = Variables.serializedObjectValue(bytes())
                .serializationDataFormat("application/x-java-serialized-object")
                .objectTypeName("java.util.ArrayList")
                .create();

        assertThatThrownBy(() -> engine.getRuntimeService().setVariable(task.getExecutionId(), "evil", object))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Java serialization format is prohibited");
    }

    @Test
    void noListIsWithoutEnd() {
        engine.getIdentityService().setAuthentication("officer1", List.of("case-officer"));
        try {
            assertThatThrownBy(() -> engine.getTaskService().createTaskQuery().listPage(0, 1001))
                    .isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> engine.getTaskService().createTaskQuery().list())
                    .isInstanceOf(BadUserRequestException.class);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private String newRecord() {
        return records.take(
                        records.enterprise(),
                        "WS-CITY",
                        "WS-CITY-J-05",
                        clock.today().minusDays(10))
                .number();
    }

    private long instances() {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().count();
    }

    private static String serialized() throws IOException {
        return "\"evil\":{\"value\":\"" + bytes()
                + "\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.ArrayList\","
                + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}";
    }

    private static String bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(List.of("x")));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
