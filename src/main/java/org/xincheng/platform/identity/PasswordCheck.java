package org.xincheng.platform.identity;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/**
 * Compares a password with the stored one without signing in: no failed attempt is counted, and a locked account is
 * checked all the same.
 */
@Component
public class PasswordCheck {

    private final PasswordManager passwords;

    PasswordCheck(ProcessEngine engine) {
        this.passwords = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getPasswordManager();
    }

    /** Whether the password is the stored user's. */
    public boolean matches(User stored, String password) {
        UserEntity user = (UserEntity) stored;
        return passwords.check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword());
    }
}
