package org.xincheng.procedure.term;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.term.RemovalOnApplication;
import org.xincheng.credit.term.Term;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.Markdown;
import org.xincheng.procedure.form.TaskForm;

/** Checks an application for removal: only a new act on record denies it. */
@Component
class CheckRemovalForm implements TaskForm {

    private final CaseFacts cases;
    private final RemovalOnApplication removals;

    CheckRemovalForm(CaseFacts cases, RemovalOnApplication removals) {
        this.cases = cases;
        this.removals = removals;
    }

    @Override
    public String taskKey() {
        return "userTask_checkRemoval";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        var term = (Term) cases.history(task);
        facts.put(
                "warning",
                removals.warning(term)
                        .map(warning -> "**注意** " + Markdown.plain(warning))
                        .orElse("申请在规定的申请窗口内提出。"));
        var newActs = removals.newActs(term);
        facts.put(
                "newActs",
                newActs.isEmpty()
                        ? "列入期间没有新的失信行为记录。"
                        : Markdown.list(
                                "列入期间新的失信行为记录",
                                newActs.stream().map(TermSummary::line).toList()));
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var noNewAct = input.choice("outcome", Outcome.class) == Outcome.REMOVE;
        removals.check(task.caseId(), noNewAct, input.text("findings"), task.actor());
        return Map.of();
    }

    private enum Outcome {
        REMOVE,
        DENY
    }
}
