package org.xincheng.procedure.objection;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.objection.ExpertPanel;
import org.xincheng.credit.objection.Verification;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Records the meeting on a complaint and what it found. */
@Component
class HoldMeetingForm implements TaskForm {

    private final CaseFacts cases;
    private final FindingInput findings;
    private final ExpertPanel panel;
    private final Verification verification;

    HoldMeetingForm(CaseFacts cases, FindingInput findings, ExpertPanel panel, Verification verification) {
        this.cases = cases;
        this.findings = findings;
        this.panel = panel;
        this.verification = verification;
    }

    @Override
    public String taskKey() {
        return "userTask_holdMeeting";
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
    @Transactional
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        panel.holdMeeting(task.caseId(), input.date("heldOn"), input.text("minutes"), task.actor());
        verification.conclude(task.caseId(), findings.read(input), task.actor());
        return Map.of();
    }
}
