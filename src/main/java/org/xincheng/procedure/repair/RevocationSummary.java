package org.xincheng.procedure.repair;

import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.repair.Revocation;
import org.xincheng.credit.repair.RevocationAct.RevocationHeard;
import org.xincheng.procedure.form.CaseSummary;
import org.xincheng.procedure.form.Markdown;

/** The revocation of a repair, as every form of it shows it above its fields. */
@Component
class RevocationSummary implements CaseSummary {

    private final ListingLines lines;
    private final CaseLog log;

    RevocationSummary(ListingLines lines, CaseLog log) {
        this.lines = lines;
        this.log = log;
    }

    @Override
    public String procedure() {
        return Revocation.PROCEDURE;
    }

    @Override
    public String of(CaseHistory history) {
        var revocation = (Revocation) history;
        var text = new StringBuilder();
        text.append(Markdown.caseLink("信用修复案件", log.byId(revocation.repairId()).number()));
        text.append(lines.of(revocation));
        var course = new ArrayList<String>();
        revocation.examined().map(found -> "查明：" + found.findings()).ifPresent(course::add);
        revocation.noticeServedOn().map(day -> "告知书送达：" + day).ifPresent(course::add);
        revocation
                .all(RevocationHeard.class)
                .map(heard -> heard.act())
                .map(heard -> (heard.waived() ? "放弃陈述申辩" : "陈述申辩") + "（" + heard.receivedOn() + "）：" + heard.text())
                .forEach(course::add);
        revocation.decision().map(decision -> "决定：" + decision.reasons()).ifPresent(course::add);
        text.append(Markdown.list("办理经过", course));
        return text.toString();
    }
}
