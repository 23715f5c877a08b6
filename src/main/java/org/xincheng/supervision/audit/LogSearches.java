package org.xincheng.supervision.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.audit.AuditTrail;
import org.xincheng.audit.LogFilter;
import org.xincheng.credit.cases.ObjectNumbers;
import org.xincheng.identity.UserDirectory;

/** Searches of the log. Whoever searches is logged too, once per search and not for turning its pages. */
@Service
class LogSearches {

    private static final int PAGE = 50;

    private final AuditTrail trail;
    private final AuditLog audit;
    private final ObjectNumbers numbers;
    private final UserDirectory users;

    LogSearches(AuditTrail trail, AuditLog audit, ObjectNumbers numbers, UserDirectory users) {
        this.trail = trail;
        this.audit = audit;
        this.numbers = numbers;
        this.users = users;
    }

    /**
     * A page of what was found.
     *
     * @param next where the next page begins, or null on the last
     */
    record Found(List<LogLine> lines, String next) {}

    /**
     * Searches.
     *
     * @param after where the page before ended; empty for the first
     * @throws org.xincheng.credit.BadInputException where the form cannot be used
     */
    @Transactional
    public Found search(LogForm form, Optional<AuditTrail.Position> after, String auditor) {
        LogFilter filter = form.filter(numbers);
        List<AuditTrail.Row> rows = trail.page(filter, after, PAGE + 1);
        // After looking: this row has no link before the commit, and would be shown as one that came in past the chain.
        if (after.isEmpty()) {
            log(form, filter, auditor);
        }
        boolean more = rows.size() > PAGE;
        List<AuditTrail.Row> shown = more ? rows.subList(0, PAGE) : rows;
        return new Found(
                shown.stream().map(row -> LogLine.of(row, users)).toList(),
                more ? shown.get(PAGE - 1).position().toString() : null);
    }

    /** The names and actions that are in the log, for the form to suggest. */
    @Transactional(readOnly = true)
    public Suggestions suggestions() {
        return new Suggestions(
                trail.actors().stream()
                        .map(id -> new Suggestion(id, users.displayName(id)))
                        .toList(),
                trail.actions());
    }

    /** What the form suggests. */
    record Suggestions(List<Suggestion> actors, List<String> actions) {}

    /** A user id with the name for screens. */
    record Suggestion(String id, String name) {}

    /** Looking for one subject tells who read that subject's data; it is a reading itself. */
    private void log(LogForm form, LogFilter filter, String auditor) {
        if (filter.subject() != null) {
            audit.read(auditor, filter.subject().id(), "审计查询 " + form.summary(), "/audit");
        } else {
            audit.command(auditor, "audit.search", form.summary(), "shown");
        }
    }
}
