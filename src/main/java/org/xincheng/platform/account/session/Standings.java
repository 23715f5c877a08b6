package org.xincheng.platform.account.session;

import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/** Asks the engine how an account stands at this moment. */
@Component
class Standings {

    private final IdentityService identities;

    Standings(IdentityService identities) {
        this.identities = identities;
    }

    /** Empty where there is no such user. */
    Optional<Standing> of(String userId) {
        User user = identities.createUserQuery().userId(userId).singleResult();
        if (user == null) {
            return Optional.empty();
        }
        return Optional.of(new Standing(
                ((UserEntity) user).getPassword(),
                identities.createGroupQuery().groupMember(userId).unlimitedList().stream()
                        .map(Group::getId)
                        .collect(Collectors.toUnmodifiableSet())));
    }
}
