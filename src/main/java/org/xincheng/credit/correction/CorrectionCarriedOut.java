package org.xincheng.credit.correction;

import static org.xincheng.credit.RefusedException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.correction.CorrectionAct.CaseClosed;
import org.xincheng.credit.correction.CorrectionAct.DataCorrected;
import org.xincheng.credit.correction.CorrectionAct.FoundAnew;
import org.xincheng.credit.correction.CorrectionAct.ListingsSettled;
import org.xincheng.credit.correction.CorrectionAct.Matter;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.Suspensions;
import org.xincheng.credit.listing.WrongListings;
import org.xincheng.credit.record.RecordVerifications;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.LevelRule;

/** Carries out what was decided: the data is corrected, every listing that rests on it is found anew, revoked where it has no ground left, and runs again otherwise. */
@Service
public class CorrectionCarriedOut {

    private final CaseLog log;
    private final Corrections corrections;
    private final Records records;
    private final RecordVerifications verifications;
    private final CorrectedListings corrected;
    private final Subjects subjects;
    private final Listings listings;
    private final WrongListings wrongListings;
    private final Suspensions suspensions;
    private final CorrectionPolicies policies;

    CorrectionCarriedOut(
            CaseLog log,
            Corrections corrections,
            Records records,
            RecordVerifications verifications,
            CorrectedListings corrected,
            Subjects subjects,
            Listings listings,
            WrongListings wrongListings,
            Suspensions suspensions,
            CorrectionPolicies policies) {
        this.log = log;
        this.corrections = corrections;
        this.records = records;
        this.verifications = verifications;
        this.corrected = corrected;
        this.subjects = subjects;
        this.listings = listings;
        this.wrongListings = wrongListings;
        this.suspensions = suspensions;
        this.policies = policies;
    }

    /** Corrects the data as decided, and finds the level of every listing anew that rests on it. */
    @Transactional
    public void correct(UUID caseId, Actor actor) {
        var correction = locked(caseId);
        require(
                policies.closedCorrectionsStayClosed(correction),
                policies.changesRestOnADecidedResult(correction),
                policies.recordsAreCorrectedOnce(correction));
        var result = correction.decidedResult().orElseThrow();
        if (correction.filed().orElseThrow().matter() == Matter.SUBJECT_NAME) {
            subjects.correctName(correction.legalCase().subjectId(), result.subjectName(), actor.user());
            log.append(correction.legalCase(), actor, new DataCorrected(true, null, List.of()));
            return;
        }
        var resting = listings.restingOn(correction.recordId());
        var truth = corrected.change(
                records.byId(correction.recordId()).orElseThrow(), result.change(), caseId, actor.user());
        var found = resting.stream()
                .map(listing -> findAnew(listing, truth, caseId, actor))
                .toList();
        log.append(correction.legalCase(), actor, new DataCorrected(false, truth.orElse(null), found));
    }

    /** Ends the verification: what has no ground left is void from its beginning, the rest runs again from today. */
    @Transactional
    public void settle(UUID caseId, Actor actor) {
        var correction = locked(caseId);
        require(
                policies.closedCorrectionsStayClosed(correction),
                policies.theAnswerComesBeforeTheMeasures(correction),
                policies.listingsAreSettledOnce(correction));
        var revoked = new ArrayList<UUID>();
        for (var found : correction.corrected().map(DataCorrected::listings).orElse(List.of())) {
            if (found.levelAfter() == null && listings.byId(found.listingId()).revokedOn() == null) {
                wrongListings.revoke(found.listingId(), caseId, actor.user());
                revoked.add(found.listingId());
            }
        }
        var resumed = new ArrayList<UUID>();
        for (var running : suspensions.begunBy(caseId)) {
            suspensions.end(running, actor.user());
            if (listings.byId(running.listingId()).revokedOn() == null) {
                resumed.add(running.listingId());
            }
        }
        if (correction.filed().orElseThrow().matter() == Matter.RECORD) {
            verifications.end(caseId, actor.user());
        }
        log.append(correction.legalCase(), actor, new ListingsSettled(resumed, revoked));
    }

    /** Closes the case, once nothing rests because of it any more and everybody who has to knows. */
    @Transactional
    public void close(UUID caseId, Actor actor) {
        var correction = locked(caseId);
        require(
                policies.closedCorrectionsStayClosed(correction),
                policies.noCorrectionEndsWithASuspensionRunning(correction),
                policies.correctionsEndWhenTheirLettersAreServed(correction));
        var outcome = correction
                .outcome()
                .orElseThrow(
                        () -> new IllegalStateException(correction.legalCase().number() + " has no outcome"));
        log.append(correction.legalCase(), actor, new CaseClosed(outcome, ""));
    }

    private FoundAnew findAnew(Listing listing, Optional<UUID> truth, UUID caseId, Actor actor) {
        var left = corrected.settle(listing.id(), truth.stream().toList(), caseId, actor.user());
        return new FoundAnew(
                listing.id(), listing.level(), left.map(LevelRule::level).orElse(null));
    }

    private Correction locked(UUID caseId) {
        log.lockSubject(log.byId(caseId).subjectId());
        return corrections.load(caseId);
    }
}
