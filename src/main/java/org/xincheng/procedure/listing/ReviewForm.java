package org.xincheng.procedure.listing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Drafting;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Legal review of a draft, before the notice or after a hearing. */
final class ReviewForm implements TaskForm {

    private final String taskKey;
    private final ReviewStage stage;
    private final CaseFacts cases;
    private final Drafting drafting;

    ReviewForm(String taskKey, ReviewStage stage, CaseFacts cases, Drafting drafting) {
        this.taskKey = taskKey;
        this.stage = stage;
        this.cases = cases;
        this.drafting = drafting;
    }

    @Override
    public String taskKey() {
        return taskKey;
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Optional<Refusal> refusalFor(UUID caseId, String assignee) {
        return drafting.mayReview(caseId, assignee);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var passed = input.choice("outcome", Outcome.class) == Outcome.PASS;
        drafting.review(task.caseId(), stage, passed, input.text("opinion"), task.actor());
        return Map.of("reviewPassed", passed);
    }

    private enum Outcome {
        PASS,
        SEND_BACK
    }
}
