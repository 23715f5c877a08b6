package org.xincheng.procedure.listing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.determination.Deciding;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** The principal approves, or sends the draft back. */
@Component
class ApprovalForm implements TaskForm {

    private final CaseFacts cases;
    private final Deciding deciding;

    ApprovalForm(CaseFacts cases, Deciding deciding) {
        this.cases = cases;
        this.deciding = deciding;
    }

    @Override
    public String taskKey() {
        return "userTask_approveDecision";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Optional<Refusal> refusalFor(UUID caseId, String assignee) {
        return deciding.mayApprove(caseId, assignee);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var approved = input.choice("outcome", Outcome.class) == Outcome.APPROVE;
        deciding.approve(task.caseId(), approved, input.text("opinion"), task.actor());
        return Map.of("approved", approved);
    }

    private enum Outcome {
        APPROVE,
        SEND_BACK
    }
}
