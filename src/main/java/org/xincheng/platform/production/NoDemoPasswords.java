package org.xincheng.platform.production;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.xincheng.platform.demo.DemoAccounts;
import org.xincheng.platform.identity.PasswordCheck;
import org.xincheng.platform.start.StartRefused;

/** Outside demo and tests, no account may be opened with a password that this program's text gives away. */
@Component
@Profile("!demo & !test")
@DependsOn("identityBootstrap")
class NoDemoPasswords implements InitializingBean {

    private final IdentityService identities;
    private final PasswordCheck passwords;
    private final String adminId;

    NoDemoPasswords(
            IdentityService identities, PasswordCheck passwords, @Value("${xincheng.admin.id}") String adminId) {
        this.identities = identities;
        this.passwords = passwords;
        this.adminId = adminId;
    }

    @Override
    public void afterPropertiesSet() {
        List<String> reasons = DemoAccounts.idsAnd(adminId).stream()
                .map(id -> identities.createUserQuery().userId(id).singleResult())
                .filter(Objects::nonNull)
                .filter(this::opensWithDemoPassword)
                .map(User::getId)
                .map(id -> "The account " + id + " still has a password of the demo / 账号 " + id + " 仍在使用演示密码")
                .toList();
        if (!reasons.isEmpty()) {
            throw new StartRefused(reasons);
        }
    }

    /** Its own of the demo first: each look takes the time of a slow hash. */
    private boolean opensWithDemoPassword(User user) {
        return Stream.concat(DemoAccounts.passwordOf(user.getId()).stream(), DemoAccounts.passwords().stream())
                .distinct()
                .anyMatch(password -> passwords.matches(user, password));
    }
}
