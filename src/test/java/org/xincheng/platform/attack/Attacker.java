package org.xincheng.platform.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.xincheng.identity.StaffGroup;
import org.xincheng.support.Browser;

/** Signs in over HTTP, deploys hostile models by the engine's API, and clears up behind itself. */
@Lazy
final class Attacker {

    private final ProcessEngine engine;
    private final Environment environment;
    private final List<String> deployments = new ArrayList<>();
    private final List<String> users = new ArrayList<>();

    Attacker(ProcessEngine engine, Environment environment) {
        this.engine = engine;
        this.environment = environment;
    }

    /** A browser signed in as a sample account. */
    Browser as(String userId) {
        return signIn(userId, userId.equals("admin") ? "admin-test-secret" : userId + "-demo");
    }

    /** A new account in these groups, signed in. */
    Browser member(String userId, StaffGroup... groups) {
        User user = engine.getIdentityService().newUser(userId);
        user.setFirstName("样例");
        user.setPassword(userId + "-Secret1!");
        engine.getIdentityService().saveUser(user);
        users.add(userId);
        Stream.of(groups).forEach(group -> engine.getIdentityService().createMembership(userId, group.id()));
        return signIn(userId, userId + "-Secret1!");
    }

    private Browser signIn(String userId, String password) {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        return new Browser(port).signIn(userId, password);
    }

    /** Deploys one file of this content. */
    void deploy(String name, String content) {
        deployments.add(engine.getRepositoryService()
                .createDeployment()
                .addString(name, content)
                .deploy()
                .getId());
    }

    /** Deploys a process of a start and these elements, which a flow from the start leads to, and runs it. */
    String run(String elements, Map<String, Object> variables) {
        deploy("attack.bpmn", process(elements));
        return engine.getRuntimeService()
                .startProcessInstanceByKey("attack", variables)
                .getId();
    }

    static String process(String elements) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                  <bpmn:process id="attack" isExecutable="true">
                    <bpmn:startEvent id="start"/>
                    <bpmn:sequenceFlow id="toAttack" sourceRef="start" targetRef="attacked"/>
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(elements);
    }

    void cleanUp() {
        List<String> made = List.copyOf(deployments);
        List<String> joined = List.copyOf(users);
        // What cannot be removed after one test must not trouble the next.
        deployments.clear();
        users.clear();
        joined.forEach(id -> engine.getIdentityService().deleteUser(id));
        made.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }
}
