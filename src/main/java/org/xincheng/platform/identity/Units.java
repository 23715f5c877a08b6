package org.xincheng.platform.identity;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;

/**
 * The units (部门) people belong to. A unit is a group of the engine of the type {@value #TYPE}; its name is the department's, letter
 * by letter as documents and measures lists write it. A department that is written in several ways has several units.
 */
public final class Units {

    /** Type of the groups that are units. */
    public static final String TYPE = "UNIT";

    private Units() {}

    /** Makes the user a member of the unit, and the unit where it is missing. */
    public static void join(IdentityService identities, String userId, String unitId, String name) {
        Group unit = identities.createGroupQuery().groupId(unitId).singleResult();
        if (unit == null) {
            unit = identities.newGroup(unitId);
            unit.setType(TYPE);
            unit.setName(name);
            identities.saveGroup(unit);
        }
        if (identities.createUserQuery().userId(userId).memberOfGroup(unitId).count() == 0) {
            identities.createMembership(userId, unitId);
        }
    }
}
