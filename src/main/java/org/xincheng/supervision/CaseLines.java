package org.xincheng.supervision;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.cases.CaseRegister;
import org.xincheng.credit.cases.CaseSearch;
import org.xincheng.credit.cases.CaseSteps;
import org.xincheng.credit.cases.Cases;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.subject.Subject;
import org.xincheng.law.LegalTime;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.TablesOfOneAnswer;
import org.xincheng.platform.web.ChineseDates;

/** The case list: one page of cases with what comes next in each. */
@Service
class CaseLines {

    private final CaseRegister register;
    private final Cases cases;
    private final ListingViews listings;
    private final CaseSteps steps;
    private final RegimeTables tables;
    private final Texts texts;
    private final AuditLog audit;

    CaseLines(
            CaseRegister register,
            Cases cases,
            ListingViews listings,
            CaseSteps steps,
            RegimeTables tables,
            Texts texts,
            AuditLog audit) {
        this.register = register;
        this.cases = cases;
        this.listings = listings;
        this.steps = steps;
        this.tables = tables;
        this.texts = texts;
        this.audit = audit;
    }

    /** A page of lines. */
    record Lines(CaseSearch.Page found, List<Line> lines) {}

    /**
     * A case as the list shows it; a person's data is masked.
     *
     * @param next the step whose date comes next, or null
     */
    record Line(
            String number,
            String type,
            String subject,
            String identifier,
            String regime,
            String level,
            CaseSearch.State state,
            String outcome,
            String openedOn,
            Next next) {}

    /** What comes next: a step, its last day, and what is to be said of it. */
    record Next(String step, String due, boolean late, boolean provisional) {

        static Next of(CaseSteps.Step step) {
            return new Next(
                    step.deadline().rule().stepZh(),
                    ChineseDates.day(step.deadline().due()),
                    step.late(),
                    step.deadline().provisional());
        }
    }

    /** Searches, and logs the reading of every natural person that is found, masked or not (DESIGN §6, 14). */
    @Transactional
    Lines search(CaseSearch search, Sight sight) {
        var found = register.search(search, sight);
        found.rows().stream()
                .map(CaseSearch.Row::subject)
                .filter(Subject::isPerson)
                .map(Subject::id)
                .distinct()
                .forEach(person -> audit.read(sight.reader(), person, texts.of("cases.reading.list"), "/cases"));
        var rows = new TablesOfOneAnswer(tables);
        return new Lines(
                found, found.rows().stream().map(row -> line(row, rows)).toList());
    }

    private Line line(CaseSearch.Row row, RegimeTables rows) {
        var legalCase = row.legalCase();
        var history = cases.read(legalCase);
        return new Line(
                legalCase.number(),
                CaseType.of(legalCase).map(CaseType::zh).orElse(""),
                row.subject().displayName(),
                row.subject().displayIdentifier(),
                rows.regime(legalCase.regime()).map(Regime::title).orElse(legalCase.regime()),
                listings.levelName(history, listings.of(history), rows),
                row.state(),
                history.ending().orElse(""),
                ChineseDates.day(LegalTime.dateOf(legalCase.openedAt())),
                steps.next(history).map(Next::of).orElse(null));
    }
}
