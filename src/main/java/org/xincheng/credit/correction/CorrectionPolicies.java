package org.xincheng.credit.correction;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.correction.CorrectionAct.CorrectionFiled;
import org.xincheng.credit.correction.CorrectionAct.CorrectionOutcome;
import org.xincheng.credit.correction.CorrectionAct.RefusalGround;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.listing.Suspensions;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.RecordCorrections;
import org.xincheng.credit.record.Records;
import org.xincheng.law.RegimeTables;

/** What a correction must have behind it before it may go on. Each policy is a sentence; where it does not hold, it gives the reason and the article. */
@Component
class CorrectionPolicies {

    private final Corrections corrections;
    private final RecordCorrections truths;
    private final Records records;
    private final Suspensions suspensions;
    private final RegimeTables tables;

    CorrectionPolicies(
            Corrections corrections,
            RecordCorrections truths,
            Records records,
            Suspensions suspensions,
            RegimeTables tables) {
        this.corrections = corrections;
        this.truths = truths;
        this.records = records;
        this.suspensions = suspensions;
        this.tables = tables;
    }

    /** What was corrected or withdrawn is not corrected again; the record in its place is. */
    Optional<Refusal> onlyStandingRecordsAreCorrected(Record record) {
        var truth = truths.truthOf(record);
        return refuseIf(
                truth.filter(standing -> standing.id().equals(record.id())).isEmpty(),
                "onlyStandingRecordsAreCorrected",
                "recordCorrection",
                truth.map(standing -> "该记录已经更正为" + standing.number() + "，请对更正后的记录提出")
                        .orElse("该记录已经撤销，没有可以更正的内容"));
    }

    Optional<Refusal> oneCorrectionOfARecordAtATime(Record record) {
        return corrections.of(record.subjectId(), record.id()).stream()
                .filter(other -> other.closed().isEmpty())
                .findFirst()
                .map(Correction::legalCase)
                .map(LegalCase::number)
                .flatMap(number -> refuseIf(
                        true,
                        "oneCorrectionOfARecordAtATime",
                        "recordCorrection",
                        "对该记录的更正" + number + "正在办理，请在该案中一并处理"));
    }

    Optional<Refusal> closedCorrectionsStayClosed(Correction correction) {
        return refuseIf(
                correction.closed().isPresent(), "closedCorrectionsStayClosed", "recordCorrection", "本案已经办结，不能再办理");
    }

    Optional<Refusal> requestsAreEnteredOnce(Correction correction) {
        return refuseIf(
                correction.filed().isPresent(), "requestsAreEnteredOnce", "recordCorrection", "更正事项已经登记，不能重复登记");
    }

    Optional<Refusal> requestsAreEnteredBeforeTheyAreJudged(Correction correction) {
        return refuseIf(
                correction.filed().isEmpty(),
                "requestsAreEnteredBeforeTheyAreJudged",
                "recordCorrection",
                "尚未登记更正事项，不能作出受理决定");
    }

    /** Acceptance is settled once: a second one would stop the measures twice. */
    Optional<Refusal> requestsAreAcceptedOnce(Correction correction) {
        return refuseIf(
                correction.accepted().isPresent() || correction.notAccepted().isPresent(),
                "requestsAreAcceptedOnce",
                "recordCorrection",
                "本案的受理决定已经作出，不能重复作出");
    }

    /** What was asked and answered before neither stops the measures again nor is verified again (regimes.md §C 7). */
    Optional<Refusal> answeredRequestsAreNotTakenUpAgain(Correction correction) {
        var subject = correction.legalCase().subjectId();
        return corrections.of(subject, correction.recordId()).stream()
                .filter(other -> other.outcome().equals(Optional.of(CorrectionOutcome.UPHELD)))
                .filter(other -> saysTheSame(other, correction))
                .findFirst()
                .map(other -> Refusal.by(
                        "answeredRequestsAreNotTakenUpAgain",
                        tables.gate("recordCorrection"),
                        "相同的事项已在" + other.legalCase().number() + "中核实答复，不重复办理，也不再次暂停执行",
                        "The same was asked and answered before."));
    }

    /** What the office found itself is not turned away for another procedure: only the subject can repair or object. */
    Optional<Refusal> onlyTheSubjectIsReferredElsewhere(Correction correction, RefusalGround ground) {
        var elsewhere = ground == RefusalGround.REPAIR || ground == RefusalGround.OBJECTION;
        return refuseIf(
                elsewhere
                        && correction
                                .filed()
                                .filter(filed -> filed.asker() == CorrectionAct.Asker.SUBJECT)
                                .isEmpty(),
                "onlyTheSubjectIsReferredElsewhere",
                "recordCorrection",
                "修复和异议只能由信用主体申请，本案不是主体提出的，请选择其他理由或者予以受理");
    }

    Optional<Refusal> onlyAcceptedRequestsAreVerified(Correction correction) {
        return refuseIf(
                correction.accepted().isEmpty(),
                "onlyAcceptedRequestsAreVerified",
                "suspensionWhileVerified",
                "本案尚未受理，不能核实");
    }

    Optional<Refusal> answeredCorrectionsStayAnswered(Correction correction) {
        return refuseIf(
                correction.answer().isPresent(),
                "answeredCorrectionsStayAnswered",
                "reasonedReply",
                "答复已经制发，不能再核实或者决定");
    }

