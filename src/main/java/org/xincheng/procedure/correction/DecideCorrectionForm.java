package org.xincheng.procedure.correction;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.correction.CorrectionAct.CorrectionResult;
import org.xincheng.credit.correction.CorrectionVerification;
import org.xincheng.credit.correction.Corrections;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** The principal approves the result of the verification, or sends it back. */
@Component
class DecideCorrectionForm implements TaskForm {

    private final CaseFacts cases;
    private final CorrectionVerification verification;
    private final Corrections corrections;

    DecideCorrectionForm(CaseFacts cases, CorrectionVerification verification, Corrections corrections) {
        this.cases = cases;
        this.verification = verification;
        this.corrections = corrections;
    }

    @Override
    public String taskKey() {
        return "userTask_decideCorrection";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.ofApproval(task);
    }

    @Override
    public boolean asksForConsent() {
        return true;
    }

    /** A corrected record has a new number. */
    @Override
    public Map<String, Object> consent(UUID caseId) {
        var corrects = corrections.load(caseId).verified().filter(v -> v.result() == CorrectionResult.CORRECTED);
        return corrects.isPresent() ? Map.of() : Map.of("outcome", Outcome.APPROVE.name());
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
