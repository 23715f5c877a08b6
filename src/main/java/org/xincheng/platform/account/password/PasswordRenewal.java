package org.xincheng.platform.account.password;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.platform.account.SignInLog;

/** Keeps a password the present way when it is typed and an older one stands: only then is it known. */
@Component
public class PasswordRenewal {

    private final ProcessEngineConfigurationImpl engine;
    private final IdentityService identities;
    private final PasswordHash hash;
    private final PasswordStates states;
    private final SignInLog log;
    private final TransactionTemplate transaction;

    PasswordRenewal(
            ProcessEngine engine,
            PasswordHash hash,
            PasswordStates states,
            SignInLog log,
            TransactionTemplate transaction) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.identities = engine.getIdentityService();
        this.hash = hash;
        this.states = states;
        this.log = log;
        this.transaction = transaction;
    }

    /**
     * Replaces what is kept of the user's password, where it is not kept the present way. It stays the same password: its age goes on, and
     * the rules are not asked, which may be stricter by now and are asked after the sign-in.
     *
     * @param password that was just found to be right
     */
    public void renew(String userId, String password) {
        if (hash.isCurrent(user(userId).getPassword())) {
            return;
        }
        try {
            transaction.executeWithoutResult(own -> {
                UserEntity user = user(userId);
                String before = user.getPassword();
                user.setDbPassword(
                        engine.getPasswordManager().encrypt(EncryptionUtil.saltPassword(password, user.getSalt())));
                identities.saveUser(user);
                states.keptAnew(userId, before, user.getPassword());
                log.changed(userId, "passwordHash", userId, "renewed");
            });
        } catch (OptimisticLockingException sameMoment) {
            // Somebody else changed the account meanwhile, perhaps to renew it too; the next sign-in looks again.
            return;
        }
    }

    private UserEntity user(String userId) {
        return (UserEntity) identities.createUserQuery().userId(userId).singleResult();
    }
}
