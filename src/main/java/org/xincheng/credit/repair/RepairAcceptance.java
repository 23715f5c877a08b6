package org.xincheng.credit.repair;

import static org.xincheng.credit.RefusedException.require;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.repair.RepairAct.RefusalGround;
import org.xincheng.credit.repair.RepairAct.RepairAccepted;
import org.xincheng.credit.repair.RepairAct.RepairNotAccepted;
import org.xincheng.credit.repair.RepairAct.SupplementRequested;

/** Completeness and eligibility of an application for repair. */
@Service
public class RepairAcceptance {

    private final CaseLog log;
    private final Repairs repairs;
    private final RepairPolicies policies;

    RepairAcceptance(CaseLog log, Repairs repairs, RepairPolicies policies) {
        this.log = log;
        this.repairs = repairs;
        this.policies = policies;
    }

    /** Accepts a complete application that can be asked for. */
    @Transactional
    public void accept(UUID caseId, Actor actor) {
        var repair = judgeable(caseId);
        require(
                policies.onlyEligibleApplicationsAreAccepted(repair),
                policies.onlyCompleteApplicationsAreAccepted(repair));
        log.append(repair.legalCase(), actor, new RepairAccepted());
    }

    /** Asks for what is missing; {@code missing} goes into the letter. */
    @Transactional
    public void requestSupplement(UUID caseId, String missing, Actor actor) {
        var repair = judgeable(caseId);
        var faults = new FaultList();
        faults.requiredText("missing", "需要补正的材料", missing, RepairFiling.LONGEST_TEXT);
        faults.throwIfAny();
        log.append(repair.legalCase(), actor, new SupplementRequested(missing.strip()));
    }

    /**
     * Does not accept.
     *
     * @param basis the law by which it cannot be repaired; blank for other grounds
     * @param reason goes into the letter
     */
    @Transactional
    public void refuse(UUID caseId, RefusalGround ground, String basis, String reason, Actor actor) {
        var repair = judgeable(caseId);
        require(policies.refusalsNeedAGround(repair, ground, basis));
        var faults = new FaultList();
        faults.requiredText("reason", "不予受理的理由", reason, RepairFiling.LONGEST_TEXT);
        faults.optionalText("basis", "法律依据", basis, RepairFiling.LONGEST_TEXT);
        faults.throwIfAny();
        var policy = policies.onlyEligibleApplicationsAreAccepted(repair)
                .or(() -> policies.onlyCompleteApplicationsAreAccepted(repair))
                .map(Refusal::policy)
                .orElse("");
        log.append(repair.legalCase(), actor, new RepairNotAccepted(ground, policy, basis.strip(), reason.strip()));
    }

    /** What speaks against acceptance, for whoever has to decide; empty where nothing does. */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacle(UUID caseId) {
        var repair = repairs.load(caseId);
        return repair.filed().isEmpty()
                ? Optional.empty()
                : policies.onlyEligibleApplicationsAreAccepted(repair)
                        .or(() -> policies.onlyCompleteApplicationsAreAccepted(repair));
    }

    private Repair judgeable(UUID caseId) {
        log.lockSubject(log.byId(caseId).subjectId());
        var repair = repairs.load(caseId);
        require(
                policies.settledRepairsStaySettled(repair),
                policies.repairsAreEnteredBeforeTheyAreJudged(repair),
                policies.repairsAreAcceptedOnce(repair),
                policies.supplementsAreRegisteredFirst(repair));
        return repair;
    }
}
