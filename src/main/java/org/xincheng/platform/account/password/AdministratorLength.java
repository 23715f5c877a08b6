package org.xincheng.platform.account.password;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.ObjectProvider;
import org.xincheng.identity.StaffGroup;

/** Whoever administers the system needs a longer password. */
final class AdministratorLength implements PasswordPolicyRule {

    static final int SHORTEST = 12;

    private final ObjectProvider<IdentityService> identities;

    AdministratorLength(ObjectProvider<IdentityService> identities) {
        this.identities = identities;
    }

    @Override
    public String getPlaceholder() {
        return "PASSWORD_POLICY_ADMINISTRATOR";
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of("minLength", String.valueOf(SHORTEST));
    }

    /** Without a user there is nobody who could be an administrator. */
    @Override
    public boolean execute(String password) {
        return true;
    }

    @Override
    public boolean execute(String password, User user) {
        return password.length() >= SHORTEST || user == null || user.getId() == null || !isAdministrator(user.getId());
    }

    private boolean isAdministrator(String userId) {
        return identities
                        .getObject()
                        .createUserQuery()
                        .userId(userId)
                        .memberOfGroup(StaffGroup.ADMINISTRATOR.id())
                        .count()
                > 0;
    }
}
