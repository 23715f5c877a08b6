package org.xincheng.procedure.objection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.correction.RecordChange;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.objection.Complaint;
import org.xincheng.credit.objection.Remedy;
import org.xincheng.credit.objection.RemedyAct.ResultDecided;
import org.xincheng.credit.objection.RemedyAct.VerificationConcluded;
import org.xincheng.credit.objection.RemedyKind;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.RegimeTables;
import org.xincheng.procedure.form.CaseSummary;
import org.xincheng.procedure.form.Markdown;

/** An objection or a complaint, as every form of it shows it above its fields. */
final class RemedySummary implements CaseSummary {

    private final RemedyKind kind;
    private final Determinations determinations;
    private final Listings listings;
    private final Letters letters;
    private final Records records;
    private final Subjects subjects;
    private final RegimeTables tables;
    private final UserDirectory users;

    RemedySummary(
            RemedyKind kind,
            Determinations determinations,
            Listings listings,
            Letters letters,
            Records records,
            Subjects subjects,
            RegimeTables tables,
            UserDirectory users) {
        this.kind = kind;
        this.determinations = determinations;
        this.listings = listings;
        this.letters = letters;
        this.records = records;
        this.subjects = subjects;
        this.tables = tables;
        this.users = users;
    }

    @Override
    public String procedure() {
        return kind.procedure();
    }

    @Override
    public String of(CaseHistory history) {
        var remedy = (Remedy) history;
        var listing = listings.byId(remedy.listingId());
        var listed = determinations.load(remedy.legalCase().about()).legalCase();
        var subject = subjects.get(remedy.legalCase().subjectId());
        var text = new StringBuilder();
        text.append(Markdown.caseLink("列入案件", listed.number()));
        text.append(Markdown.line("信用主体", subject.displayName() + "（" + subject.displayIdentifier() + "）"));
        text.append(Markdown.line("决定书", letters.byId(listing.decisionId()).number()));
        text.append(Markdown.line(
                "列入等级", tables.level(listing.regime(), listing.level()).nameZh()));
        text.append(Markdown.list(
                "列入所依据的记录",
                records.byIds(listings.recordsOf(listing.id())).stream()
                        .map(RemedySummary::line)
                        .toList()));
        remedy.groundZh().ifPresent(ground -> text.append("\n").append(Markdown.line("事由", ground)));
        remedy.receivedOn().ifPresent(day -> text.append(Markdown.line("收到日期", day.toString())));
        remedy.accepted()
                .ifPresent(accepted -> text.append(Markdown.line("受理日期", accepted.day() + "（惩戒措施自当日起暂停执行，列入期限停止计算）")));
        remedy.text().ifPresent(filed -> text.append(Markdown.line(kind.zh() + "内容和理由", filed)));
        text.append(Markdown.list("专家和会议", meeting(remedy)));
        text.append(Markdown.list("核实和决定", results(remedy)));
        return text.toString();
    }

    private static String line(Record record) {
        return Markdown.plain("%s %s（%s%s，%s）"
                .formatted(
                        record.number(),
                        record.item().textZh(),
                        record.document().issuer(),
                        record.document().number(),
                        record.document().date()));
    }

    private static List<String> meeting(Remedy remedy) {
        return remedy instanceof Complaint complaint
                ? Stream.of(
                                complaint.draw().map(draw -> "抽取的专家：" + String.join("、", complaint.experts())),
                                complaint.meeting().map(held -> "会议（" + held.heldOn() + "）：" + held.minutes()))
                        .flatMap(Optional::stream)
                        .map(Markdown::plain)
                        .toList()
                : List.of();
    }

    private List<String> results(Remedy remedy) {
        var lines = new ArrayList<String>();
        remedy.acts().forEach(logged -> {
            if (logged.act() instanceof VerificationConcluded concluded) {
                lines.add(Markdown.plain(users.displayName(logged.actor()) + "核实："
                        + concluded.result().zh() + "。" + concluded.findings() + answer(concluded)
                        + corrections(concluded)));
            }
            if (logged.act() instanceof ResultDecided decided) {
                lines.add(Markdown.plain(users.displayName(logged.actor())
                        + (decided.approved() ? "同意" : "退回")
                        + (decided.opinion().isBlank() ? "" : "：" + decided.opinion())));
            }
        });
        return lines;
    }

    private static String answer(VerificationConcluded concluded) {
        return concluded.providerAnsweredOn() == null
                ? "（信息提供单位未答复）"
                : "（信息提供单位" + concluded.providerAnsweredOn() + "答复：" + concluded.providerAnswer() + "）";
    }

    private String corrections(VerificationConcluded concluded) {
        var lines = concluded.corrections().stream().map(this::correction).toList();
        return lines.isEmpty() ? "" : "；拟" + String.join("，", lines);
    }

    private String correction(RecordChange change) {
        var number = records.byId(change.recordId()).map(Record::number).orElse("");
        return change.withdrawn()
                ? "撤销记录" + number
                : "更正记录" + number + "为“" + change.fact() + "”"
                        + (change.itemCode().isBlank() ? "" : "（条目" + change.itemCode() + "）");
    }
}
