package org.xincheng.procedure.term;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.ending.EndFollowUp;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.PublicationChannels;
import org.xincheng.procedure.form.TaskForm;

/** Records that an ended listing is gone from the channels it was published on. */
@Component
class WithdrawPublicationForm implements TaskForm {

    private final CaseFacts cases;
    private final EndFollowUp followUp;
    private final PublicationChannels channels;

    WithdrawPublicationForm(CaseFacts cases, EndFollowUp followUp, PublicationChannels channels) {
        this.cases = cases;
        this.followUp = followUp;
        this.channels = channels;
    }

    @Override
    public String taskKey() {
        return "userTask_withdrawPublication";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.putAll(channels.facts());
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        followUp.withdrawPublication(
                task.caseId(),
                input.date("withdrawnOn"),
                input.list("channels"),
                input.yes("noticePublished"),
                task.actor());
        return Map.of();
    }
}
