package org.xincheng.procedure.service;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.service.ServiceOfLetters;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.Markdown;
import org.xincheng.procedure.form.TaskForm;

/** Records an attempt at service with its proof. */
@Component
class ServeLetterForm implements TaskForm {

    private final CaseFacts cases;
    private final ServiceOfLetters service;
    private final Letters letters;

    ServeLetterForm(CaseFacts cases, ServiceOfLetters service, Letters letters) {
        this.cases = cases;
        this.service = service;
        this.letters = letters;
    }

    @Override
    public String taskKey() {
        return "userTask_serveLetter";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        var letter = letters.byId(task.letterId());
        facts.put(
                "letter",
                "**待送达文书** " + Markdown.link(letter.title() + " " + letter.number(), "/letters/" + letter.id()));
        facts.put(
                "attempts",
                Markdown.list(
                        "已有送达情况",
                        cases.history(task)
                                .all(ServiceAttempted.class)
                                .filter(h -> h.act().letterId().equals(task.letterId()))
                                .map(h -> Markdown.plain(
                                        h.act().day() + " " + h.act().method().zh() + "未送达："
                                                + h.act().proof()))
                                .toList()));
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var outcome = input.choice("outcome", ServiceOutcome.class);
        service.recordService(
                task.caseId(),
                task.letterId(),
                input.choice("method", ServiceMethod.class),
                outcome,
                input.date("day"),
                input.text("proof"),
                task.actor());
        return Map.of("serviceOutcome", outcome.name());
    }
}
