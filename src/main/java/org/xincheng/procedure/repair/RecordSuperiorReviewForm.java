package org.xincheng.procedure.repair;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.repair.RepairVerification;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Records what the superior authority said of an approved repair. */
@Component
class RecordSuperiorReviewForm implements TaskForm {

    private final CaseFacts cases;
    private final RepairVerification verification;

    RecordSuperiorReviewForm(CaseFacts cases, RepairVerification verification) {
        this.cases = cases;
        this.verification = verification;
    }

    @Override
    public String taskKey() {
        return "userTask_recordSuperiorReview";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var passed = input.choice("outcome", ReviewOutcome.class).passed();
        verification.recordSuperior(
                task.caseId(),
                passed,
                input.text("authority"),
                input.text("documentNumber"),
                input.date("reviewedOn"),
                input.text("opinion"),
                task.actor());
        return Map.of("reviewPassed", passed);
    }
}
