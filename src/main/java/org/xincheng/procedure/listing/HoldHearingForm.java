package org.xincheng.procedure.listing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.determination.Act.HearingOutcome;
import org.xincheng.credit.determination.BeingHeard;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Records how the hearing went. */
@Component
class HoldHearingForm implements TaskForm {

    private final CaseFacts cases;
    private final BeingHeard beingHeard;

    HoldHearingForm(CaseFacts cases, BeingHeard beingHeard) {
        this.cases = cases;
        this.beingHeard = beingHeard;
    }

    @Override
    public String taskKey() {
        return "userTask_holdHearing";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Optional<Refusal> refusalFor(UUID caseId, String assignee) {
        return beingHeard.mayChair(caseId, assignee);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var outcome = input.choice("outcome", HearingOutcome.class);
        beingHeard.recordHearing(task.caseId(), outcome, input.text("record"), task.actor());
        return Map.of("hearingOutcome", outcome.name());
    }
}
