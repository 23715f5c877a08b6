package org.xincheng.procedure.listing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.OfficeProperties;
import org.xincheng.credit.determination.TakingEffect;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.Choice;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Records that the listing was published, where and when; or that its basis has gone and it stays unpublished. */
@Component
class PublicationForm implements TaskForm {

    private final CaseFacts cases;
    private final TakingEffect effect;
    private final OfficeProperties office;

    PublicationForm(CaseFacts cases, TakingEffect effect, OfficeProperties office) {
        this.cases = cases;
        this.effect = effect;
        this.office = office;
    }

    @Override
    public String taskKey() {
        return "userTask_publishListing";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        facts.put(
                "channelOptions",
                Stream.of(office.website(), "本机关门户网站", "国家企业信用信息公示系统")
                        .map(channel -> new Choice(channel, channel))
                        .toList());
        facts.put("channels", List.of(office.website()));
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
