package org.xincheng.procedure.correction;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.correction.CorrectionAcceptance;
import org.xincheng.credit.correction.CorrectionAct.RefusalGround;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.Markdown;
import org.xincheng.procedure.form.TaskForm;

/** Decides on acceptance; with it, in the same transaction, the measures rest that stand on the record. */
@Component
class CheckCorrectionForm implements TaskForm {

    private final CaseFacts cases;
    private final CorrectionAcceptance acceptance;

    CheckCorrectionForm(CaseFacts cases, CorrectionAcceptance acceptance) {
        this.cases = cases;
        this.acceptance = acceptance;
    }

    @Override
    public String taskKey() {
        return "userTask_checkCorrection";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.put(
                "obstacle",
                acceptance
                        .obstacle(task.caseId())
                        .map(refusal -> "**不能受理** " + Markdown.plain(refusal.sentence()))
                        .orElseGet(() -> consequence(task.caseId())));
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var accepted = input.choice("outcome", Outcome.class) == Outcome.ACCEPT;
        if (accepted) {
            acceptance.accept(task.caseId(), task.actor());
        } else {
            acceptance.refuse(
                    task.caseId(), input.choice("ground", RefusalGround.class), input.text("reason"), task.actor());
        }
        return Map.of("accepted", accepted);
    }

    private String consequence(UUID caseId) {
        var stopped = acceptance.wouldStop(caseId);
        return "未发现不予受理的情形。"
                + (stopped.isEmpty()
                        ? "没有列入以该记录为依据，受理不影响惩戒措施。"
                        : "以该记录为依据的列入：" + String.join("、", stopped) + "。更正事项是失信行为记录的，受理后惩戒措施立即暂停执行，列入期限停止计算。");
    }

    private enum Outcome {
        ACCEPT,
        REFUSE
    }
}
