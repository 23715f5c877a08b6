package org.xincheng.procedure.objection;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.OfficeProperties;
import org.xincheng.credit.objection.Aftermath;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.Choice;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Records that the publication is gone from its channels and the restoration notice published. */
@Component
class PublishRestorationForm implements TaskForm {

    private final CaseFacts cases;
    private final Aftermath aftermath;
    private final OfficeProperties office;

    PublishRestorationForm(CaseFacts cases, Aftermath aftermath, OfficeProperties office) {
        this.cases = cases;
        this.aftermath = aftermath;
        this.office = office;
    }

    @Override
    public String taskKey() {
        return "userTask_publishRestoration";
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
        aftermath.publishRestoration(task.caseId(), input.date("publishedOn"), input.list("channels"), task.actor());
        return Map.of();
    }
}
