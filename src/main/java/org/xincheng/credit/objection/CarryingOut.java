package org.xincheng.credit.objection;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.correction.CorrectedListings;
import org.xincheng.credit.correction.ListedRecords;
import org.xincheng.credit.correction.RecordChange;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.Suspensions;
import org.xincheng.credit.listing.WrongListings;
import org.xincheng.credit.objection.RemedyAct.CaseClosed;
import org.xincheng.credit.objection.RemedyAct.ListingRevoked;
import org.xincheng.credit.objection.RemedyAct.MeasuresResumed;
import org.xincheng.credit.objection.RemedyAct.RecordsCorrected;
import org.xincheng.credit.record.Record;
import org.xincheng.law.LegalTime;
import org.xincheng.law.LevelRule;
import org.xincheng.law.RegimeTables;

/** Carries out what was decided: records are corrected, the listing is revoked, or measures and clock run again. */
@Service
public class CarryingOut {

    private final CaseLog log;
    private final Remedies remedies;
    private final ListedRecords records;
    private final CorrectedListings corrected;
    private final Listings listings;
    private final Suspensions suspensions;
    private final WrongListings wrongListings;
    private final RemedyPolicies policies;
    private final RegimeTables tables;
    private final Clock clock;

    CarryingOut(
            CaseLog log,
            Remedies remedies,
            ListedRecords records,
            CorrectedListings corrected,
            Listings listings,
            Suspensions suspensions,
            WrongListings wrongListings,
            RemedyPolicies policies,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.remedies = remedies;
        this.records = records;
        this.corrected = corrected;
        this.listings = listings;
        this.suspensions = suspensions;
        this.wrongListings = wrongListings;
        this.policies = policies;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Corrects the records that were found wrong, and finds the level anew.
     *
     * @return whether the listing still has a ground
     */
    @Transactional
    public boolean correct(UUID caseId, Actor actor) {
        var remedy = lockedRemedy(caseId);
        require(
                policies.withdrawnCasesAreNotPursued(remedy),
                policies.noAnswerBeforeTheDecision(remedy),
                correctionsFollowADecidedResult(remedy));
        var before = listings.byId(remedy.listingId());
        var wrong = records.of(before.id()).stream().collect(Collectors.toMap(Record::id, Function.identity()));
        var replacements = new ArrayList<UUID>();
        var changes = remedy.decidedResult().orElseThrow().corrections();
        for (var change : changes) {
            var record = Optional.ofNullable(wrong.get(change.recordId()));
            require(record.isEmpty() ? Optional.of(recordsAreCorrectedOnce()) : Optional.empty());
            corrected.change(record.orElseThrow(), change, caseId, actor.user()).ifPresent(replacements::add);
        }
        var left = corrected.settle(before.id(), replacements, caseId, actor.user());
        log.append(
                remedy.legalCase(),
                actor,
                new RecordsCorrected(
                        changes.stream().map(RecordChange::recordId).toList(),
                        replacements,
                        before.level(),
                        left.map(LevelRule::level).orElse(null)));
        return left.isPresent();
    }

    /** Ends the suspension: from this moment the measures are in force again, and from today the clock runs again. */
    @Transactional
    public void resume(UUID caseId, Actor actor) {
        var remedy = lockedRemedy(caseId);
        require(
                policies.closedCasesStayClosed(remedy),
                policies.suspensionsEndOnce(remedy),
                policies.theReplyComesBeforeTheMeasures(remedy),
                policies.wrongListingsAreNotResumed(remedy));
        var suspension = suspensions.of(caseId, remedy.listingId()).orElseThrow();
        suspensions.end(suspension, actor.user());
        log.append(remedy.legalCase(), actor, new MeasuresResumed(suspension.id(), LegalTime.today(clock)));
    }

    /** Revokes the listing: it never was in force, and from this moment nobody is shown it as if it had been. */
    @Transactional
    public void revoke(UUID caseId, Actor actor) {
        var remedy = lockedRemedy(caseId);
        require(
                policies.withdrawnCasesAreNotPursued(remedy),
                policies.theReplyComesBeforeTheMeasures(remedy),
                policies.revocationsRestOnADecidedResult(remedy));
        if (listings.byId(remedy.listingId()).revokedOn() == null) {
            wrongListings.revoke(remedy.listingId(), caseId, actor.user());
        }
        suspensions.of(caseId, remedy.listingId()).ifPresent(running -> suspensions.end(running, actor.user()));
        log.append(remedy.legalCase(), actor, new ListingRevoked(remedy.listingId()));
    }

    /** Closes the case, once everything that stopped is settled and the party knows. */
    @Transactional
    public void close(UUID caseId, Actor actor) {
        var remedy = lockedRemedy(caseId);
        require(
                policies.closedCasesStayClosed(remedy),
                policies.noCaseEndsWithItsSuspensionRunning(remedy),
                policies.casesEndWhenTheirLetterIsServed(remedy));
        var outcome = remedy.outcome()
                .orElseThrow(() -> new IllegalStateException(remedy.legalCase().number() + " has no outcome"));
        log.append(remedy.legalCase(), actor, new CaseClosed(outcome, ""));
    }

    private Remedy lockedRemedy(UUID caseId) {
        log.lockSubject(log.byId(caseId).subjectId());
        return remedies.load(caseId);
    }

    private Optional<Refusal> correctionsFollowADecidedResult(Remedy remedy) {
        var decided = remedy.decidedResult().filter(result -> result.result().corrects());
        return decided.isPresent() && remedy.corrected().isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "correctionsFollowADecidedResult",
                        tables.gate("wrongInformationWithdrawn"),
                        "没有经决定的更正结论，或者已经更正",
                        "There is no decided result to correct by, or it has been carried out."));
    }

    /** Another case may have corrected the record meanwhile. */
    private Refusal recordsAreCorrectedOnce() {
        return Refusal.by(
                "recordsAreCorrectedOnce",
                tables.gate("wrongInformationWithdrawn"),
                "需要更正的记录已经在另案中更正，请退回重新核实",
                "A record to correct has been corrected by another case.");
    }
}
