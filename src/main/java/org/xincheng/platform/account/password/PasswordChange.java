package org.xincheng.platform.account.password;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.platform.account.SignInLog;

/** Changes a user's own password. */
@Component
public class PasswordChange {

    private final IdentityService identities;
    private final PasswordRules rules;
    private final PasswordStates states;
    private final SignInLog log;
    private final String adminId;

    PasswordChange(
            IdentityService identities,
            PasswordRules rules,
            PasswordStates states,
            SignInLog log,
            @Value("${xincheng.admin.id}") String adminId) {
        this.identities = identities;
        this.rules = rules;
        this.states = states;
        this.log = log;
        this.adminId = adminId;
    }

    /** Whether the password is the one of the environment, which holds again after every start and is changed there. */
    public boolean isSetByEnvironment(String userId) {
        return adminId.equals(userId);
    }

    /** The rules that the password would break, by name; they hold on our page in every profile, the demo's too. */
    public List<String> brokenBy(String userId, String password) {
        return rules.brokenBy(password, user(userId));
    }

    /**
     * Sets it.
     *
     * @throws IllegalArgumentException where it breaks a rule or is the environment's to set
     */
    @Transactional
    public void change(String userId, String password) {
        if (isSetByEnvironment(userId) || !brokenBy(userId, password).isEmpty()) {
            throw new IllegalArgumentException("not a password that " + userId + " may set");
        }
        User user = user(userId);
        user.setPassword(password);
        identities.saveUser(user);
        states.seen(user(userId), true);
        log.changed(userId, "password", userId, "changed");
    }

    private User user(String userId) {
        return identities.createUserQuery().userId(userId).singleResult();
    }
}
