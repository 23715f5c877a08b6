package org.xincheng.platform.account;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.password.PasswordHash;
import org.xincheng.platform.account.password.PasswordRules;

/**
 * The engine's own part in sign-in. After the n-th failure in a row an account is locked for 2^(n-1) seconds, never for more than ten
 * minutes, and never for good: the engine's own end, a lock that only an administrator opens, would let anybody shut anybody out.
 */
@Component
public class SignInEngineSettings extends AbstractProcessEnginePlugin {

    /** Seconds an account is locked after the first failure. */
    public static final int FIRST_DELAY = 1;

    /** By what the delay grows with each further failure. */
    public static final int GROWTH = 2;

    /** Seconds an account is locked at most. */
    public static final int LONGEST_DELAY = 600;

    private final PasswordRules rules;
    private final PasswordHash hash;

    SignInEngineSettings(PasswordRules rules, PasswordHash hash) {
        this.rules = rules;
        this.hash = hash;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(FIRST_DELAY);
        engine.setLoginDelayFactor(GROWTH);
        engine.setLoginDelayMaxTime(LONGEST_DELAY);
        engine.setPasswordPolicy(rules);
        engine.setPasswordEncryptor(hash);
    }
}
