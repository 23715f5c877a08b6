package org.xincheng.procedure.objection;

import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.objection.ComplaintAct.ComplaintGround;
import org.xincheng.credit.objection.ComplaintFiling;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.Choice;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Enters what is complained of. */
@Component
class RegisterComplaintForm implements TaskForm {

    private final CaseFacts cases;
    private final ComplaintFiling filing;

    RegisterComplaintForm(CaseFacts cases, ComplaintFiling filing) {
        this.cases = cases;
        this.filing = filing;
    }

    @Override
    public String taskKey() {
        return "userTask_registerComplaint";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.put(
                "groundOptions",
                Arrays.stream(ComplaintGround.values())
                        .map(ground -> new Choice(ground.zh(), ground.name()))
                        .toList());
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        filing.enter(
                task.caseId(),
                input.choice("ground", ComplaintGround.class),
                input.date("receivedOn"),
                input.text("text"),
                task.actor());
        return Map.of();
    }
}
