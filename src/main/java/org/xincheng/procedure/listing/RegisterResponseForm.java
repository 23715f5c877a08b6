package org.xincheng.procedure.listing;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.determination.Act.StatementKind;
import org.xincheng.credit.determination.BeingHeard;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Registers what the subject said inside the window: a statement, a hearing request, or a waiver. */
@Component
class RegisterResponseForm implements TaskForm {

    private final CaseFacts cases;
    private final BeingHeard beingHeard;

    RegisterResponseForm(CaseFacts cases, BeingHeard beingHeard) {
        this.cases = cases;
        this.beingHeard = beingHeard;
    }

    @Override
    public String taskKey() {
        return "userTask_registerResponse";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var kind = input.choice("kind", StatementKind.class);
        beingHeard.receive(task.caseId(), kind, input.date("receivedOn"), input.text("text"), task.actor());
        return Map.of("rightsWaived", kind == StatementKind.WAIVER);
    }
}
