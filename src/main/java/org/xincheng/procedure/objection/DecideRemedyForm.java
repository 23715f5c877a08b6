package org.xincheng.procedure.objection;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.objection.Remedies;
import org.xincheng.credit.objection.RemedyKind;
import org.xincheng.credit.objection.Verification;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** The principal approves the result of a verification, or sends it back. */
final class DecideRemedyForm implements TaskForm {

    private final RemedyKind kind;
    private final CaseFacts cases;
    private final Verification verification;
    private final Remedies remedies;

    DecideRemedyForm(RemedyKind kind, CaseFacts cases, Verification verification, Remedies remedies) {
        this.kind = kind;
        this.cases = cases;
        this.verification = verification;
        this.remedies = remedies;
    }

    @Override
    public String taskKey() {
        return kind == RemedyKind.OBJECTION ? "userTask_decideObjection" : "userTask_decideComplaint";
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
        var corrects = remedies.load(caseId).conclusion().filter(c -> c.result().corrects());
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
        var result = remedies.load(task.caseId()).conclusion().orElseThrow().result();
        return Map.of("resultApproved", approved, "corrects", result.corrects(), "listingStands", result.upholds());
    }

    private enum Outcome {
        APPROVE,
        SEND_BACK
    }
}
