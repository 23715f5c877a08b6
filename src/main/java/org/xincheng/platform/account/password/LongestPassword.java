package org.xincheng.platform.account.password;

import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;

/** A bound for what sign-in looks at, far above what anybody types. */
public final class LongestPassword implements PasswordPolicyRule {

    /** Characters. */
    public static final int LONGEST = 200;

    LongestPassword() {}

    @Override
    public String getPlaceholder() {
        return "PASSWORD_POLICY_LONGEST";
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of("maxLength", String.valueOf(LONGEST));
    }

    @Override
    public boolean execute(String password) {
        return password.length() <= LONGEST;
    }
}
