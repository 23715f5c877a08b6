package org.xincheng.platform.engine;

import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;

/**
 * Keeps Tasklist's filters to a few known expressions: who is signed in, and what time it is. A filter with any other
 * expression is neither stored nor run, whoever asks and in whichever part of the query it hides.
 *
 * <p>The engine's own switch knows only all or nothing, and without an expression there is no list of one's own tasks that
 * all staff can share.
 */
public final class StoredFilters extends FilterManager {

    /** The signed-in user. */
    public static final String CURRENT_USER = "${currentUser()}";

    /** The groups of the signed-in user. */
    public static final String CURRENT_GROUPS = "${currentUserGroups()}";

    /** The instant of asking. */
    public static final String NOW = "${now()}";

    /** The beginning of today, Asia/Shanghai. */
    public static final String TODAY = "${dateTime().withTimeAtStartOfDay()}";

    /** The end of today, Asia/Shanghai. */
    public static final String TOMORROW = "${dateTime().withTimeAtStartOfDay().plusDays(1)}";

    /** The end of this week's Sunday, Asia/Shanghai. */
    public static final String NEXT_MONDAY = "${dateTime().withTimeAtStartOfDay().withDayOfWeek(1).plusWeeks(1)}";

    private static final Set<String> ALLOWED = Set.of(CURRENT_USER, CURRENT_GROUPS, NOW, TODAY, TOMORROW, NEXT_MONDAY);

    @Override
    public Filter insertOrUpdateFilter(Filter filter) {
        requireAllowed(filter);
        return super.insertOrUpdateFilter(filter);
    }

    @Override
    protected FilterEntity findFilterByIdInternal(String filterId) {
        FilterEntity filter = super.findFilterByIdInternal(filterId);
        if (filter != null) {
            requireAllowed(filter);
        }
        return filter;
    }

    private static void requireAllowed(Filter filter) {
        AbstractQuery<?, ?> query = filter.getQuery();
        QueryGuard.expressions(query)
                .filter(expression -> !ALLOWED.contains(expression))
                .findFirst()
                .ifPresent(expression -> {
                    throw new BadUserRequestException(
                            "A filter may not hold this expression / 筛选器不得使用该表达式: " + expression);
                });
    }

    /** Puts this manager in the place of the engine's. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return FilterManager.class;
        }

        @Override
        public Session openSession() {
            return new StoredFilters();
        }
    }
}
