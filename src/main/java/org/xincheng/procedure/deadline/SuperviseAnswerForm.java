package org.xincheng.procedure.deadline;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.LateSteps;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** A supervisor's order about an answer that is late. */
@Component
class SuperviseAnswerForm implements TaskForm {

    private final CaseFacts cases;
    private final LateSteps lateSteps;

    SuperviseAnswerForm(CaseFacts cases, LateSteps lateSteps) {
        this.cases = cases;
        this.lateSteps = lateSteps;
    }

    @Override
    public String taskKey() {
        return "userTask_superviseAnswer";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        lateSteps.orderSupervision(task.caseId(), input.text("order"), task.actor());
        return Map.of();
    }
}
