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

/** The principal approves the result of the check, or sends it back. */
@Component
class DecideRepairForm implements TaskForm {

    private final CaseFacts cases;
    private final RepairVerification verification;

    DecideRepairForm(CaseFacts cases, RepairVerification verification) {
        this.cases = cases;
        this.verification = verification;
    }

    @Override
    public String taskKey() {
        return "userTask_decideRepair";
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
        return Map.of("outcome", Outcome.APPROVE.name());
    }

    @Override
    public Optional<Refusal> refusalFor(UUID caseId, String assignee) {
        return verification.mayDecide(caseId, assignee);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var approved = input.choice("outcome", Outcome.class) == Outcome.APPROVE;
        verification.decide(task.caseId(), approved, input.text("opinion"), task.actor());
        return Map.of("resultApproved", approved);
    }

    private enum Outcome {
        APPROVE,
        SEND_BACK
    }
}
