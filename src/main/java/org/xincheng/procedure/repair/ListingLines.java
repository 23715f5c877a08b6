package org.xincheng.procedure.repair;

import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.ending.EndingCase;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.RegimeTables;
import org.xincheng.procedure.form.Markdown;

/** The listing a case is about, as its forms show it. */
@Component
class ListingLines {

    private final CaseLog log;
    private final Listings listings;
    private final ListingClock listingClock;
    private final Letters letters;
    private final Subjects subjects;
    private final RegimeTables tables;

    ListingLines(
            CaseLog log,
            Listings listings,
            ListingClock listingClock,
            Letters letters,
            Subjects subjects,
            RegimeTables tables) {
        this.log = log;
        this.listings = listings;
        this.listingClock = listingClock;
        this.letters = letters;
        this.subjects = subjects;
        this.tables = tables;
    }

    /** In Markdown, a line each. */
    String of(EndingCase ending) {
        var listing = listings.byId(ending.listingId());
        var subject = subjects.get(listing.subjectId());
        var status = listingClock.now(listing);
        return Markdown.caseLink("列入案件", log.byId(listing.caseId()).number())
                + Markdown.line("信用主体", subject.displayName() + "（" + subject.displayIdentifier() + "）")
                + Markdown.line("决定书", letters.byId(listing.decisionId()).number())
                + Markdown.line(
                        "列入等级", tables.level(listing.regime(), listing.level()).nameZh())
                + Markdown.line(
                        "列入状态",
                        status.inForce()
                                ? (status.lastDay() == null ? "有效，期限停止计算" : "有效，至" + status.lastDay() + "届满")
                                : "已结束");
    }
}
