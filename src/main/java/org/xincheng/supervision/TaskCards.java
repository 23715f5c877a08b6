package org.xincheng.supervision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.cases.CaseRegister;
import org.xincheng.credit.cases.CaseSearch;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.subject.Subject;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;
import org.xincheng.law.TablesOfOneAnswer;
import org.xincheng.procedure.CasesOfTasks;

/** What Tasklist's lists show of a task's case. It is read from the store each time: the engine knows the case's number and no more. */
@Service
class TaskCards {

    private final CasesOfTasks tasks;
    private final CaseRegister register;
    private final RegimeTables tables;
    private final Texts texts;
    private final AuditLog audit;

    TaskCards(CasesOfTasks tasks, CaseRegister register, RegimeTables tables, Texts texts, AuditLog audit) {
        this.tasks = tasks;
        this.register = register;
        this.tables = tables;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * The case of one task; a person's name is masked.
     *
     * @param task the engine's id of the task
     * @param caseNumber number of its case
     * @param type what kind of case it is, e.g. 失信认定
     * @param subject whom it concerns
     * @param regime title of the regime
     */
    record Card(String task, String caseNumber, String type, String subject, String regime) {}

    /**
     * The cards of open tasks whose case may be seen; the reading of every natural person among them is logged, masked or not (DESIGN §6,
     * 14).
     */
    @Transactional
    List<Card> of(Collection<String> taskIds, Sight sight) {
        var numbers = tasks.numbers(Set.copyOf(taskIds));
        var found = register.numbered(numbers.values(), sight);
        found.stream()
                .map(CaseSearch.Row::subject)
                .filter(Subject::isPerson)
                .map(Subject::id)
                .distinct()
                .forEach(person ->
                        audit.read(sight.reader(), person, texts.of("cases.reading.tasks"), TaskCardApi.PATH));
        var rows = new TablesOfOneAnswer(tables);
        Map<String, CaseSearch.Row> byNumber =
                found.stream().collect(Collectors.toMap(row -> row.legalCase().number(), Function.identity()));
        return numbers.entrySet().stream()
                .filter(task -> byNumber.containsKey(task.getValue()))
                .map(task -> card(task.getKey(), byNumber.get(task.getValue()), rows))
                .toList();
    }

    private static Card card(String task, CaseSearch.Row row, TablesOfOneAnswer rows) {
        var legalCase = row.legalCase();
        return new Card(
                task,
                legalCase.number(),
                CaseType.of(legalCase).map(CaseType::zh).orElse(""),
                row.subject().displayName(),
                rows.regime(legalCase.regime()).map(Regime::title).orElse(legalCase.regime()));
    }
}
