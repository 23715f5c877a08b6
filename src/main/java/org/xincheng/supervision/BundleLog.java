package org.xincheng.supervision;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xincheng.audit.AuditTrail;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.identity.UserDirectory;
import org.xincheng.supervision.audit.ActionNames;
import org.xincheng.supervision.audit.LogLine;

/**
 * What the audit log says of a case, for its bundle. What was done on the case is shown to whoever may read it: the file tells the same. Who looked at it, and
 * whose attempts were refused, is the auditors' to know.
 */
@Component
class BundleLog {

    /** More would make the sheet unreadable; the log itself can be exported. */
    private static final int MOST = 1_000;

    private static final Set<String> REFUSED_READINGS = Set.of("case.read", "subject.readRefused");

    private final AuditTrail trail;
    private final ActionNames names;
    private final UserDirectory users;

    BundleLog(AuditTrail trail, ActionNames names, UserDirectory users) {
        this.trail = trail;
        this.names = names;
        this.users = users;
    }

    /**
     * Lines of the log.
     *
     * @param cut whether there are more than are shown
     */
    record Lines(List<Line> lines, boolean cut) {}

    /** A row of the log and what its action is called; a reading's way stands for itself. */
    record Line(LogLine row, String act) {}

    /** What was done on the case, its letters and its files; attempts to read that were refused only for auditors. */
    Lines commands(Set<String> objects, boolean auditor) {
        var rows = trail.onObjects(objects, MOST + 1);
        return lines(
                rows.stream()
                        .filter(row -> auditor
                                || !REFUSED_READINGS.contains(row.entry().action()))
                        .toList(),
                rows.size() > MOST);
    }

    /** Who read in the case. */
    Lines readings(LegalCase legalCase) {
        var rows = trail.readingsInCase(legalCase.subjectId(), legalCase.number(), MOST + 1);
        return lines(rows, rows.size() > MOST);
    }

    private Lines lines(List<AuditTrail.Row> rows, boolean cut) {
        return new Lines(
                rows.stream()
                        .limit(MOST)
                        .map(row -> LogLine.of(row, users))
                        .map(line -> new Line(line, line.action().isEmpty() ? line.way() : name(line.action())))
                        .toList(),
                cut);
    }

    private String name(String action) {
        var name = names.of(action);
        return name.isEmpty() ? action : name;
    }
}
