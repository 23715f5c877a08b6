package org.xincheng.credit.correction;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xincheng.credit.catalogue.Measure;
import org.xincheng.credit.correction.CorrectionAct.CorrectionVerified;
import org.xincheng.credit.correction.CorrectionAct.DataCorrected;
import org.xincheng.credit.correction.CorrectionAct.FoundAnew;
import org.xincheng.credit.correction.CorrectionAct.Matter;
import org.xincheng.credit.ending.EndLetters.Message;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** What the letters of a correction say, each with the gates it rests on. A natural person is masked for everybody but itself. */
@Component
class CorrectionWords {

    private final Records records;
    private final Listings listings;
    private final Subjects subjects;
    private final RegimeTables tables;
    private final Clock clock;

    CorrectionWords(Records records, Listings listings, Subjects subjects, RegimeTables tables, Clock clock) {
        this.records = records;
        this.listings = listings;
        this.subjects = subjects;
        this.tables = tables;
        this.clock = clock;
    }

    /** The unit that provided the data: whose document the record rests on. */
    String provider(Correction correction) {
        return record(correction).document().issuer();
    }

    Message inquiry(Correction correction) {
        var filed = correction.filed().orElseThrow();
        return Message.telling(
                        List.of(
                                "你单位提供的" + about(correction) + "，"
                                        + filed.asker().zh() + "有误，事项为"
                                        + filed.matter().zh(),
                                "提出的内容：" + filed.text()),
                        "recordCorrection",
                        "wrongInformationWithdrawn")
                .asking(List.of("核实上述信息是否与你单位据以提供的文书一致", "将核实意见和证明材料书面答复本办", "查明有误的，同时在你单位更正或者撤销"));
    }

    Message suspension(Correction correction) {
        return Message.telling(
                        List.of(
                                "该列入所依据的" + about(correction) + "正在核实，自"
                                        + correction.accepted().orElseThrow().day() + "起下列措施暂停执行，列入期限停止计算",
                                "核实期间不得采取新的措施；核实结果另行通知"),
                        "suspensionWhileVerified",
                        "recordCorrection")
                .withTheMeasures();
    }

    Message refusal(Correction correction) {
        var refused = correction.notAccepted().orElseThrow();
        return Message.telling(
                        List.of("关于更正" + about(correction) + "的申请，本办不予受理："
                                + refused.ground().zh()),
                        "recordCorrection",
                        "reasonedReply")
                .because(refused.reason());
    }

    /** The answer: what was found, what has changed, where the listings stand. */
    Message answer(Correction correction) {
        var result = correction.decidedResult().orElseThrow();
        var statements = new ArrayList<String>();
        statements.add("关于" + about(correction) + "，核实结论：" + result.result().zh());
        changes(correction, result, statements);
        correction
                .corrected()
                .map(DataCorrected::listings)
                .orElse(List.of())
                .forEach(
                        found -> statements.add(listings.byId(found.listingId()).caseNumber() + "的列入：" + level(found)));
        if (!correction.accepted().orElseThrow().act().suspended().isEmpty()) {
            statements.add("核实期间暂停的惩戒措施，列入维持的自" + LegalTime.today(clock) + "起恢复执行，列入期限继续计算");
        }
        return Message.telling(statements, "recordCorrection", "reasonedReply", "wrongInformationWithdrawn")
                .because(result.findings());
    }

    /** What came of it for a listing whose measures departments carry out. */
    Message result(Correction correction, Listing listing) {
        var statements = new ArrayList<String>();
        if (correction.filed().orElseThrow().matter() == Matter.SUBJECT_NAME) {
            statements.add(
                    "该主体的名称经核实有误，更正为“" + subjects.get(listing.subjectId()).displayName() + "”，列入和措施不变，请同步更正");
        } else if (listing.revokedOn() != null) {
            statements.add("该列入所依据的失信信息经核实有误，列入已被撤销，自始无效，下列措施立即停止执行并消除影响");
        } else {
            statements.add(running(correction, listing));
        }
        return Message.telling(statements, "wrongInformationWithdrawn", "suspensionWhileVerified")
                .withTheMeasures();
    }

    private String running(Correction correction, Listing listing) {
        var text = new StringBuilder("核实已经结束，列入维持");
        correction.corrected().map(DataCorrected::listings).orElse(List.of()).stream()
                .filter(found -> found.listingId().equals(listing.id()))
                .findFirst()
                .ifPresent(found -> text.append("，").append(level(found)));
        var lifted = listings.measuresLiftedBy(correction.legalCase().id()).stream()
                .map(Measure::textZh)
                .toList();
        if (!lifted.isEmpty()) {
            text.append("，不再执行：").append(String.join("；", lifted));
        }
        return text.append(listing.disputed() ? "；另案仍在核实，下列措施继续暂停执行" : "；下列措施自" + LegalTime.today(clock) + "起恢复执行")
                .toString();
    }

    private void changes(Correction correction, CorrectionVerified result, List<String> statements) {
        if (!result.subjectName().isBlank()) {
            // A unit that asked is told of a natural person no more than the public would be.
            var subject = subjects.get(correction.legalCase().subjectId());
            var toUnit = correction.filed().orElseThrow().asker().isUnit();
            statements.add("信用主体名称更正为“" + (toUnit ? subject.displayName() : result.subjectName()) + "”");
        }
        correction
                .corrected()
                .map(DataCorrected::replacement)
                .flatMap(records::byId)
                .ifPresent(truth -> {
                    statements.add("该记录更正为" + truth.number() + "：" + truth.fact());
                    statements.add("更正后的条目" + truth.item().code() + "，文书"
                            + truth.document().number() + "，处理完毕日期" + truth.handledOn());
                });
    }

    private String level(FoundAnew found) {
        if (found.levelAfter() == null) {
            return "更正后未达到列入名单的标准，撤销列入，自始无效";
        }
        var regime = listings.byId(found.listingId()).regime();
        var before = tables.level(regime, found.levelBefore()).nameZh();
        var after = tables.level(regime, found.levelAfter()).nameZh();
        return before.equals(after) ? "更正后列入等级不变：" + after : "列入等级由" + before + "调整为" + after;
    }

    private String about(Correction correction) {
        var record = record(correction);
        return "失信行为记录" + record.number() + "（" + record.document().issuer() + "，"
                + record.document().number() + "，" + record.document().date() + "）";
    }

    private Record record(Correction correction) {
        return records.byId(correction.recordId()).orElseThrow();
    }
}
