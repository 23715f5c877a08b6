package org.xincheng.platform.demo;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.identity.StaffGroup;
import org.xincheng.platform.identity.Memberships;
import org.xincheng.platform.identity.Units;

/** Makes the sample accounts at start. An account that exists keeps the password it has. */
@Component("demoUsers")
@Profile({"demo", "test"})
@DependsOn("identityBootstrap")
class DemoUsers implements InitializingBean {

    private final IdentityService identities;
    private final TransactionTemplate transaction;

    DemoUsers(IdentityService identities, TransactionTemplate transaction) {
        this.identities = identities;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(started -> DemoAccounts.all().stream()
                .filter(account -> account.group() != StaffGroup.ADMINISTRATOR)
                .forEach(this::keep));
    }

    private void keep(DemoAccounts.Account account) {
        if (identities.createUserQuery().userId(account.id()).count() == 0) {
            User user = identities.newUser(account.id());
            user.setFirstName(account.name());
            user.setLastName("（样例）");
            user.setEmail(account.email());
            user.setPassword(account.password());
            identities.saveUser(user);
        }
        Memberships.join(identities, account.id(), account.group());
        account.units().forEach(unit -> Units.join(identities, account.id(), unit.id(), unit.name()));
    }
}
