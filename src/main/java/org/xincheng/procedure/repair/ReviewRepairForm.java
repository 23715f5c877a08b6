package org.xincheng.procedure.repair;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.repair.RepairVerification;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** The credit office reviews an approved repair. */
@Component
class ReviewRepairForm implements TaskForm {

    private final CaseFacts cases;
    private final RepairVerification verification;

    ReviewRepairForm(CaseFacts cases, RepairVerification verification) {
        this.cases = cases;
        this.verification = verification;
    }

    @Override
    public String taskKey() {
        return "userTask_reviewRepair";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.ofApproval(task);
    }

    @Override
    public boolean asksForConsent() {
        return true;
    }

    @Override
    public Map<String, Object> consent(UUID caseId) {
        return Map.of("outcome", ReviewOutcome.PASS.name());
    }

    @Override
    public Optional<Refusal> refusalFor(UUID caseId, String assignee) {
        return verification.mayReview(caseId, assignee);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var passed = input.choice("outcome", ReviewOutcome.class).passed();
        verification.review(task.caseId(), passed, input.text("opinion"), task.actor());
        return Map.of("reviewPassed", passed);
    }
}
