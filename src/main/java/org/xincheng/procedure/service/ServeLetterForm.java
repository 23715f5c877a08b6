package org.xincheng.procedure.service;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.ServiceParticulars;
import org.xincheng.credit.cases.ServiceParticulars.AnnouncementGround;
import org.xincheng.credit.cases.ServiceParticulars.ElectronicWay;
import org.xincheng.credit.cases.ServiceParticulars.Receiver;
import org.xincheng.credit.cases.ServiceParticulars.Witnessing;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.service.Attempt;
import org.xincheng.credit.service.ServiceOfLetters;
import org.xincheng.credit.service.ServiceOrder;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.Markdown;
import org.xincheng.procedure.form.TaskForm;

/** Records an attempt at service with its proof. */
@Component
class ServeLetterForm implements TaskForm {

    static final String TASK = "userTask_serveLetter";

    private final CaseFacts cases;
    private final ServiceOfLetters service;
    private final ServiceOrder order;
    private final Letters letters;

    ServeLetterForm(CaseFacts cases, ServiceOfLetters service, ServiceOrder order, Letters letters) {
        this.cases = cases;
        this.service = service;
        this.order = order;
        this.letters = letters;
    }

    @Override
    public String taskKey() {
        return TASK;
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
        facts.put(
                "proposal",
                order.next(cases.history(task), task.letterId())
                        .map(ServeLetterForm::proposal)
                        .orElse(""));
        return facts;
    }

    private static String proposal(ServiceOrder.Proposal next) {
        return "**建议的送达方式** " + next.method().zh() + "：" + next.conditionZh() + "（" + next.basis() + "）。";
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var method = input.choice("method", ServiceMethod.class);
        var outcome = input.choice("outcome", ServiceOutcome.class);
        service.recordService(
                task.caseId(),
                task.letterId(),
                new Attempt(
                        method, outcome, input.date("day"), particulars(method, outcome, input), input.text("proof")),
                task.actor());
        return Map.of("serviceOutcome", outcome.name());
    }

    /** What the form asks for this way; the fields of the other ways are not shown and not read. */
    private static ServiceParticulars particulars(ServiceMethod method, ServiceOutcome outcome, FormInput input) {
        if (method == ServiceMethod.POST) {
            return ServiceParticulars.mailed(input.text("mailNumber").strip());
        }
        if (method == ServiceMethod.PUBLIC_ANNOUNCEMENT) {
            return ServiceParticulars.announced(
                    input.choice("ground", AnnouncementGround.class),
                    input.text("medium").strip());
        }
        if (outcome != ServiceOutcome.SERVED) {
            return ServiceParticulars.NONE;
        }
        return switch (method) {
            case DIRECT -> ServiceParticulars.receivedBy(input.choice("receiver", Receiver.class));
            case ELECTRONIC ->
                ServiceParticulars.arrived(input.choice("electronicWay", ElectronicWay.class), input.time("arrivedAt"));
            case LEFT_BEHIND -> ServiceParticulars.leftBehind(input.choice("witnessing", Witnessing.class));
            case POST, PUBLIC_ANNOUNCEMENT -> throw new IllegalStateException("read above");
        };
    }
}
