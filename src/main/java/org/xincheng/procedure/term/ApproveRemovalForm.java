package org.xincheng.procedure.term;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.term.RemovalOnApplication;
import org.xincheng.credit.term.TermAct.RemovalChecked;
import org.xincheng.credit.term.Terms;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** The principal's word on a checked application for removal. */
@Component
class ApproveRemovalForm implements TaskForm {

    private final CaseFacts cases;
    private final RemovalOnApplication removals;
    private final Terms terms;

    ApproveRemovalForm(CaseFacts cases, RemovalOnApplication removals, Terms terms) {
        this.cases = cases;
        this.removals = removals;
        this.terms = terms;
    }

    @Override
    public String taskKey() {
        return "userTask_approveRemoval";
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
        return removals.mayDecide(caseId, assignee);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var approved = input.choice("outcome", Outcome.class) == Outcome.APPROVE;
        removals.decide(task.caseId(), approved, input.text("opinion"), task.actor());
        var granted = terms.load(task.caseId())
                .decidedRemoval()
                .filter(RemovalChecked::noNewAct)
                .isPresent();
        return Map.of("removalApproved", approved, "removalGranted", granted);
    }

    private enum Outcome {
        APPROVE,
        SEND_BACK
    }
}
