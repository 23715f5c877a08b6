package org.xincheng.procedure.listing;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.OfficeProperties;
import org.xincheng.credit.determination.Deciding;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Records what the superior authority determined. */
@Component
class SuperiorForm implements TaskForm {

    private final CaseFacts cases;
    private final Deciding deciding;
    private final OfficeProperties office;

    SuperiorForm(CaseFacts cases, Deciding deciding, OfficeProperties office) {
        this.cases = cases;
        this.deciding = deciding;
        this.office = office;
    }

    @Override
    public String taskKey() {
        return "userTask_recordSuperiorDetermination";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.put("authority", office.superior());
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var determined = input.choice("outcome", Outcome.class) == Outcome.DETERMINED;
        deciding.recordSuperior(
                task.caseId(),
                determined,
                input.text("authority"),
                input.text("documentNumber"),
                input.date("determinedOn"),
                task.actor());
        return Map.of("superiorDetermined", determined);
    }

    private enum Outcome {
        DETERMINED,
        REFUSED
    }
}
