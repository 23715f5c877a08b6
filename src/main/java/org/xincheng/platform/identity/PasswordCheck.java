package org.xincheng.platform.identity;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/**
 * Compares a password with the stored one without signing in: no failed attempt is counted, and a locked account is
 * checked all the same.
 */
@Component
public class PasswordCheck {

    private final ProcessEngineConfigurationImpl settings;
    private final IdentityService identities;

    PasswordCheck(ProcessEngine engine) {
        this.settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.identities = engine.getIdentityService();
    }

    /** Whether the password is the stored user's. */
    public boolean matches(User stored, String password) {
        UserEntity user = (UserEntity) stored;
        return settings.getPasswordManager()
                .check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword());
    }

    /** Whether the engine's rules for passwords, where they are switched on, accept the password for the user. */
    boolean obeysPolicy(User user, String password) {
        return !settings.isEnablePasswordPolicy()
                || identities.checkPasswordAgainstPolicy(password, user).isValid();
    }
}
