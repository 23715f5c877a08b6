package org.xincheng.procedure.objection;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.correction.Restorations;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.PublicationChannels;
import org.xincheng.procedure.form.TaskForm;

/** Records that the publication is gone from its channels and the restoration notice published. */
@Component
class PublishRestorationForm implements TaskForm {

    private final CaseFacts cases;
    private final Restorations restorations;
    private final PublicationChannels channels;

    PublishRestorationForm(CaseFacts cases, Restorations restorations, PublicationChannels channels) {
        this.cases = cases;
        this.restorations = restorations;
        this.channels = channels;
    }

    @Override
    public String taskKey() {
        return "userTask_publishRestoration";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.putAll(channels.facts());
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        restorations.publish(task.caseId(), input.date("publishedOn"), input.list("channels"), task.actor());
        return Map.of();
    }
}
