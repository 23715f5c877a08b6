package org.xincheng.platform.identity;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;
import org.xincheng.identity.StaffGroup;

/**
 * What each group may do in the engine. All who decide or watch cases see the tasks of all procedures, so that they know where a
 * case stands; data officers and designers have no task and see none, departments not even the procedures. Who may work on a task is
 * decided by its candidates. Nobody but the administrator deploys, makes filters, or
 * enters Cockpit and Admin.
 */
@Component
class StaffRights {

    /** The procedures that case officers start by hand; the others are started by events. */
    private static final List<String> STARTED_BY_HAND = List.of(
            "listing-determination", "objection", "complaint", "credit-repair", "repair-revocation", "correction");

    /** Those who look on: they are given no work. */
    private static final Set<StaffGroup> ONLOOKERS = Set.of(StaffGroup.AUDITOR);

    /** Those who have nothing to do with cases in Tasklist: they see what procedures there are, and no task or history of one. */
    private static final Set<StaffGroup> OUTSIDERS =
            Set.of(StaffGroup.DATA_OFFICER, StaffGroup.IMPLEMENTING_DEPARTMENT, StaffGroup.DESIGNER);

    private final AuthorizationService authorizations;

    StaffRights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void grant() {
        for (StaffGroup group : StaffGroup.values()) {
            if (group == StaffGroup.ADMINISTRATOR) {
                grantEverything(group);
            } else {
                grantReading(group);
            }
        }
        for (String procedure : STARTED_BY_HAND) {
            grant(
                    StaffGroup.CASE_OFFICER,
                    Resources.PROCESS_DEFINITION,
                    procedure,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.CREATE_INSTANCE);
        }
        grant(StaffGroup.CASE_OFFICER, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    }

    private void grantEverything(StaffGroup group) {
        for (Resource resource : Resources.values()) {
            grant(group, resource, ANY, Permissions.ALL);
        }
    }

    private void grantReading(StaffGroup group) {
        grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(group, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grant(group, Resources.USER, ANY, Permissions.READ);
        grant(group, Resources.GROUP, ANY, Permissions.READ);
        grant(group, Resources.FILTER, ANY, Permissions.READ);
        if (group == StaffGroup.IMPLEMENTING_DEPARTMENT) {
            // No procedure gives departments work yet: they see neither its cases nor its tasks.
            revoke(group, Resources.PROCESS_DEFINITION);
        } else if (OUTSIDERS.contains(group)) {
            grant(group, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
        } else if (ONLOOKERS.contains(group)) {
            grant(group, Resources.PROCESS_DEFINITION, ANY, reading());
        } else {
            Permission[] working = {
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.TASK_WORK
            };
            grant(group, Resources.PROCESS_DEFINITION, ANY, working);
        }
    }

    private static Permission[] reading() {
        return new Permission[] {
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.READ_HISTORY
        };
    }

    private void revoke(StaffGroup group, Resource resource) {
        authorizations.createAuthorizationQuery().groupIdIn(group.id()).resourceType(resource).unlimitedList().stream()
                .map(Authorization::getId)
                .forEach(authorizations::deleteAuthorization);
    }

    /** Makes the group's grant on the resource exactly these permissions. */
    private void grant(StaffGroup group, Resource resource, String resourceId, Permission... permissions) {
        Authorization authorization = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group.id())
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            authorization.setGroupId(group.id());
            authorization.setResource(resource);
            authorization.setResourceId(resourceId);
        }
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
