package org.xincheng.procedure.term;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.term.Term;
import org.xincheng.credit.term.UpgradeOnNewAct;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.Choice;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.Markdown;
import org.xincheng.procedure.form.TaskForm;
import org.xincheng.procedure.listing.ListingProcedure;

/** Answers a new act during a term: a new determination on its record, or the reason for none. */
@Component
class ConsiderUpgradeForm implements TaskForm {

    private final CaseFacts cases;
    private final UpgradeOnNewAct upgrades;
    private final ListingProcedure determinations;

    ConsiderUpgradeForm(CaseFacts cases, UpgradeOnNewAct upgrades, ListingProcedure determinations) {
        this.cases = cases;
        this.upgrades = upgrades;
        this.determinations = determinations;
    }

    @Override
    public String taskKey() {
        return "userTask_considerUpgrade";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        var waiting = upgrades.waiting((Term) cases.history(task));
        facts.put(
                "newActs",
                Markdown.list(
                        "列入期间新的失信行为记录", waiting.stream().map(TermSummary::line).toList()));
        facts.put(
                "recordOptions",
                waiting.stream()
                        .map(record -> new Choice(record.number(), record.number()))
                        .toList());
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        if (input.choice("outcome", Outcome.class) == Outcome.DETERMINE) {
            var number = input.text("recordNumber").strip();
            var waiting = upgrades.waiting((Term) cases.history(task));
            if (waiting.stream().map(Record::number).noneMatch(number::equals)) {
                throw new BadInputException("recordNumber", "请选择一条新的失信行为记录", "not a record that waits");
            }
            upgrades.opened(
                    task.caseId(), determinations.start(number, task.actor().user()), task.actor());
        } else {
            upgrades.decline(task.caseId(), input.text("reason"), task.actor());
        }
        return Map.of();
    }

    private enum Outcome {
        DETERMINE,
        DECLINE
    }
}
