package org.xincheng.procedure.correction;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.correction.CorrectionVerification;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** The principal approves the result of the verification, or sends it back. */
@Component
class DecideCorrectionForm implements TaskForm {

    private final CaseFacts cases;
    private final CorrectionVerification verification;

    DecideCorrectionForm(CaseFacts cases, CorrectionVerification verification) {
        this.cases = cases;
        this.verification = verification;
    }

    @Override
    public String taskKey() {
        return "userTask_decideCorrection";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
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
