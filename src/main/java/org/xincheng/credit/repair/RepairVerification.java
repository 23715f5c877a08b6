package org.xincheng.credit.repair;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.repair.RepairAct.RepairDecided;
import org.xincheng.credit.repair.RepairAct.RepairReviewed;
import org.xincheng.credit.repair.RepairAct.RepairVerified;
import org.xincheng.credit.repair.RepairAct.ReviewBody;
import org.xincheng.credit.repair.RepairAct.VerificationMethod;
import org.xincheng.law.LegalTime;

/** Checks whether a subject has corrected itself; the principal decides, and whoever the route names reviews. */
@Service
public class RepairVerification {

    private final CaseLog log;
    private final Repairs repairs;
    private final RepairPolicies policies;
    private final Clock clock;

    RepairVerification(CaseLog log, Repairs repairs, RepairPolicies policies, Clock clock) {
        this.log = log;
        this.repairs = repairs;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Records what the check found.
     *
     * @param verifiedOn not before receipt and not after today
     * @param fulfilled whether the conditions are met
     * @param findings with reasons, 1 to 4000 characters
     */
    @Transactional
    public void verify(
            UUID caseId,
            VerificationMethod method,
            LocalDate verifiedOn,
            boolean fulfilled,
            String findings,
            Actor actor) {
        var repair = repairs.load(caseId);
        require(
                policies.settledRepairsStaySettled(repair),
                policies.onlyAcceptedRepairsAreVerified(repair),
                policies.oneRepairResultAtATime(repair),
                policies.bloodDonationIsNoEvidence(findings));
        var faults = new FaultList();
        faults.required("method", "核查方式", method);
        faults.requiredText("findings", "核查情况和理由", findings, RepairFiling.LONGEST_TEXT);
        checkDay(faults, "verifiedOn", "核查日期", verifiedOn, repair.receivedOn().orElseThrow());
        faults.throwIfAny();
        log.append(
                repair.legalCase(),
                actor,
                new RepairVerified(repair.resultVersion() + 1, method, verifiedOn, fulfilled, findings.strip()));
    }

    /** Approves the result, or sends it back. */
    @Transactional
    public void decide(UUID caseId, boolean approved, String opinion, Actor actor) {
        var repair = repairs.load(caseId);
        require(
                policies.settledRepairsStaySettled(repair),
                policies.repairDecisionsNeedAFreshResult(repair),
                policies.repairDeciderDidNotVerify(repair, actor.user()));
        log.append(
                repair.legalCase(),
                actor,
                new RepairDecided(repair.resultVersion(), approved, opinion("审批意见", "退回的意见", approved, opinion)));
    }

    /** The credit office reviews an approved result. */
    @Transactional
    public void review(UUID caseId, boolean passed, String opinion, Actor actor) {
        var repair = repairs.load(caseId);
        require(
                policies.settledRepairsStaySettled(repair),
                policies.repairReviewsKeepTheirOrder(repair, ReviewBody.CREDIT_OFFICE),
                policies.repairReviewerHadNoPart(repair, actor.user()));
        log.append(
                repair.legalCase(),
                actor,
                new RepairReviewed(
                        repair.resultVersion(),
                        ReviewBody.CREDIT_OFFICE,
                        passed,
                        "",
                        "",
                        LegalTime.today(clock),
                        opinion("复核意见", "不通过的理由", passed, opinion)));
    }

    /**
     * Records what the superior authority said.
     *
     * @param reviewedOn day of its paper
     */
    @Transactional
    public void recordSuperior(
            UUID caseId,
            boolean passed,
            String authority,
            String documentNumber,
            LocalDate reviewedOn,
            String opinion,
            Actor actor) {
        var repair = repairs.load(caseId);
        require(
                policies.settledRepairsStaySettled(repair),
                policies.repairReviewsKeepTheirOrder(repair, ReviewBody.SUPERIOR));
        var faults = new FaultList();
        faults.requiredText("authority", "上级机关", authority, 200);
        faults.requiredText("documentNumber", "文号", documentNumber, 200);
        checkDay(faults, "reviewedOn", "审核日期", reviewedOn, repair.receivedOn().orElseThrow());
        faults.throwIfAny();
        log.append(
                repair.legalCase(),
                actor,
                new RepairReviewed(
                        repair.resultVersion(),
                        ReviewBody.SUPERIOR,
                        passed,
                        authority.strip(),
                        documentNumber.strip(),
                        reviewedOn,
                        opinion("审核意见", "不通过的理由", passed, opinion)));
    }

    /** Why this user may not decide, or nothing: the answer {@link #decide} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayDecide(UUID caseId, String user) {
        return policies.repairDeciderDidNotVerify(repairs.load(caseId), user);
    }

    /** Why this user may not review, or nothing: the answer {@link #review} would give. */
    @Transactional(readOnly = true)
    public Optional<Refusal> mayReview(UUID caseId, String user) {
        return policies.repairReviewerHadNoPart(repairs.load(caseId), user);
    }

    private static String opinion(String label, String labelOfARefusal, boolean positive, String opinion) {
        var faults = new FaultList();
        if (positive) {
            faults.optionalText("opinion", label, opinion, RepairFiling.LONGEST_TEXT);
        } else {
            faults.requiredText("opinion", labelOfARefusal, opinion, RepairFiling.LONGEST_TEXT);
        }
        faults.throwIfAny();
        return opinion.strip();
    }

    private void checkDay(FaultList faults, String field, String label, LocalDate day, LocalDate earliest) {
        faults.required(field, label, day);
        if (day != null && (day.isBefore(earliest) || day.isAfter(LegalTime.today(clock)))) {
            faults.add(field, label + "应在" + earliest + "至今天之间", "the day is out of range");
        }
    }
}
