package org.xincheng.procedure.objection;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.objection.Verification;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Records what the verification of an objection found. */
@Component
class VerifyObjectionForm implements TaskForm {

    private final CaseFacts cases;
    private final FindingInput findings;
    private final Verification verification;

    VerifyObjectionForm(CaseFacts cases, FindingInput findings, Verification verification) {
        this.cases = cases;
        this.findings = findings;
        this.verification = verification;
    }

    @Override
    public String taskKey() {
        return "userTask_verifyObjection";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.putAll(findings.facts(task.caseId()));
        return facts;
    }

    @Override
    public Optional<Refusal> refusalFor(UUID caseId, String assignee) {
        return verification.mayVerify(caseId, assignee);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        verification.conclude(task.caseId(), findings.read(input), task.actor());
        return Map.of();
    }
}
