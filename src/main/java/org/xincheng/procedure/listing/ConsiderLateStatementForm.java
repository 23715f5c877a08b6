package org.xincheng.procedure.listing;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.determination.Act.Consideration;
import org.xincheng.credit.determination.BeingHeard;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Answers a statement that came after the window; what it changes is for the approving principal to see. */
@Component
class ConsiderLateStatementForm implements TaskForm {

    private final CaseFacts cases;
    private final BeingHeard beingHeard;

    ConsiderLateStatementForm(CaseFacts cases, BeingHeard beingHeard) {
        this.cases = cases;
        this.beingHeard = beingHeard;
    }

    @Override
    public String taskKey() {
        return "userTask_considerLateStatement";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var outcome = input.choice("outcome", Consideration.class);
        beingHeard.considerLate(task.caseId(), outcome, input.text("reasons"), task.actor());
        return Map.of();
    }
}
