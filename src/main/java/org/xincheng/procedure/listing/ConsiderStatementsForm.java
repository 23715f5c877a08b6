package org.xincheng.procedure.listing;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.determination.Act.Consideration;
import org.xincheng.credit.determination.BeingHeard;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Answers what the subject said, with reasons. */
@Component
class ConsiderStatementsForm implements TaskForm {

    private final CaseFacts cases;
    private final Determinations determinations;
    private final BeingHeard beingHeard;

    ConsiderStatementsForm(CaseFacts cases, Determinations determinations, BeingHeard beingHeard) {
        this.cases = cases;
        this.determinations = determinations;
        this.beingHeard = beingHeard;
    }

    @Override
    public String taskKey() {
        return "userTask_considerStatements";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var outcome = input.choice("outcome", Consideration.class);
        beingHeard.consider(task.caseId(), outcome, input.text("reasons"), task.actor());
        return Map.of(
                "considerationOutcome",
                outcome.name(),
                "hearingHeld",
                determinations.load(task.caseId()).hearingHeld());
    }
}
