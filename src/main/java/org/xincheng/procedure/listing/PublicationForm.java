package org.xincheng.procedure.listing;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.determination.TakingEffect;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.PublicationChannels;
import org.xincheng.procedure.form.TaskForm;

/** Records that the listing was published, where and when; or that its basis has gone and it stays unpublished. */
@Component
class PublicationForm implements TaskForm {

    private final CaseFacts cases;
    private final TakingEffect effect;
    private final PublicationChannels channels;

    PublicationForm(CaseFacts cases, TakingEffect effect, PublicationChannels channels) {
        this.cases = cases;
        this.effect = effect;
        this.channels = channels;
    }

    @Override
    public String taskKey() {
        return "userTask_publishListing";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.putAll(channels.facts());
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        if (input.yes("unpublished")) {
            effect.leaveUnpublished(task.caseId(), task.actor());
            return Map.of();
        }
        effect.publish(task.caseId(), input.date("publishedOn"), input.list("channels"), task.actor());
        return Map.of();
    }
}
