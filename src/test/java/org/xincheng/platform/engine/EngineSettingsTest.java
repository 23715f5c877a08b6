package org.xincheng.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TimeZone;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.xincheng.support.XinchengTest;

@XinchengTest
@Import(EngineSettingsTest.Delegates.class)
class EngineSettingsTest {

    /** A delegate of a model, as the application's own are. */
    static final class Probe implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("probed", true);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Profile("test")
    static class Delegates {

        @Bean
        Probe engineProbe() {
            return new Probe();
        }
    }

    @Autowired
    ProcessEngine engine;

    private String deployment;

    @BeforeEach
    void forgetDeployment() {
        deployment = null;
    }

    @AfterEach
    void removeDeployment() {
        if (deployment != null) {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    @Test
    void settingsAreAsDecided() {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(settings.getHistoryLevel().getName()).isEqualTo("audit");
        assertThat(settings.getHistoryRemovalTimeStrategy()).isEqualTo("start");
        assertThat(settings.isHistoryCleanupEnabled()).isFalse();
        assertThat(settings.isAuthorizationEnabled()).isTrue();
        assertThat(settings.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(settings.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(settings.isEnableXxeProcessing()).isFalse();
        assertThat(settings.isCmmnEnabled()).isFalse();
        assertThat(settings.getQueryMaxResultsLimit()).isEqualTo(1000);
        assertThat(settings.isMetricsEnabled()).isFalse();
        assertThat(settings.getIdGenerator().getNextId()).matches("[0-9a-f]{8}-[0-9a-f-]{27}");
        assertThat(settings.getJobExecutor().isActive()).isFalse();
        assertThat(TimeZone.getDefault().getID()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void aDelegateIsReachedByItsName() {
        String instance = run("camunda:delegateExpression=\"${engineProbe}\"");

        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName("probed")
                        .singleResult()
                        .getValue())
                .isEqualTo(true);
    }

    private String run(String implementation) {
        return start("<bpmn:serviceTask id=\"probe\" " + implementation + "/>");
    }

    private String start(String task) {
        String model = """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <bpmn:process id="engine-probe" isExecutable="true">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="toProbe" sourceRef="start" targetRef="probe"/>
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(task);
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("engine-probe.bpmn", model)
                .deploy()
                .getId();
        return engine.getRuntimeService()
                .startProcessInstanceByKey("engine-probe")
                .getId();
    }
}
