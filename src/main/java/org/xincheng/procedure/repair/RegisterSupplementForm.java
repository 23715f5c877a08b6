package org.xincheng.procedure.repair;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.repair.RepairAct.SupplementReceived;
import org.xincheng.credit.repair.RepairFiling;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Enters what was handed in later, or that nothing was. */
@Component
class RegisterSupplementForm implements TaskForm {

    private final CaseFacts cases;
    private final RepairFiling filing;

    RegisterSupplementForm(CaseFacts cases, RepairFiling filing) {
        this.cases = cases;
        this.filing = filing;
    }

    @Override
    public String taskKey() {
        return "userTask_registerSupplement";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.putAll(RepairEvidence.options());
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var received = input.choice("outcome", Outcome.class) == Outcome.RECEIVED;
        filing.supplement(
                task.caseId(),
                new SupplementReceived(
                        received ? received(input) : null,
                        received ? input.date("commitmentOn") : null,
                        received ? RepairEvidence.read(input) : List.of(),
                        input.text("text").strip()),
                task.actor());
        return Map.of();
    }

    private static LocalDate received(FormInput input) {
        var day = input.date("receivedOn");
        if (day == null) {
            throw new BadInputException("receivedOn", "请填写收到日期", "the day is missing");
        }
        return day;
    }

    private enum Outcome {
        RECEIVED,
        MISSING
    }
}
