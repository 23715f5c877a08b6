package org.xincheng.platform.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's users and groups, of which the group of administrators never becomes empty: while it is empty, the engine offers
 * anybody its page for making a first administrator.
 */
final class LastAdministratorStays extends DbIdentityServiceProvider {

    private final JdbcClient jdbc;

    private LastAdministratorStays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        IdentityOperationResult result = super.deleteUser(userId);
        requireAnotherThan(userId);
        return result;
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        IdentityOperationResult result = super.deleteMembership(userId, groupId);
        if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
            requireAnotherThan(userId);
        }
        return result;
    }

    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        IdentityOperationResult result = super.deleteGroup(groupId);
        if (Groups.CAMUNDA_ADMIN.equals(groupId)) {
            throw lastOne();
        }
        return result;
    }

    /** Locks the memberships, so that two administrators cannot remove each other at the same moment. */
    private void requireAnotherThan(String userId) {
        List<String> members = jdbc.sql("select user_id_ from act_id_membership where group_id_ = ? for update")
                .param(Groups.CAMUNDA_ADMIN)
                .query(String.class)
                .list();
        if (members.equals(List.of(userId))) {
            throw lastOne();
        }
    }

    private static BadUserRequestException lastOne() {
        return new BadUserRequestException("The last administrator stays / 至少须有一名系统管理员，不得移除最后一名");
    }

    /** Puts this provider in the place of the engine's. */
    record Factory(Supplier<JdbcClient> jdbc) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return WritableIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new LastAdministratorStays(jdbc.get());
        }
    }
}
