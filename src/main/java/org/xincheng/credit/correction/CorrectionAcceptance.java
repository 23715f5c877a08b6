package org.xincheng.credit.correction;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.correction.CorrectionAct.CorrectionAccepted;
import org.xincheng.credit.correction.CorrectionAct.CorrectionNotAccepted;
import org.xincheng.credit.correction.CorrectionAct.Matter;
import org.xincheng.credit.correction.CorrectionAct.RefusalGround;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.Suspensions;
import org.xincheng.credit.record.RecordVerifications;
import org.xincheng.credit.record.Records;
import org.xincheng.law.LegalTime;

/**
 * Acceptance. In the transaction that accepts, the measures of every listing rest that stands on the record, and its clock stops: a doubt is enough (WZ-ENT 四(六);
 * EZHOU 19 「发现信息不实或有疑点的……核实期间暂不执行」). A wrong name is no dishonesty that was misjudged: it stops nothing.
 */
@Service
public class CorrectionAcceptance {

    private final CaseLog log;
    private final Corrections corrections;
    private final Records records;
    private final RecordVerifications verifications;
    private final Listings listings;
    private final ListingClock listingClock;
    private final Suspensions suspensions;
    private final CorrectionPolicies policies;
    private final Clock clock;

    CorrectionAcceptance(
            CaseLog log,
            Corrections corrections,
            Records records,
            RecordVerifications verifications,
            Listings listings,
            ListingClock listingClock,
            Suspensions suspensions,
            CorrectionPolicies policies,
            Clock clock) {
        this.log = log;
        this.corrections = corrections;
        this.records = records;
        this.verifications = verifications;
        this.listings = listings;
        this.listingClock = listingClock;
        this.suspensions = suspensions;
        this.policies = policies;
        this.clock = clock;
    }

    /** Accepts, and has the measures rest. */
    @Transactional
    public void accept(UUID caseId, Actor actor) {
        var correction = judgeable(caseId);
        require(againstAcceptance(correction));
        List<UUID> stopped = List.of();
        if (correction.filed().orElseThrow().matter() == Matter.RECORD) {
            verifications.begin(correction.recordId(), caseId, actor.user());
            stopped = listings.restingOn(correction.recordId()).stream()
                    .filter(this::stands)
                    .map(listing -> suspensions
                            .begin(listing.id(), caseId, actor.user())
                            .listingId())
                    .toList();
        }
        log.append(correction.legalCase(), actor, new CorrectionAccepted(stopped));
    }

    /** Does not accept; the reason goes into the letter. */
    @Transactional
    public void refuse(UUID caseId, RefusalGround ground, String reason, Actor actor) {
        var correction = judgeable(caseId);
        require(policies.onlyTheSubjectIsReferredElsewhere(correction, ground));
        var faults = new FaultList();
        faults.required("ground", "不予受理的情形", ground);
        faults.requiredText("reason", "不予受理的理由", reason, CorrectionFiling.LONGEST_TEXT);
        faults.throwIfAny();
        var policy = againstAcceptance(correction).map(Refusal::policy).orElse("");
        log.append(correction.legalCase(), actor, new CorrectionNotAccepted(ground, policy, reason.strip()));
    }

    /** What speaks against acceptance, for whoever has to decide; empty where nothing does. */
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacle(UUID caseId) {
        var correction = corrections.load(caseId);
        return correction.filed().isEmpty() ? Optional.empty() : againstAcceptance(correction);
    }

    /** The numbers of the determinations whose listings would stop, for whoever has to decide. */
    @Transactional(readOnly = true)
    public List<String> wouldStop(UUID caseId) {
        return listings.restingOn(corrections.load(caseId).recordId()).stream()
                .filter(this::stands)
                .map(Listing::caseNumber)
                .toList();
    }

    private Correction judgeable(UUID caseId) {
        log.lockSubject(log.byId(caseId).subjectId());
        var correction = corrections.load(caseId);
        require(
                policies.closedCorrectionsStayClosed(correction),
                policies.requestsAreEnteredBeforeTheyAreJudged(correction),
                policies.requestsAreAcceptedOnce(correction));
        return correction;
    }

    private Optional<Refusal> againstAcceptance(Correction correction) {
        return policies.onlyStandingRecordsAreCorrected(
                        records.byId(correction.recordId()).orElseThrow())
                .or(() -> policies.answeredRequestsAreNotTakenUpAgain(correction));
    }

    /** In force, or not yet begun. */
    private boolean stands(Listing listing) {
        return listingClock.now(listing).inForce() || listing.effectiveOn().isAfter(LegalTime.today(clock));
    }
}
