package org.xincheng.credit.objection;

import static org.xincheng.credit.RefusedException.require;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.listing.Suspensions;
import org.xincheng.credit.objection.RemedyAct.Accepted;
import org.xincheng.credit.objection.RemedyAct.NotAccepted;

/**
 * Acceptance (受理). In the transaction that accepts, measures and clock of the listing stop: from its commit on no look-up, page or interface tells of a measure
 * in force (WZ-ENT 四(六); DESIGN §6, 7).
 */
@Service
public class Acceptance {

    private final CaseLog log;
    private final Remedies remedies;
    private final Suspensions suspensions;
    private final RemedyPolicies policies;

    Acceptance(CaseLog log, Remedies remedies, Suspensions suspensions, RemedyPolicies policies) {
        this.log = log;
        this.remedies = remedies;
        this.suspensions = suspensions;
        this.policies = policies;
    }

    /**
     * Accepts, and suspends.
     *
     * @param assisted whether other units have to help with the verification
     */
    @Transactional
    public void accept(UUID caseId, boolean assisted, Actor actor) {
        // Whoever decides on the subject's other cases waits: two identical objections must not both be first.
        log.lockSubject(log.byId(caseId).subjectId());
        var remedy = remedies.load(caseId);
        require(mayBeSettled(remedy), againstAcceptance(remedy));
        var suspension = suspensions.begin(remedy.listingId(), caseId, actor.user());
        log.append(remedy.legalCase(), actor, new Accepted(assisted, suspension.id()));
    }

    /** Does not accept; the reason goes into the letter. */
    @Transactional
    public void refuse(UUID caseId, String reason, Actor actor) {
        log.lockSubject(log.byId(caseId).subjectId());
        var remedy = remedies.load(caseId);
        require(mayBeSettled(remedy));
        var faults = new FaultList();
        faults.requiredText("reason", "不予受理的理由", reason, ObjectionFiling.LONGEST_TEXT);
        faults.throwIfAny();
        var policy = againstAcceptance(remedy).map(Refusal::policy).orElse("");
        log.append(remedy.legalCase(), actor, new NotAccepted(policy, reason.strip()));
    }

    /** Why it cannot be accepted, for whoever has to decide; empty where nothing speaks against it. */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacle(UUID caseId) {
        var remedy = remedies.load(caseId);
        return remedy.receivedOn().isEmpty() ? Optional.empty() : againstAcceptance(remedy);
    }

    private Optional<Refusal> mayBeSettled(Remedy remedy) {
        return policies.withdrawnCasesAreNotPursued(remedy)
                .or(() -> policies.casesAreEnteredBeforeTheyAreJudged(remedy))
                .or(() -> policies.acceptanceIsSettledOnce(remedy));
    }

    private Optional<Refusal> againstAcceptance(Remedy remedy) {
        var repeated = remedy instanceof Objection objection
                ? policies.identicalObjectionsAreNotAcceptedAgain(objection)
                : policies.anAnswerIsComplainedOfOnce((Complaint) remedy);
        return repeated.or(() -> policies.theListingWasInForceWhenItCameIn(remedy));
    }
}
