package org.xincheng.platform.account.password;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyDigitRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLowerCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicySpecialCharacterRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUpperCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The rules for passwords, given to the engine, so that they are the same on our page, in Admin and over REST: ten characters with upper
 * and lower case, digit and sign (GB/T 22239-2019 8.1.4.1 a); twelve for administrators; nothing of the user's own; nothing that everybody
 * tries first.
 */
@Component
public class PasswordRules implements PasswordPolicy {

    /** The shortest password. */
    public static final int SHORTEST = 10;

    private final List<PasswordPolicyRule> rules;

    /** The identity service exists only once the engine does, which itself wants these rules. */
    PasswordRules(ObjectProvider<IdentityService> identities) {
        this.rules = List.of(
                new PasswordPolicyLengthRuleImpl(SHORTEST),
                new PasswordPolicyLowerCaseRuleImpl(1),
                new PasswordPolicyUpperCaseRuleImpl(1),
                new PasswordPolicyDigitRuleImpl(1),
                new PasswordPolicySpecialCharacterRuleImpl(1),
                new PasswordPolicyUserDataRuleImpl(),
                new AdministratorLength(identities),
                new NotKnownBad(),
                new LongestPassword());
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return rules;
    }

    /** The rules that a password of the user's would break, by the names by which the engine and our messages call them. */
    public List<String> brokenBy(String password, User user) {
        return rules.stream()
                .filter(rule -> !rule.execute(password, user))
                .map(PasswordPolicyRule::getPlaceholder)
                .toList();
    }
}
