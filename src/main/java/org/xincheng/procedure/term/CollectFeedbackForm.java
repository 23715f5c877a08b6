package org.xincheng.procedure.term;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.ending.EndFollowUp;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.Choice;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.Markdown;
import org.xincheng.procedure.form.TaskForm;

/** Records what a department that was told of the end has answered; the task comes again until all have. */
@Component
class CollectFeedbackForm implements TaskForm {

    private final CaseFacts cases;
    private final EndFollowUp followUp;

    CollectFeedbackForm(CaseFacts cases, EndFollowUp followUp) {
        this.cases = cases;
        this.followUp = followUp;
    }

    @Override
    public String taskKey() {
        return "userTask_collectFeedback";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        var outstanding = followUp.load(task.caseId()).departmentsOutstanding();
        facts.put(
                "outstanding",
                Markdown.list(
                        "尚未反馈的部门", outstanding.stream().map(Markdown::plain).toList()));
        facts.put(
                "departmentOptions",
                outstanding.stream().map(name -> new Choice(name, name)).toList());
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var all = followUp.recordAnswer(
                task.caseId(), input.text("department"), input.date("answeredOn"), input.text("answer"), task.actor());
        return Map.of("allAnswered", all);
    }
}
