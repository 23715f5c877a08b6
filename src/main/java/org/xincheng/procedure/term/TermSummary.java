package org.xincheng.procedure.term;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.credit.term.Term;
import org.xincheng.credit.term.TermAct.RemovalChecked;
import org.xincheng.credit.term.TermAct.RemovalDecided;
import org.xincheng.credit.term.TermDates;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.RegimeTables;
import org.xincheng.procedure.form.CaseSummary;
import org.xincheng.procedure.form.Markdown;

/** The term of a listing, as every form of it shows it above its fields. */
@Component
class TermSummary implements CaseSummary {

    private final Listings listings;
    private final ListingClock listingClock;
    private final TermDates dates;
    private final Subjects subjects;
    private final RegimeTables tables;
    private final UserDirectory users;

    TermSummary(
            Listings listings,
            ListingClock listingClock,
            TermDates dates,
            Subjects subjects,
            RegimeTables tables,
            UserDirectory users) {
        this.listings = listings;
        this.listingClock = listingClock;
        this.dates = dates;
        this.subjects = subjects;
        this.tables = tables;
        this.users = users;
    }

    @Override
    public String procedure() {
        return Term.PROCEDURE;
    }

    @Override
    public String of(CaseHistory history) {
        var term = (Term) history;
        var listing = listings.byId(term.listingId());
        var subject = subjects.get(listing.subjectId());
        var text = new StringBuilder();
        text.append(Markdown.caseLink("列入案件", listing.caseNumber()));
        text.append(Markdown.line("信用主体", subject.displayName() + "（" + subject.displayIdentifier() + "）"));
        text.append(Markdown.line(
                "列入等级", tables.level(listing.regime(), listing.level()).nameZh()));
        text.append(Markdown.line("生效日期", listing.effectiveOn().toString()));
        var status = listingClock.now(listing);
        text.append(Markdown.line(
                "期满日", status.lastDay() == null ? "尚未确定" : status.lastDay().toString()));
        if (tables.removalRule(listing.regime()).onApplication()) {
            var window = dates.window(listing.id());
            text.append(Markdown.line("移出申请窗口", window.opensOn() + "至" + window.lastDay()));
            text.append(Markdown.line("移出", window.removableFrom() + "至" + window.lastDay()));
        }
        term.removal().ifPresent(filed -> {
            text.append(Markdown.line("收到移出申请", filed.act().receivedOn().toString()));
            text.append(Markdown.line("申请内容", filed.act().text()));
        });
        text.append(Markdown.list("审查和审批", results(term)));
        return text.toString();
    }

    /** A record in one line. */
    static String line(Record record) {
        return Markdown.plain("%s %s（%s%s，%s）"
                .formatted(
                        record.number(),
                        record.item().textZh(),
                        record.document().issuer(),
                        record.document().number(),
                        record.document().date()));
    }

    private List<String> results(Term term) {
        var lines = new ArrayList<String>();
        term.acts().forEach(logged -> {
            if (logged.act() instanceof RemovalChecked checked) {
                lines.add(Markdown.plain(users.displayName(logged.actor()) + "审查："
                        + (checked.noNewAct() ? "拟予移出" : "拟不予移出") + "。" + checked.findings()));
            }
            if (logged.act() instanceof RemovalDecided decided) {
                lines.add(Markdown.plain(users.displayName(logged.actor())
                        + (decided.approved() ? "同意" : "退回")
                        + (decided.opinion().isBlank() ? "" : "：" + decided.opinion())));
            }
        });
        return lines;
    }
}
