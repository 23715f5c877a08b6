package org.xincheng.platform.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntry;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;
import org.springframework.util.StringUtils;
import org.xincheng.audit.AuditLog;

/**
 * Writes what signed-in users do with the engine to the audit log instead of the engine's own: in the same transaction, so that an act
 * that cannot be logged does not happen. The engine announces every changing command here; which ones a user can reach is in the
 * access table, and a test walks it.
 *
 * <p>An action is named {@code engine.<kind of thing>.<what was done>}, e.g. {@code engine.task.claim}. The object is the number of the case,
 * or else ids: never a name, a value of a variable or a text.
 */
final class AuditedOperations extends UserOperationLogManager {

    /** Properties that hold ids or kinds; everything else stays out of the log. */
    private static final Set<String> IDS = Set.of(
            "userId",
            "groupId",
            "tenantId",
            "filterId",
            "assignee",
            "owner",
            "delegation",
            "authorizationId",
            "resource",
            "resourceId",
            "permissions",
            "deploymentId",
            "jobId",
            "retries",
            "incidentId");

    private final AuditLog audit;

    private AuditedOperations(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public boolean isUserOperationLogEnabled() {
        return isUserAuthenticated() && isUserOperationLogEnabledOnCommandContext();
    }

    @Override
    protected void fireUserOperationLog(UserOperationLogContext operations) {
        String user = operations.getUserId() == null ? getAuthenticatedUserId() : operations.getUserId();
        for (UserOperationLogContextEntry entry : operations.getEntries()) {
            // What is decided by completing a task is logged by the store, under its own name.
            if (!UserOperationLogEntry.OPERATION_TYPE_COMPLETE.equals(entry.getOperationType())) {
                audit.command(user, action(entry), object(entry), "done");
            }
        }
    }

    private static String action(UserOperationLogContextEntry entry) {
        return "engine." + camelCase(entry.getEntityType()) + "." + camelCase(entry.getOperationType());
    }

    private static String object(UserOperationLogContextEntry entry) {
        return Stream.concat(
                        Stream.of(caseNumber(entry), deployment(entry), entry.getJobId()), changedIds(entry).stream())
                .filter(StringUtils::hasText)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String deployment(UserOperationLogContextEntry entry) {
        return EntityTypes.DEPLOYMENT.equals(entry.getEntityType()) ? entry.getDeploymentId() : null;
    }

    private static String caseNumber(UserOperationLogContextEntry entry) {
        ExecutionEntity instance = entry.getProcessInstanceId() == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(entry.getProcessInstanceId());
        return instance == null ? null : instance.getBusinessKey();
    }

    private static List<String> changedIds(UserOperationLogContextEntry entry) {
        return entry.getPropertyChanges() == null
                ? List.of()
                : entry.getPropertyChanges().stream()
                        .filter(change -> change.getPropertyName() != null && IDS.contains(change.getPropertyName()))
                        .map(AuditedOperations::changedId)
                        .toList();
    }

    private static String changedId(PropertyChange change) {
        Object value = change.getNewValue() == null ? change.getOrgValue() : change.getNewValue();
        return change.getPropertyName() + "=" + value;
    }

    /** {@code Group membership} becomes {@code groupMembership}. */
    private static String camelCase(String name) {
        return StringUtils.uncapitalize(
                Stream.of(name.split(" ")).map(StringUtils::capitalize).collect(Collectors.joining()));
    }

    /** Puts this log in the place of the engine's. */
    record Factory(Supplier<AuditLog> audit) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return UserOperationLogManager.class;
        }

        @Override
        public Session openSession() {
            return new AuditedOperations(audit.get());
        }
    }
}
