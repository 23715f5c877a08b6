package org.xincheng.procedure.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.Cases;

/** What every form of a case shows above its fields. Showing it is reading a subject's data, so it is logged. */
@Component
public class CaseFacts {

    private final Cases cases;
    private final Map<String, CaseSummary> summaries;
    private final AuditLog audit;

    CaseFacts(Cases cases, List<CaseSummary> summaries, AuditLog audit) {
        this.cases = cases;
        this.summaries = summaries.stream().collect(Collectors.toMap(CaseSummary::procedure, Function.identity()));
        this.audit = audit;
    }

    /** The case as its acts tell it. */
    public CaseHistory history(CaseTask task) {
        return cases.load(task.caseId());
    }

    /** Facts for a form: {@code summary} in Markdown, which begins with the way to the case file; the form adds its own. */
    @Transactional
    public Map<String, Object> of(CaseTask task) {
        var history = history(task);
        var legalCase = history.legalCase();
        audit.read(
                task.actor().user(),
                legalCase.subjectId(),
                "办理案件" + legalCase.number(),
                task.actor().cause());
        var facts = new HashMap<String, Object>();
        facts.put(
                "summary",
                Markdown.caseLink("案件编号", legalCase.number())
                        + summaries.get(legalCase.procedure()).of(history));
        return facts;
    }

    /** The same for whoever approves, with the way to the letters that follow upon it. */
    @Transactional
    public Map<String, Object> ofApproval(CaseTask task) {
        var facts = of(task);
        facts.put(
                "summary",
                facts.get("summary")
                        + "\n**拟发文书** "
                        + Markdown.link(
                                "预览审批通过后制发的文书",
                                "/cases/" + history(task).legalCase().number() + "/letter-preview")
                        + "  \n");
        return facts;
    }
}
