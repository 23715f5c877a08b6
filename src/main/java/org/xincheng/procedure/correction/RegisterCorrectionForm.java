package org.xincheng.procedure.correction;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.correction.CorrectionAct.Asker;
import org.xincheng.credit.correction.CorrectionAct.CorrectionFiled;
import org.xincheng.credit.correction.CorrectionAct.Matter;
import org.xincheng.credit.correction.CorrectionFiling;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Enters who says that data is wrong, and what. */
@Component
class RegisterCorrectionForm implements TaskForm {

    private final CaseFacts cases;
    private final CorrectionFiling filing;

    RegisterCorrectionForm(CaseFacts cases, CorrectionFiling filing) {
        this.cases = cases;
        this.filing = filing;
    }

    @Override
    public String taskKey() {
        return "userTask_registerCorrection";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        return cases.of(task);
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        filing.enter(
                task.caseId(),
                new CorrectionFiled(
                        input.choice("asker", Asker.class),
                        input.text("askerName"),
                        input.date("receivedOn"),
                        input.choice("matter", Matter.class),
                        input.text("text")),
                task.actor());
        return Map.of();
    }
}
