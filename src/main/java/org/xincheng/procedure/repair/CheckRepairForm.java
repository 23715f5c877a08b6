package org.xincheng.procedure.repair;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.repair.RepairAcceptance;
import org.xincheng.credit.repair.RepairAct.RefusalGround;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.Markdown;
import org.xincheng.procedure.form.TaskForm;

/** Settles completeness and eligibility: accepts, asks for more, or refuses. */
@Component
class CheckRepairForm implements TaskForm {

    private final CaseFacts cases;
    private final RepairTermsText terms;
    private final RepairAcceptance acceptance;

    CheckRepairForm(CaseFacts cases, RepairTermsText terms, RepairAcceptance acceptance) {
        this.cases = cases;
        this.terms = terms;
        this.acceptance = acceptance;
    }

    @Override
    public String taskKey() {
        return "userTask_checkRepair";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.put("repairTerms", terms.of(task.caseId()));
        facts.put(
                "obstacle",
                acceptance
                        .obstacle(task.caseId())
                        .map(refusal -> "**不能受理** " + Markdown.plain(refusal.sentence()))
                        .orElse("材料齐全、符合申请条件，应当受理。"));
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var outcome = input.choice("outcome", Outcome.class);
        switch (outcome) {
            case ACCEPT -> acceptance.accept(task.caseId(), task.actor());
            case SUPPLEMENT -> acceptance.requestSupplement(task.caseId(), input.text("missing"), task.actor());
            case REFUSE ->
                acceptance.refuse(
                        task.caseId(),
                        input.choice("ground", RefusalGround.class),
                        input.text("basis"),
                        input.text("reason"),
                        task.actor());
        }
        return Map.of("acceptance", outcome.name());
    }

    private enum Outcome {
        ACCEPT,
        SUPPLEMENT,
        REFUSE
    }
}
