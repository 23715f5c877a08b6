package org.xincheng.credit.determination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.ending.EndLetters;
import org.xincheng.credit.ending.EndLetters.Message;
import org.xincheng.credit.ending.RepairTerms;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.RemedyContent;
import org.xincheng.credit.listing.ListBases;
import org.xincheng.credit.record.Records;
import org.xincheng.law.LegalTime;
import org.xincheng.law.LevelRule;
import org.xincheng.law.RegimeTables;

/** The letter that goes out with every decision and tells how to get off the list early (两书同达, 国办发〔2025〕22号). */
@Component
class RepairGuide {

    private final Records records;
    private final ListBases bases;
    private final RepairTerms terms;
    private final EndLetters letters;
    private final RegimeTables tables;
    private final Clock clock;

    RepairGuide(
            Records records, ListBases bases, RepairTerms terms, EndLetters letters, RegimeTables tables, Clock clock) {
        this.records = records;
        this.bases = bases;
        this.terms = terms;
        this.letters = letters;
        this.tables = tables;
        this.clock = clock;
    }

    /** Issues the guide to a decision, in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Letter issue(Determination d, Letter decision, Actor actor) {
        var level = tables.level(d.legalCase().regime(), d.level().orElseThrow().level());
        var today = LegalTime.today(clock);
        var found = terms.expected(
                d.legalCase().subjectId(),
                level,
                bases.onlyFoundedListsArePublished(level, today).isEmpty(),
                documentDate(d),
                today);
        var listed = new RemedyContent.Listed(
                decision.number(), today, level.nameZh(), d.legalCase().number());
        return letters.issueWithoutListing(d, listed, LetterKind.REPAIR_GUIDE, message(level, found), actor);
    }

    private LocalDate documentDate(Determination d) {
        return records.byIds(d.level().orElseThrow().records()).stream()
                .map(record -> record.document().date())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Message message(LevelRule level, RepairTerms.Terms found) {
        var route = found.route();
        var statements = List.of(
                "你（单位）被列入“" + level.nameZh() + "”，可以依法申请信用修复；修复后移出名单，停止公示，惩戒措施同时停止执行",
                "最早可以申请的日期：" + found.earliest() + "（" + found.rule().document()
                        + found.rule().article() + "）",
                "列入期限届满的，自动移出名单，不需要申请");
        var conditions = new ArrayList<String>();
        conditions.add("纠正失信行为，履行相应义务，消除不良影响，并提交证明材料");
        conditions.add("作出信用承诺，提交信用承诺书");
        if (found.rule().noNewRecord()) {
            conditions.add("列入期间没有新增不良信用记录");
        }
        if (found.rule().welfareProof()) {
            conditions.add("提交参加社会公益活动或者承担社会责任的证明材料；不收取、不采用无偿献血的材料");
        }
        conditions.add("向" + route.acceptedBy() + "书面或者网上提出申请（" + route.document() + route.article() + "）");
        conditions.add("办理信用修复不收取任何费用");
        return Message.telling(statements, "lettersTogether", "repairAccepted", "freeRepair")
                .asking(conditions);
    }
}
