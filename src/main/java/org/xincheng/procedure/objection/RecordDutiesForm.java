package org.xincheng.procedure.objection;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.objection.Aftermath;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Records who answers for what was wrong, and what they have to do. */
@Component
class RecordDutiesForm implements TaskForm {

    private final CaseFacts cases;
    private final Aftermath aftermath;

    RecordDutiesForm(CaseFacts cases, Aftermath aftermath) {
        this.cases = cases;
        this.aftermath = aftermath;
    }

    @Override
    public String taskKey() {
        return "userTask_recordDuties";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        aftermath.recordCorrectiveDuties(task.caseId(), input.text("responsible"), input.text("duties"), task.actor());
        return Map.of();
    }
}
