package org.xincheng.procedure.repair;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.repair.RevocationOfRepair;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Records whether material was false. */
@Component
class ExamineFalsehoodForm implements TaskForm {

    private final CaseFacts cases;
    private final RevocationOfRepair revocation;

    ExamineFalsehoodForm(CaseFacts cases, RevocationOfRepair revocation) {
        this.cases = cases;
        this.revocation = revocation;
    }

    @Override
    public String taskKey() {
        return "userTask_examineFalsehood";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var founded = input.yes("founded");
        revocation.examine(task.caseId(), founded, input.text("findings"), task.actor());
        return Map.of("founded", founded);
    }
}
