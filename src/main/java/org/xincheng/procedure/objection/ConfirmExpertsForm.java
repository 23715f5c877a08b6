package org.xincheng.procedure.objection;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.expert.Expert;
import org.xincheng.credit.expert.Experts;
import org.xincheng.credit.objection.Complaints;
import org.xincheng.credit.objection.ExpertPanel;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.Choice;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Settles the panel of experts: one steps aside and the next of the lot follows, or nobody does. */
@Component
class ConfirmExpertsForm implements TaskForm {

    private final CaseFacts cases;
    private final Complaints complaints;
    private final Experts experts;
    private final ExpertPanel panel;

    ConfirmExpertsForm(CaseFacts cases, Complaints complaints, Experts experts, ExpertPanel panel) {
        this.cases = cases;
        this.complaints = complaints;
        this.experts = experts;
        this.panel = panel;
    }

    @Override
    public String taskKey() {
        return "userTask_confirmExperts";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.put(
                "expertOptions",
                complaints.load(task.caseId()).experts().stream()
                        .map(number -> new Choice(
                                experts.byNumber(number)
                                        .map(ConfirmExpertsForm::line)
                                        .orElse(number),
                                number))
                        .toList());
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var settled = input.choice("outcome", Outcome.class) == Outcome.CONFIRM;
        if (settled) {
            panel.confirm(task.caseId(), task.actor());
        } else {
            panel.recuse(task.caseId(), input.text("recused").strip(), input.text("reason"), task.actor());
        }
        return Map.of("expertsSettled", settled);
    }

    private static String line(Expert expert) {
        return expert.number() + " " + expert.name() + "（" + expert.unit() + "，" + expert.field() + "）";
    }

    private enum Outcome {
        CONFIRM,
        RECUSE
    }
}
