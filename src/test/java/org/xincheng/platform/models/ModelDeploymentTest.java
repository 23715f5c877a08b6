package org.xincheng.platform.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.support.XinchengTest;

@XinchengTest
class ModelDeploymentTest {

    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
              <bpmn:process id="deployment-probe" name="%s" isExecutable="true">
                <bpmn:startEvent id="start"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @TempDir
    Path folder;

    @Autowired
    RepositoryService repository;

    @AfterEach
    void removeProbes() {
        repository.createDeploymentQuery().deploymentName(ModelDeployment.NAME).list().stream()
                .filter(deployment -> repository.getDeploymentResourceNames(deployment.getId()).stream()
                        .anyMatch(name -> name.contains("probe")))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void deploysTheFolderOnceAndAgainOnlyWhenAFileChanges() throws IOException {
        write("processes/probe/probe.bpmn", PROCESS.formatted("first"));
        write("forms/probe/probe.form", "{\"type\":\"default\",\"id\":\"probe\",\"components\":[]}");
        write("processes/probe/README.md", "not a model");
        write("processes/.camunda/hidden.bpmn", "not deployed");

        String first = deployment().deploy();
        String second = deployment().deploy();

        assertThat(second).isEqualTo(first);
        assertThat(repository.getDeploymentResourceNames(first))
                .containsExactlyInAnyOrder("processes/probe/probe.bpmn", "forms/probe/probe.form");
        assertThat(versions()).isEqualTo(1);

        write("processes/probe/probe.bpmn", PROCESS.formatted("second"));
        String third = deployment().deploy();

        assertThat(third).isNotEqualTo(first);
        assertThat(repository.getDeploymentResourceNames(third))
                .as("the whole set, so that binding=\"deployment\" finds its form")
                .containsExactlyInAnyOrder("processes/probe/probe.bpmn", "forms/probe/probe.form");
        assertThat(versions()).isEqualTo(2);
        assertThat(deployment().deploy()).isEqualTo(third);
    }

    @Test
    void anEmptyFolderDeploysNothing() {
        assertThat(deployment().deploy()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        ModelDeployment missing =
                new ModelDeployment(repository, folder.resolve("missing").toString());

        assertThatThrownBy(missing::deploy).hasMessageContaining("xincheng.models-dir");
    }

    private ModelDeployment deployment() {
        return new ModelDeployment(repository, folder.toString());
    }

    private long versions() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("deployment-probe")
                .count();
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
