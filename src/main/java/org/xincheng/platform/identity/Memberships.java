package org.xincheng.platform.identity;

import org.camunda.bpm.engine.IdentityService;
import org.xincheng.identity.StaffGroup;

/** Membership in groups, made once. */
public final class Memberships {

    private Memberships() {}

    /** Makes the user a member of the group unless it is one. */
    public static void join(IdentityService identities, String userId, StaffGroup group) {
        boolean member = identities
                        .createUserQuery()
                        .userId(userId)
                        .memberOfGroup(group.id())
                        .count()
                > 0;
        if (!member) {
            identities.createMembership(userId, group.id());
        }
    }
}
