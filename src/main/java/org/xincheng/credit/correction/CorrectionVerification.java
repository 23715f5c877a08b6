package org.xincheng.credit.correction;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.catalogue.Behaviour;
import org.xincheng.credit.catalogue.Catalogue;
import org.xincheng.credit.correction.CorrectionAct.CorrectionDecided;
import org.xincheng.credit.correction.CorrectionAct.CorrectionResult;
import org.xincheng.credit.correction.CorrectionAct.CorrectionVerified;
import org.xincheng.credit.correction.CorrectionAct.Matter;
import org.xincheng.law.LegalTime;

/** Verification with the unit that provided the data, and the principal's decision on its result. */
@Service
public class CorrectionVerification {

    private final CaseLog log;
    private final Corrections corrections;
    private final Catalogue catalogue;
    private final CorrectionPolicies policies;
    private final Clock clock;

    CorrectionVerification(
            CaseLog log, Corrections corrections, Catalogue catalogue, CorrectionPolicies policies, Clock clock) {
        this.log = log;
        this.corrections = corrections;
        this.catalogue = catalogue;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * What a verifier found.
     *
     * @param findings with reasons, 1 to 4000 characters
     * @param providerAnswer what the unit that provided the data says; blank only where it has not answered
     * @param providerAnsweredOn when it said so, or null
     * @param change what is true of the record; its own id and whether it is withdrawn are the store's to say. Unread unless the record is corrected
     * @param subjectName the subject's true name; unread unless the name is corrected
     */
    public record Finding(
            CorrectionResult result,
            String findings,
            String providerAnswer,
            LocalDate providerAnsweredOn,
            RecordChange change,
            String subjectName) {}

    /** Records the result of the verification, which somebody else decides on. */
    @Transactional
    public void verify(UUID caseId, Finding finding, Actor actor) {
        var correction = corrections.load(caseId);
        require(
                policies.closedCorrectionsStayClosed(correction),
                policies.onlyAcceptedRequestsAreVerified(correction),
                policies.answeredCorrectionsStayAnswered(correction),
                policies.nobodyJudgesTheirOwnRecord(correction, actor.user()),
                policies.oneCorrectionResultAtATime(correction));
        var matter = correction.filed().orElseThrow().matter();
        check(finding, matter);
        log.append(
                correction.legalCase(),
                actor,
                new CorrectionVerified(
                        correction.resultVersion() + 1,
                        finding.result(),
                        finding.findings().strip(),
                        finding.providerAnswer().strip(),
                        finding.providerAnsweredOn(),
                        change(finding, matter, correction.recordId()),
                        changesTheName(finding, matter) ? finding.subjectName().strip() : ""));
    }

    /** Approves the result, or sends it back. */
    @Transactional
    public void decide(UUID caseId, boolean approved, String opinion, Actor actor) {
        var correction = corrections.load(caseId);
        require(
                policies.closedCorrectionsStayClosed(correction),
                policies.correctionDecisionsNeedAFreshResult(correction),
                policies.correctionDeciderDidNotVerify(correction, actor.user()));
        var faults = new FaultList();
        if (approved) {
            faults.optionalText("opinion", "审批意见", opinion, CorrectionFiling.LONGEST_TEXT);
        } else {
            faults.requiredText("opinion", "退回的意见", opinion, CorrectionFiling.LONGEST_TEXT);
        }
        faults.throwIfAny();
        log.append(
                correction.legalCase(),
                actor,
                new CorrectionDecided(correction.resultVersion(), approved, opinion.strip()));
    }

    /** Why this user may not verify, or nothing: the answer {@link #verify} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayVerify(UUID caseId, String user) {
        return policies.nobodyJudgesTheirOwnRecord(corrections.load(caseId), user);
    }

    /** Why this user may not decide, or nothing: the answer {@link #decide} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayDecide(UUID caseId, String user) {
        return policies.correctionDeciderDidNotVerify(corrections.load(caseId), user);
    }

    /** The items a corrected record of the case's regime can name. */
    @Transactional(readOnly = true)
    public List<Behaviour> items(UUID caseId) {
        return catalogue.behaviours(corrections.load(caseId).legalCase().regime()).stream()
                .filter(Behaviour::isRecordable)
                .toList();
    }

    private static RecordChange change(Finding finding, Matter matter, UUID recordId) {
        if (matter != Matter.RECORD || !finding.result().corrects()) {
            return null;
        }
        if (finding.result() == CorrectionResult.WITHDRAWN) {
            return RecordChange.withdrawal(recordId);
        }
        var said = finding.change();
        return new RecordChange(
                recordId,
                false,
                said.fact().strip(),
                said.itemCode().strip(),
                said.correctionMade(),
                said.documentNumber().strip(),
                said.handledOn());
    }

    private static boolean changesTheName(Finding finding, Matter matter) {
        return matter == Matter.SUBJECT_NAME && finding.result().corrects();
    }

    private void check(Finding finding, Matter matter) {
        var faults = new FaultList();
        faults.required("result", "核实结论", finding.result());
        faults.requiredText("findings", "核实情况和理由", finding.findings(), CorrectionFiling.LONGEST_TEXT);
        faults.optionalText("providerAnswer", "信息提供单位的意见", finding.providerAnswer(), CorrectionFiling.LONGEST_TEXT);
        var today = LegalTime.today(clock);
        if (finding.providerAnsweredOn() != null && finding.providerAnsweredOn().isAfter(today)) {
            faults.add("providerAnsweredOn", "信息提供单位的答复日期不能晚于今天", "the day lies in the future");
        }
        if (finding.providerAnswer().isBlank() != (finding.providerAnsweredOn() == null)) {
            faults.add("providerAnsweredOn", "信息提供单位的意见和答复日期应当一并填写", "answer and day belong together");
        }
        if (finding.result() == CorrectionResult.WITHDRAWN && matter != Matter.RECORD) {
            faults.add("result", "只有失信行为记录可以撤销；名称有误的请选择更正", "a name is corrected, not withdrawn");
        }
        if (finding.result() == CorrectionResult.CORRECTED) {
            if (matter == Matter.RECORD) {
                checkRecord(finding.change(), today, faults);
            } else {
                faults.requiredText("subjectName", "更正后的主体名称", finding.subjectName(), 200);
            }
        }
        faults.throwIfAny();
    }

    private void checkRecord(RecordChange change, LocalDate today, FaultList faults) {
        faults.requiredText("fact", "更正后的失信事实", change.fact(), CorrectionFiling.LONGEST_TEXT);
        faults.optionalText("documentNumber", "更正后的文号", change.documentNumber(), 100);
        var item = change.itemCode().strip();
        if (!item.isEmpty()
                && catalogue.behaviour(item).filter(Behaviour::isRecordable).isEmpty()) {
            faults.add("item", "没有代码为“" + item + "”的失信行为条目", "unknown item");
        }
        if (change.handledOn() != null && change.handledOn().isAfter(today)) {
            faults.add("handledOn", "处理完毕日期不能晚于今天", "the day lies in the future");
        }
    }
}
