package org.xincheng.platform.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;

/** What staff may not do in the engine itself, the gate before its REST being open (layer engine.authorization). */
@AttackTest
class AuthorizationAttackTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseDriver driver;

    @Autowired
    SampleRecords records;

    @Autowired
    TestClock clock;

    private String instance;
    private String task;
    private String filter;

    @BeforeEach
    void startCase() {
        var record = records.take(
                records.enterprise(), "WS-CITY", "WS-CITY-J-05", clock.today().minusDays(10));
        var open = driver.task(driver.start(record.number(), "officer1"), "userTask_draftDetermination");
        task = open.getId();
        instance = open.getProcessInstanceId();
        filter = engine.getFilterService()
                .createFilterQuery()
                .filterName("我的任务")
                .singleResult()
                .getId();
    }

    @AfterEach
    void signOut() {
        engine.getIdentityService().clearAuthentication();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"officer1", "reviewer1", "principal1", "dept1", "designer1", "auditor1", "supervisor1", "data1"})
    void noStaffDeployDeleteModifyOrAdminister(String user) {
        long deployments = engine.getRepositoryService().createDeploymentQuery().count();
        signIn(user);

        refused(() -> engine.getRepositoryService()
                .createDeployment()
                .addString("attack.bpmn", Attacker.process("<bpmn:userTask id=\"attacked\"/>"))
                .deploy());
        refused(() -> engine.getRuntimeService().deleteProcessInstance(instance, "x"));
        refused(() -> engine.getRuntimeService().suspendProcessInstanceById(instance));
        refused(() -> engine.getRuntimeService().setVariable(instance, "note", "x"));
        refused(() -> engine.getRuntimeService()
                .createProcessInstanceModification(instance)
                .cancelAllForActivity("userTask_draftDetermination")
                .execute());
        refused(() -> engine.getRuntimeService().deleteProcessInstancesAsync(List.of(instance), "x"));
        refused(() -> engine.getHistoryService().deleteHistoricProcessInstancesAsync(List.of(instance), "x"));
        refused(() -> engine.getHistoryService().deleteHistoricTaskInstance(task));
        refused(() -> engine.getFilterService().deleteFilter(filter));
        refused(() -> engine.getIdentityService().createMembership(user, "camunda-admin"));
        refused(() -> engine.getAuthorizationService()
                .saveAuthorization(engine.getAuthorizationService().createNewAuthorization(0)));
        refused(() -> engine.getManagementService().getProperties());
        refused(() -> engine.getTaskService().addCandidateUser(task, user));
        refused(() -> engine.getTaskService().setOwner(task, user));

        engine.getIdentityService().clearAuthentication();
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(deployments);
        assertThat(engine.getRuntimeService().getVariables(instance)).doesNotContainKey("note");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .active()
                        .count())
                .isEqualTo(1);
        assertThat(engine.getManagementService().createBatchQuery().count()).isZero();
    }

    @Test
    void departmentsSeeNoTaskNoCaseAndNoProcedure() {
        signIn("dept1");
        assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().count())
                .isZero();
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count())
                .isZero();
        refused(() -> engine.getTaskService().claim(task, "dept1"));

        signIn("reviewer1");
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .isEqualTo(1);
    }

    private static void refused(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(AuthorizationException.class);
    }

    private void signIn(String user) {
        engine.getIdentityService().clearAuthentication();
        var groups = engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(user, groups);
    }
}