    /** Whoever took the record in does not say whether it is right (DESIGN §6, 4). */
    Optional<Refusal> nobodyJudgesTheirOwnRecord(Correction correction, String user) {
        return refuseIf(
                record(correction.recordId()).recordedBy().equals(user),
                "nobodyJudgesTheirOwnRecord",
                "fourEyes",
                "录入该记录的人员不得核实或者决定，请由其他人员办理");
    }

    Optional<Refusal> correctionDeciderDidNotVerify(Correction correction, String decider) {
        return refuseIf(
                        correction.verifiers().contains(decider),
                        "correctionDeciderDidNotVerify",
                        "fourEyes",
                        "核实人不得对本人的核实结论作出决定，请由其他负责人办理")
                .or(() -> nobodyJudgesTheirOwnRecord(correction, decider));
    }

    Optional<Refusal> oneCorrectionResultAtATime(Correction correction) {
        return refuseIf(
                correction.verified().isPresent() && correction.decision().isEmpty(),
                "oneCorrectionResultAtATime",
                "reasonedReply",
                "已有一份核实结论待负责人决定");
    }

    Optional<Refusal> correctionDecisionsNeedAFreshResult(Correction correction) {
        return refuseIf(
                correction.verified().isEmpty() || correction.decision().isPresent(),
                "correctionDecisionsNeedAFreshResult",
                "reasonedReply",
                "没有待决定的核实结论");
    }

    Optional<Refusal> changesRestOnADecidedResult(Correction correction) {
        return refuseIf(
                !correction.awaitsCorrection(),
                "changesRestOnADecidedResult",
                "wrongInformationWithdrawn",
                "没有经决定的更正结论，或者已经更正");
    }

    /** Another case may have corrected the record meanwhile. */
    Optional<Refusal> recordsAreCorrectedOnce(Correction correction) {
        var standing = truths.truthOf(record(correction.recordId()));
        return refuseIf(
                standing.filter(truth -> truth.id().equals(correction.recordId()))
                        .isEmpty(),
                "recordsAreCorrectedOnce",
                "wrongInformationWithdrawn",
                "该记录已经在另案中更正或者撤销，请退回重新核实");
    }

    /** Nobody is answered before somebody else than the verifier has approved the result, and the data is right. */
    Optional<Refusal> noAnswerBeforeTheData(Correction correction) {
        return refuseIf(
                correction.decidedResult().isEmpty() || correction.awaitsCorrection(),
                "noAnswerBeforeTheData",
                "reasonedReply",
                "核实结论尚未经负责人决定，或者数据尚未更正，不得答复");
    }

    /** The reasoned answer comes first, then the measures run again (CITYX (三)2). */
    Optional<Refusal> theAnswerComesBeforeTheMeasures(Correction correction) {
        return refuseIf(
                correction.answer().isEmpty() || correction.notAccepted().isPresent(),
                "theAnswerComesBeforeTheMeasures",
                "reasonedReply",
                "尚未书面答复，不得恢复执行惩戒措施");
    }

    Optional<Refusal> listingsAreSettledOnce(Correction correction) {
        return refuseIf(
                correction.settled().isPresent(), "listingsAreSettledOnce", "suspensionWhileVerified", "暂停已经结束，不能重复办理");
    }

    /** No case ends and leaves the clock standing (DESIGN §6, 8). */
    Optional<Refusal> noCorrectionEndsWithASuspensionRunning(Correction correction) {
        var running = suspensions.begunBy(correction.legalCase().id()).stream()
                .anyMatch(suspension -> suspension.until() == null);
        return refuseIf(
                running,
                "noCorrectionEndsWithASuspensionRunning",
                "suspensionWhileVerified",
                "暂停尚未结束：应当先恢复执行或者撤销列入，再办结");
    }

    Optional<Refusal> correctionsEndWhenTheirLettersAreServed(Correction correction) {
        return refuseIf(
                !correction.everybodyKnows(),
                "correctionsEndWhenTheirLettersAreServed",
                "serviceProven",
                "文书尚无送达证明，不能办结");
    }

    /** A case has one letter of each kind, and to the departments one for each listing (DESIGN §6, 13). */
    Optional<Refusal> oneLetterOfAKind(Correction correction, LetterKind kind) {
        return refuseIf(
                correction.letter(kind).isPresent(),
                "oneLetterOfAKind",
                "recordCorrection",
                "《" + kind.title() + "》已经制发，不能重复制发");
    }

    private Record record(UUID id) {
        return records.byId(id).orElseThrow();
    }

    private static boolean saysTheSame(Correction one, Correction other) {
        return one.filed().map(CorrectionPolicies::plain).equals(other.filed().map(CorrectionPolicies::plain));
    }

    /** Spaces and punctuation do not make another request. */
    private static String plain(CorrectionFiled filed) {
        return filed.matter() + filed.text().replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]", "");
    }

    private Optional<Refusal> refuseIf(boolean broken, String policy, String gate, String zh) {
        return broken
                ? Optional.of(Refusal.by(policy, tables.gate(gate), zh, "Refused by the policy " + policy + "."))
                : Optional.empty();
    }
}
