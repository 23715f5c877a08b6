package org.xincheng.procedure.repair;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.repair.RevocationOfRepair;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Records the new record of the falsehood, or why there is none. */
@Component
class ProposeRecordForm implements TaskForm {

    private final CaseFacts cases;
    private final RevocationOfRepair revocation;

    ProposeRecordForm(CaseFacts cases, RevocationOfRepair revocation) {
        this.cases = cases;
        this.revocation = revocation;
    }

    @Override
    public String taskKey() {
        return "userTask_proposeRecord";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        revocation.proposeRecord(task.caseId(), input.text("recordNumber"), input.text("text"), task.actor());
        return Map.of();
    }
}
