package org.xincheng.credit.objection;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.catalogue.Behaviour;
import org.xincheng.credit.catalogue.Catalogue;
import org.xincheng.credit.correction.ListedRecords;
import org.xincheng.credit.correction.RecordChange;
import org.xincheng.credit.objection.RemedyAct.ResultDecided;
import org.xincheng.credit.objection.RemedyAct.VerificationConcluded;
import org.xincheng.credit.objection.RemedyAct.VerificationResult;
import org.xincheng.credit.record.Record;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** Verification with the unit that provided the information, and the principal's decision on its result (NANNING art. 13; WS-CITY art. 5(七)). */
@Service
public class Verification {

    private final CaseLog log;
    private final Remedies remedies;
    private final ListedRecords records;
    private final Catalogue catalogue;
    private final RemedyPolicies policies;
    private final RegimeTables tables;
    private final Clock clock;

    Verification(
            CaseLog log,
            Remedies remedies,
            ListedRecords records,
            Catalogue catalogue,
            RemedyPolicies policies,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.remedies = remedies;
        this.records = records;
        this.catalogue = catalogue;
        this.policies = policies;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * What a verifier found.
     *
     * @param result what it comes to
     * @param findings with reasons, 1 to 4000 characters
     * @param providerAnswer what the unit that provided the information says; blank only where it has not answered
     * @param providerAnsweredOn when it said so, or null
     * @param corrections what is to become of wrong records; empty unless the result corrects
     */
    public record Finding(
            VerificationResult result,
            String findings,
            String providerAnswer,
            LocalDate providerAnsweredOn,
            List<RecordChange> corrections) {}

    /** Records the result of the verification, which somebody else decides on. */
    @Transactional
    public void conclude(UUID caseId, Finding finding, Actor actor) {
        var remedy = remedies.load(caseId);
        require(
                policies.withdrawnCasesAreNotPursued(remedy),
                policies.onlyAcceptedCasesAreVerified(remedy),
                policies.answeredCasesStayAnswered(remedy),
                policies.verifierHadNoPartInTheListing(remedy, actor.user()),
                policies.revokedListingsAreNotConfirmed(remedy, finding.result()),
                theOfficeMeetsOnComplaints(remedy),
                oneResultIsDecidedAtATime(remedy));
        check(finding, remedy);
        log.append(
                remedy.legalCase(),
                actor,
                new VerificationConcluded(
                        remedy.resultVersion() + 1,
                        finding.result(),
                        finding.findings().strip(),
                        finding.providerAnswer().strip(),
                        finding.providerAnsweredOn(),
                        finding.corrections()));
    }

    /** Approves the result, or sends it back. */
    @Transactional
    public void decide(UUID caseId, boolean approved, String opinion, Actor actor) {
        var remedy = remedies.load(caseId);
        require(
                policies.withdrawnCasesAreNotPursued(remedy),
                policies.decisionsNeedAFreshResult(remedy),
                policies.deciderDidNotVerify(remedy, actor.user()));
        var faults = new FaultList();
        if (approved) {
            faults.optionalText("opinion", "审批意见", opinion, ObjectionFiling.LONGEST_TEXT);
        } else {
            faults.requiredText("opinion", "退回的意见", opinion, ObjectionFiling.LONGEST_TEXT);
        }
        faults.throwIfAny();
        if (approved) {
            require(policies.revokedListingsAreNotConfirmed(
                    remedy, remedy.conclusion().orElseThrow().result()));
        }
        log.append(remedy.legalCase(), actor, new ResultDecided(remedy.resultVersion(), approved, opinion.strip()));
    }

    /** Why this user may not verify, or nothing: the answer {@link #conclude} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayVerify(UUID caseId, String user) {
        return policies.verifierHadNoPartInTheListing(remedies.load(caseId), user);
    }

    /** Why this user may not decide, or nothing: the answer {@link #decide} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayDecide(UUID caseId, String user) {
        return policies.deciderDidNotVerify(remedies.load(caseId), user);
    }

    /** The records the listing rests on today, which a verification can find wrong. */
    @Transactional(readOnly = true)
    public List<Record> records(UUID caseId) {
        return records.of(remedies.load(caseId).listingId());
    }

    /** The items a corrected record of the case's regime can name. */
    @Transactional(readOnly = true)
    public List<Behaviour> items(UUID caseId) {
        var regime = remedies.load(caseId).legalCase().regime();
        return catalogue.behaviours(regime).stream()
                .filter(Behaviour::isRecordable)
                .toList();
    }

    private void check(Finding finding, Remedy remedy) {
        var faults = new FaultList();
        faults.required("result", "核实结论", finding.result());
        faults.requiredText("findings", "核实情况和理由", finding.findings(), ObjectionFiling.LONGEST_TEXT);
        faults.optionalText("providerAnswer", "信息提供单位的意见", finding.providerAnswer(), ObjectionFiling.LONGEST_TEXT);
        if (finding.providerAnsweredOn() != null && finding.providerAnsweredOn().isAfter(LegalTime.today(clock))) {
            faults.add("providerAnsweredOn", "信息提供单位的答复日期不能晚于今天", "the day lies in the future");
        }
        if (finding.providerAnswer().isBlank() != (finding.providerAnsweredOn() == null)) {
            faults.add("providerAnsweredOn", "信息提供单位的意见和答复日期应当一并填写", "answer and day belong together");
        }
        checkCorrections(finding, remedy, faults);
        faults.throwIfAny();
    }

    private void checkCorrections(Finding finding, Remedy remedy, FaultList faults) {
        var corrects = finding.result() != null && finding.result().corrects();
        if (corrects == finding.corrections().isEmpty()) {
            faults.add(
                    "corrections",
                    corrects ? "请选择需要更正的记录" : "只有更正或者部分更正才能选择需要更正的记录",
                    corrects ? "no record to correct" : "corrections without a correcting result");
        }
        var listed = records.of(remedy.listingId()).stream().collect(Collectors.toMap(Record::id, Record::regime));
        var items = items(remedy.legalCase().id()).stream().map(Behaviour::code).toList();
        for (var change : finding.corrections()) {
            if (!listed.containsKey(change.recordId())) {
                faults.add("corrections", "所选记录不是本次列入所依据的现行记录", "not a record the listing rests on");
            }
            if (!change.withdrawn()) {
                faults.requiredText("fact", "更正后的失信事实", change.fact(), ObjectionFiling.LONGEST_TEXT);
            }
            if (!change.itemCode().isBlank() && !items.contains(change.itemCode())) {
                faults.add("item", "没有代码为“" + change.itemCode() + "”的失信行为条目", "unknown item");
            }
        }
        if (finding.corrections().stream()
                        .map(RecordChange::recordId)
                        .distinct()
                        .count()
                != finding.corrections().size()) {
            faults.add("corrections", "同一条记录只能选择一次", "a record is chosen twice");
        }
    }

    /** A complaint is judged in a meeting of the joint-conference office, with the experts where they were asked for (CITYX (三)2). */
    private Optional<Refusal> theOfficeMeetsOnComplaints(Remedy remedy) {
        var unmet =
                remedy instanceof Complaint complaint && (complaint.meeting().isEmpty() || !complaint.expertsSettled());
        return unmet
                ? Optional.of(Refusal.by(
                        "theOfficeMeetsOnComplaints",
                        tables.gate("expertsByLot"),
                        "联席会议办公室尚未开会研究，或者专家尚未确认，不能得出结论",
                        "The joint-conference office has not met."))
                : Optional.empty();
    }

    private Optional<Refusal> oneResultIsDecidedAtATime(Remedy remedy) {
        return remedy.conclusion().isPresent() && remedy.decision().isEmpty()
                ? Optional.of(Refusal.by(
                        "oneResultIsDecidedAtATime",
                        tables.gate("reasonedReply"),
                        "已有一份核实结论待负责人决定",
                        "A result waits for its decision."))
                : Optional.empty();
    }
}
