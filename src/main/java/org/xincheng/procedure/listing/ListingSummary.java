package org.xincheng.procedure.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.catalogue.Catalogue;
import org.xincheng.credit.determination.Act;
import org.xincheng.credit.determination.Determination;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.RegimeTables;
import org.xincheng.procedure.form.CaseSummary;
import org.xincheng.procedure.form.Markdown;

/** A determination, as every form of it shows it above its fields. */
@Component
class ListingSummary implements CaseSummary {

    private final Records records;
    private final Subjects subjects;
    private final Catalogue catalogue;
    private final RegimeTables tables;
    private final UserDirectory users;

    ListingSummary(Records records, Subjects subjects, Catalogue catalogue, RegimeTables tables, UserDirectory users) {
        this.records = records;
        this.subjects = subjects;
        this.catalogue = catalogue;
        this.tables = tables;
        this.users = users;
    }

    @Override
    public String procedure() {
        return Determinations.PROCEDURE;
    }

    @Override
    public String of(CaseHistory history) {
        return summary((Determination) history);
    }

    /** The records a case rests on: those counted for its level, or the one it was opened on. */
    List<Record> records(Determination d) {
        return d.level()
                .map(l -> records.byIds(l.records()))
                .orElseGet(() -> List.of(records.byId(d.openingRecord()).orElseThrow()));
    }

    private String summary(Determination d) {
        var legalCase = d.legalCase();
        var regime = tables.regime(legalCase.regime()).orElseThrow();
        var subject = subjects.get(legalCase.subjectId());
        var text = new StringBuilder();
        text.append(Markdown.line("适用制度", regime.title()));
        text.append(Markdown.line("信用主体", subject.displayName() + "（" + subject.displayIdentifier() + "）"));
        d.level()
                .ifPresent(l -> text.append(Markdown.line(
                        "认定等级", tables.level(regime.code(), l.level()).nameZh())));
        text.append(Markdown.list(
                "失信行为记录", records(d).stream().map(ListingSummary::line).toList()));
        d.draft().filter(Act.DraftSubmitted::proposed).ifPresent(draft -> {
            text.append("\n").append(Markdown.line("失信事实", draft.facts()));
            text.append(Markdown.line("证据", draft.evidence()));
            text.append(Markdown.list("拟采取的惩戒措施", measures(draft)));
        });
        d.letterInPreparation()
                .ifPresent(kind -> text.append("\n**拟发文书** ")
                        .append(Markdown.link(
                                "预览《" + kind.title() + "》", "/cases/" + legalCase.number() + "/letter-preview"))
                        .append("  \n"));
        text.append(Markdown.list("办理意见", opinions(d)));
        text.append(Markdown.list("当事人意见", statements(d)));
        text.append(Markdown.list("听证", hearing(d)));
        return text.toString();
    }

    private static String line(Record record) {
        return Markdown.plain("%s %s（%s%s，%s）%s"
                .formatted(
                        record.number(),
                        record.item().textZh(),
                        record.document().issuer(),
                        record.document().number(),
                        record.document().date(),
                        record.points() == 0 ? "" : "计" + record.points() + "分"));
    }

    private List<String> measures(Act.DraftSubmitted draft) {
        return catalogue.measures(draft.measureVersion(), draft.measures()).stream()
                .map(m -> Markdown.plain(m.textZh() + (m.referenceOnly() ? "（仅供参考，不具约束力）" : "")))
                .toList();
    }

    private List<String> opinions(Determination d) {
        var lines = new ArrayList<String>();
        d.all(Act.DraftReviewed.class)
                .forEach(r -> lines.add(by(
                        r.actor(), r.act().passed() ? "审核通过" : "审核退回", r.act().opinion())));
        d.all(Act.DeliberationHeld.class)
                .forEach(h -> lines.add(
                        Markdown.plain("第" + h.act().round() + "轮审议（" + h.act().heldOn() + "）："
                                + switch (h.act().outcome()) {
                                    case LIST -> "同意列入";
                                    case NOT_LIST -> "不同意列入";
                                    case REDRAFT -> "退回重新起草";
                                }
                                + "。" + h.act().minutes())));
        d.all(Act.DecisionApproved.class)
                .forEach(a -> lines.add(
                        by(a.actor(), a.act().approved() ? "批准" : "退回", a.act().opinion())));
        return lines;
    }

    private String by(String actor, String word, String opinion) {
        return Markdown.plain(users.displayName(actor) + word + (opinion.isBlank() ? "" : "：" + opinion));
    }

    private static List<String> statements(Determination d) {
        return d.statements().stream()
                .map(s -> Markdown.plain("%d. %s（%s收到%s）：%s"
                        .formatted(s.number(), s.kind().zh(), s.receivedOn(), s.late() ? "，逾期" : "", s.text())))
                .toList();
    }

    private static List<String> hearing(Determination d) {
        return Stream.of(
                        d.hearing()
                                .map(h -> "时间：" + h.at().toLocalDate() + " " + h.at().toLocalTime() + "（北京时间），地点："
                                        + h.place()),
                        d.hearingResult().map(r -> "笔录：" + r.record()),
                        d.last(Act.HearingOpinionGiven.class)
                                .map(o -> "听证意见：" + o.act().opinion()))
                .flatMap(Optional::stream)
                .map(Markdown::plain)
                .toList();
    }
}
