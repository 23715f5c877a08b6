package org.xincheng.platform.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.identity.StaffGroup;
import org.xincheng.support.Browser;

/** Taking the system over by emptying the group of administrators (layer engine.setup). */
@AttackTest
class AdministratorAttackTest {

    private static final String ENGINE = "/engine/engine/default";
    private static final String REASON = "至少须有一名系统管理员";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Attacker attacker;

    @ParameterizedTest
    @ValueSource(strings = {"/group/camunda-admin/members/admin", "/user/admin", "/group/camunda-admin"})
    void theLastAdministratorCannotBeRemovedOverHttp(String path) {
        HttpResponse<String> answer = attacker.as("admin").engine("DELETE", ENGINE + path, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(REASON);
        assertThat(administrators()).isEqualTo(1);
    }

    @Test
    void norByTheApi() {
        var identities = engine.getIdentityService();

        assertThatThrownBy(() -> identities.deleteMembership("admin", "camunda-admin"))
                .hasMessageContaining(REASON);
        assertThatThrownBy(() -> identities.deleteUser("admin")).hasMessageContaining(REASON);
        assertThatThrownBy(() -> identities.deleteGroup("camunda-admin")).hasMessageContaining(REASON);
        assertThat(administrators()).isEqualTo(1);
    }

    @Test
    void theLastButOneCan() {
        Browser second = attacker.member("second", StaffGroup.ADMINISTRATOR);
        assertThat(administrators()).isEqualTo(2);

        assertThat(second.engine("DELETE", ENGINE + "/group/camunda-admin/members/second", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(administrators()).isEqualTo(1);
    }

    @Test
    void noOfficerMakesAnAdministrator() {
        Browser officer = attacker.as("officer1");
        String user = "{\"profile\":{\"id\":\"mallory\"},\"credentials\":{\"password\":\"Mallory-1234\"}}";

        assertThat(officer.engine("POST", "/admin/setup/default/user/create", user)
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.engine("POST", ENGINE + "/user/create", user).statusCode())
                .isEqualTo(403);
        assertThat(officer.engine("PUT", ENGINE + "/group/camunda-admin/members/officer1", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .userId("mallory")
                        .count())
                .isZero();
        assertThat(administrators()).isEqualTo(1);
    }

    private long administrators() {
        return engine.getIdentityService()
                .createUserQuery()
                .memberOfGroup("camunda-admin")
                .count();
    }
}
