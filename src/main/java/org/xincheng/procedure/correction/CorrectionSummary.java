package org.xincheng.procedure.correction;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.correction.Correction;
import org.xincheng.credit.correction.CorrectionAct.CorrectionDecided;
import org.xincheng.credit.correction.CorrectionAct.CorrectionVerified;
import org.xincheng.credit.correction.RecordChange;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.identity.UserDirectory;
import org.xincheng.procedure.form.CaseSummary;
import org.xincheng.procedure.form.Markdown;

/** A correction, as every form of it shows it above its fields. */
@Component
class CorrectionSummary implements CaseSummary {

    private final Records records;
    private final Listings listings;
    private final Subjects subjects;
    private final UserDirectory users;

    CorrectionSummary(Records records, Listings listings, Subjects subjects, UserDirectory users) {
        this.records = records;
        this.listings = listings;
        this.subjects = subjects;
        this.users = users;
    }

    @Override
    public String procedure() {
        return Correction.PROCEDURE;
    }

    @Override
    public String of(CaseHistory history) {
        var correction = (Correction) history;
        var subject = subjects.get(correction.legalCase().subjectId());
        var record = records.byId(correction.recordId()).orElseThrow();
        var document = record.document();
        var text = new StringBuilder();
        text.append(Markdown.line("信用主体", subject.displayName() + "（" + subject.displayIdentifier() + "）"));
        text.append(Markdown.line(
                "失信行为记录",
                record.number() + " " + record.item().code() + " "
                        + record.item().textZh()));
        text.append(Markdown.line("失信事实", record.fact()));
        text.append(Markdown.line("生效文书", document.issuer() + " " + document.number() + "（" + document.date() + "）"));
        text.append(Markdown.line("处理完毕日期", record.handledOn().toString()));
        text.append(Markdown.list(
                "以该记录为依据的列入",
                listings.restingOn(record.id()).stream()
                        .map(listing -> Markdown.link(listing.caseNumber(), "/cases/" + listing.caseNumber()))
                        .toList()));
        correction.filed().ifPresent(filed -> {
            text.append(Markdown.line(
                    "提出",
                    filed.asker().zh() + (filed.askerName().isBlank() ? "" : "（" + filed.askerName() + "）") + "，"
                            + filed.receivedOn() + "，事项：" + filed.matter().zh()));
            text.append(Markdown.line("错误所在和证明", filed.text()));
        });
        text.append(Markdown.list("核实和决定", results(correction)));
        return text.toString();
    }

    private List<String> results(Correction correction) {
        var lines = new ArrayList<String>();
        correction.acts().forEach(logged -> {
            if (logged.act() instanceof CorrectionVerified verified) {
                lines.add(Markdown.plain(users.displayName(logged.actor()) + "核实："
                        + verified.result().zh() + "。" + verified.findings()
                        + (verified.providerAnsweredOn() == null
                                ? "（信息提供单位未答复）"
                                : "（信息提供单位" + verified.providerAnsweredOn() + "答复：" + verified.providerAnswer() + "）")
                        + change(verified)));
            }
            if (logged.act() instanceof CorrectionDecided decided) {
                lines.add(Markdown.plain(users.displayName(logged.actor())
                        + (decided.approved() ? "同意" : "退回")
                        + (decided.opinion().isBlank() ? "" : "：" + decided.opinion())));
            }
        });
        return lines;
    }

    private static String change(CorrectionVerified verified) {
        if (!verified.subjectName().isBlank()) {
            return "；拟更正名称为“" + verified.subjectName() + "”";
        }
        var change = verified.change();
        return change == null ? "" : change.withdrawn() ? "；拟撤销记录" : "；拟更正为“" + change.fact() + "”" + rest(change);
    }

    private static String rest(RecordChange change) {
        return (change.itemCode().isBlank() ? "" : "，条目" + change.itemCode())
                + (change.documentNumber().isBlank() ? "" : "，文号" + change.documentNumber())
                + (change.handledOn() == null ? "" : "，处理完毕日期" + change.handledOn());
    }
}
