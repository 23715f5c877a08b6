package org.xincheng.procedure.objection;

import java.util.HashMap;
import java.util.Map;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.objection.Acceptance;
import org.xincheng.credit.objection.ExpertPanel;
import org.xincheng.credit.objection.Remedies;
import org.xincheng.credit.objection.RemedyKind;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.Markdown;
import org.xincheng.procedure.form.TaskForm;

/** Decides on acceptance; with it, in the same transaction, measures and clock stop. */
final class CheckRemedyForm implements TaskForm {

    /** Whether the case was accepted. */
    static final String ACCEPTED = "accepted";

    /** The step by which the answer is due. */
    static final String ANSWER_STEP = "answerStep";

    private final RemedyKind kind;
    private final CaseFacts cases;
    private final Acceptance acceptance;
    private final Remedies remedies;
    private final ExpertPanel panel;

    CheckRemedyForm(RemedyKind kind, CaseFacts cases, Acceptance acceptance, Remedies remedies, ExpertPanel panel) {
        this.kind = kind;
        this.cases = cases;
        this.acceptance = acceptance;
        this.remedies = remedies;
        this.panel = panel;
    }

    @Override
    public String taskKey() {
        return kind == RemedyKind.OBJECTION ? "userTask_checkObjection" : "userTask_checkComplaint";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.put(
                "obstacle",
                acceptance
                        .obstacle(task.caseId())
                        .map(refusal -> "**不能受理** " + Markdown.plain(refusal.sentence()))
                        .orElse("未发现不予受理的情形。受理后惩戒措施立即暂停执行，列入期限停止计算。"));
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var accepted = input.choice("outcome", Outcome.class) == Outcome.ACCEPT;
        var routing = new HashMap<String, Object>();
        routing.put(ACCEPTED, accepted);
        if (accepted) {
            var experts = experts(input);
            acceptance.accept(task.caseId(), input.yes("assisted"), task.actor());
            routing.put(ANSWER_STEP, remedies.load(task.caseId()).answerStep());
            routing.put("expertCount", experts);
        } else {
            acceptance.refuse(task.caseId(), input.text("reason"), task.actor());
        }
        return routing;
    }

    private int experts(FormInput input) {
        var text = input.text("expertCount").strip();
        if (kind == RemedyKind.OBJECTION || text.isEmpty() || text.equals("0")) {
            return 0;
        }
        if (!text.matches("\\d{1,2}")) {
            throw new BadInputException("expertCount", "请选择邀请专家的人数", "not a number of experts");
        }
        var count = Integer.parseInt(text);
        RefusedException.require(panel.obstacleToDrawing(count));
        return count;
    }

    private enum Outcome {
        ACCEPT,
        REFUSE
    }
}
