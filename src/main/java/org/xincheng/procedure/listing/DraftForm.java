package org.xincheng.procedure.listing;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xincheng.credit.determination.Act.DraftSubmitted;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.determination.Drafting;
import org.xincheng.credit.record.Record;
import org.xincheng.procedure.form.CaseFacts;
import org.xincheng.procedure.form.CaseTask;
import org.xincheng.procedure.form.Choice;
import org.xincheng.procedure.form.FormInput;
import org.xincheng.procedure.form.TaskForm;

/** Draws up the determination: facts, evidence and measures, or drops the case with a reason. */
@Component
class DraftForm implements TaskForm {

    private final CaseFacts cases;
    private final ListingSummary summary;
    private final Determinations determinations;
    private final Drafting drafting;

    DraftForm(CaseFacts cases, ListingSummary summary, Determinations determinations, Drafting drafting) {
        this.cases = cases;
        this.summary = summary;
        this.determinations = determinations;
        this.drafting = drafting;
    }

    @Override
    public String taskKey() {
        return "userTask_draftDetermination";
    }

    @Override
    public Map<String, Object> facts(CaseTask task) {
        var facts = cases.of(task);
        var d = determinations.load(task.caseId());
        var offered = drafting.offeredMeasures(task.caseId());
        var records = summary.records(d);
        facts.put(
                "expectedLevel",
                drafting.expectedLevel(task.caseId()).map(l -> l.nameZh()).orElse("未达到列入名单的标准"));
        facts.put(
                "facts",
                d.draft()
                        .map(DraftSubmitted::facts)
                        .filter(f -> !f.isBlank())
                        .orElseGet(
                                () -> joined(records.stream().map(Record::fact).toList())));
        facts.put(
                "evidence",
                d.draft()
                        .map(DraftSubmitted::evidence)
                        .filter(e -> !e.isBlank())
                        .orElseGet(() ->
                                joined(records.stream().map(Record::evidence).toList())));
        facts.put(
                "measureOptions",
                offered.stream()
                        .map(m -> new Choice((m.referenceOnly() ? "（仅供参考，不具约束力）" : "") + m.textZh(), m.code()))
                        .toList());
        facts.put("measures", d.draft().map(DraftSubmitted::measures).orElse(List.of()));
        return facts;
    }

    @Override
    public Map<String, Object> submit(CaseTask task, FormInput input) {
        var proposed = input.choice("outcome", Outcome.class) == Outcome.PROPOSE;
        drafting.submit(
                task.caseId(),
                new Drafting.Draft(
                        proposed,
                        input.text("facts"),
                        input.text("evidence"),
                        input.text("reason"),
                        input.text("publicationBasis"),
                        input.list("measures")),
                task.actor());
        return Map.of("draftProposed", proposed);
    }

    private static String joined(List<String> texts) {
        return String.join("\n", texts);
    }

    private enum Outcome {
        PROPOSE,
        DROP
    }
}
