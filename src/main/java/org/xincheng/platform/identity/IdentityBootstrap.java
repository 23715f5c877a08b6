package org.xincheng.platform.identity;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;
import org.xincheng.identity.StaffGroup;
import org.xincheng.platform.start.StartRefused;

/**
 * Sees to it, at every start and in every profile, that the groups, their rights, the shared filters and the
 * administrator exist. What is there already is left as it is, or brought to what this version means.
 */
@Component("identityBootstrap")
class IdentityBootstrap implements InitializingBean {

    private final IdentityService identities;
    private final StaffRights rights;
    private final SharedFilters filters;
    private final PasswordCheck passwords;
    private final TransactionTemplate transaction;
    private final String adminId;
    private final String adminPassword;

    IdentityBootstrap(
            IdentityService identities,
            StaffRights rights,
            SharedFilters filters,
            PasswordCheck passwords,
            TransactionTemplate transaction,
            @Value("${xincheng.admin.id}") String adminId,
            @Value("${xincheng.admin.password}") String adminPassword) {
        this.identities = identities;
        this.rights = rights;
        this.filters = filters;
        this.passwords = passwords;
        this.transaction = transaction;
        this.adminId = adminId;
        this.adminPassword = adminPassword;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(started -> {
            for (StaffGroup group : StaffGroup.values()) {
                keepGroup(group);
            }
            rights.grant();
            filters.keep();
            keepAdministrator();
        });
    }

    private void keepGroup(StaffGroup staffGroup) {
        Group group = identities.createGroupQuery().groupId(staffGroup.id()).singleResult();
        if (group == null) {
            group = identities.newGroup(staffGroup.id());
            group.setType(staffGroup == StaffGroup.ADMINISTRATOR ? "SYSTEM" : "WORKFLOW");
        } else if (staffGroup.nameZh().equals(group.getName())) {
            return;
        }
        group.setName(staffGroup.nameZh());
        identities.saveGroup(group);
    }

    /** The password of the configuration is the one that holds: changing it there changes it here. */
    private void keepAdministrator() {
        User admin = identities.createUserQuery().userId(adminId).singleResult();
        if (admin == null) {
            admin = identities.newUser(adminId);
            admin.setFirstName(StaffGroup.ADMINISTRATOR.nameZh());
            // Camunda's pages write both names, and "null" for one that is missing.
            admin.setLastName("");
            setPassword(admin);
        } else if (!passwords.matches(admin, adminPassword)) {
            setPassword(admin);
        } else if (admin.getLastName() == null) {
            admin.setLastName("");
            identities.saveUser(admin);
        }
        Memberships.join(identities, adminId, StaffGroup.ADMINISTRATOR);
    }

    private void setPassword(User admin) {
        if (!StringUtils.hasText(adminPassword) || !passwords.obeysPolicy(admin, adminPassword)) {
            throw new StartRefused(
                    List.of("XINCHENG_ADMIN_PASSWORD is too simple: at least 12 characters with upper and "
                            + "lower case, a digit and a sign, and not the user's name / 系统管理员密码过于简单：至少12位，"
                            + "含大小写字母、数字和符号，且不含账号名"));
        }
        admin.setPassword(adminPassword);
        identities.saveUser(admin);
    }
}
