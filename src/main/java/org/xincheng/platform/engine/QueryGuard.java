package org.xincheng.platform.engine;

import java.lang.reflect.Field;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.util.ReflectionUtils;

/**
 * Looks at every command before it runs: a query with an expression in any part of it is refused, whoever asks and by whichever way; so
 * is a search added to a stored filter. Filters are made by administrators only; what they may hold is for {@link StoredFilters}.
 *
 * <p>The engine's own switch misses expressions inside {@code or()}, and what is added to a stored filter.
 */
final class QueryGuard extends CommandInterceptor {

    /** The engine lets nobody read it. */
    private static final Field ADDED_SEARCH =
            Objects.requireNonNull(ReflectionUtils.findField(AbstractExecuteFilterCmd.class, "extendingQuery"));

    static {
        ReflectionUtils.makeAccessible(ADDED_SEARCH);
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            refuseExpressions(query);
        } else if (command instanceof AbstractExecuteFilterCmd) {
            if (ReflectionUtils.getField(ADDED_SEARCH, command) instanceof AbstractQuery<?, ?> search) {
                refuseExpressions(search);
            }
        } else if (command instanceof SaveFilterCmd || command instanceof DeleteFilterCmd) {
            requireAdministrator();
        }
        return next.execute(command);
    }

    private static void refuseExpressions(AbstractQuery<?, ?> query) {
        expressions(query).findFirst().ifPresent(expression -> {
            throw new BadUserRequestException("A query may not hold an expression / 查询不得使用表达式: " + expression);
        });
    }

    /** All expressions of a query, those of its {@code or()} parts among them. */
    static Stream<String> expressions(AbstractQuery<?, ?> query) {
        Stream<String> own = query.getExpressions().values().stream();
        // The parts of a query made by the API hold the same list of parts as the query itself.
        return query instanceof TaskQueryImpl tasks
                ? Stream.concat(
                        own, tasks.getQueries().stream().flatMap(part -> part.getExpressions().values().stream()))
                : own;
    }

    private static void requireAdministrator() {
        Authentication user = Context.getCommandContext().getAuthentication();
        boolean another = user != null
                && user.getUserId() != null
                && Context.getCommandContext().isAuthorizationCheckEnabled()
                && (user.getGroupIds() == null || !user.getGroupIds().contains(Groups.CAMUNDA_ADMIN));
        if (another) {
            throw new AuthorizationException("Filters are made by administrators / 筛选器由系统管理员维护");
        }
    }
}
