package org.xincheng.platform.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class PasswordRulesTest {

    private final PasswordRules rules =
            new PasswordRules(new StaticListableBeanFactory().getBeanProvider(IdentityService.class));

    @ParameterizedTest
    @ValueSource(strings = {"Vale-of-9-rivers", "Kx7#mornings-at-sea", "Long-enough-7-Secret", "甲乙丙丁-Aa-7-戊己庚"})
    void acceptsWhatIsLongAndMixed(String password) {
        assertThat(rules.brokenBy(password, user())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ab-7ab-7x, PASSWORD_POLICY_LENGTH",
        "VALE-OF-9-RIVERS, PASSWORD_POLICY_LOWERCASE",
        "vale-of-9-rivers, PASSWORD_POLICY_UPPERCASE",
        "Vale-of-nine-rivers, PASSWORD_POLICY_DIGIT",
        "ValeOf9Rivers2Day, PASSWORD_POLICY_SPECIAL",
        "Vale-chenlian-9-rivers, PASSWORD_POLICY_USER_DATA",
        "Vale-CHENLIAN-9-rivers, PASSWORD_POLICY_USER_DATA"
    })
    void namesTheRuleThatIsBroken(String password, String rule) {
        assertThat(rules.brokenBy(password, user())).containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password123!",
                "P@ssw0rd2026!",
                "Admin@123456",
                "Xincheng@2026",
                "Qwerty!23456",
                "1qaz@WSX3edc",
                "Woaini5201314!",
                "Zhongguo#1949",
                "Aaaaaaaaa1!",
                "Administrator1!"
            })
    void refusesWhatEverybodyTriesFirst(String password) {
        assertThat(rules.brokenBy(password, user())).contains("PASSWORD_POLICY_KNOWN");
    }

    @Test
    void refusesWhatSignInWouldNotLookAt() {
        String longest = "Vale-of-9-rivers".repeat(12) + "Vale-of8";

        assertThat(longest).hasSize(200);
        assertThat(rules.brokenBy(longest, user())).isEmpty();
        assertThat(rules.brokenBy(longest + "x", user())).containsExactly("PASSWORD_POLICY_LONGEST");
    }

    private static UserEntity user() {
        UserEntity user = new UserEntity();
        user.setFirstName("chenlian");
        user.setLastName("陈");
        user.setEmail("office@xincheng.example");
        return user;
    }
}
