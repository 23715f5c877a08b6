package org.xincheng.procedure.repair;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.repair.RepairAct.Channel;
import org.xincheng.credit.repair.RepairAct.RepairFiled;
import org.xincheng.credit.repair.RepairFiling;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Enters the application. */
@Component
class RegisterRepairForm implements TaskForm {

    private final CaseFacts cases;
    private final RepairFiling filing;

    RegisterRepairForm(CaseFacts cases, RepairFiling filing) {
        this.cases = cases;
        this.filing = filing;
    }

    @Override
    public String taskKey() {
        return "userTask_registerRepair";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.putAll(RepairEvidence.options());
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        filing.enter(
                task.caseId(),
                new RepairFiled(
                        input.date("receivedOn"),
                        input.choice("channel", Channel.class),
                        input.date("commitmentOn"),
                        RepairEvidence.read(input),
                        input.text("text").strip()),
                task.actor());
        return Map.of();
    }
}
