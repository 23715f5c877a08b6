package org.xincheng.credit.objection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.CommonAct.LatenessFlagged;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.cases.RevokesListings;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.objection.RemedyAct.Accepted;
import org.xincheng.credit.objection.RemedyAct.CaseClosed;
import org.xincheng.credit.objection.RemedyAct.ListingRevoked;
import org.xincheng.credit.objection.RemedyAct.MeasuresResumed;
import org.xincheng.credit.objection.RemedyAct.NotAccepted;
import org.xincheng.credit.objection.RemedyAct.RecordsCorrected;
import org.xincheng.credit.objection.RemedyAct.RemedyOutcome;
import org.xincheng.credit.objection.RemedyAct.ResultDecided;
import org.xincheng.credit.objection.RemedyAct.VerificationConcluded;
import org.xincheng.credit.objection.RemedyAct.VerificationResult;
import org.xincheng.credit.objection.RemedyAct.Withdrawn;

/** An objection or a complaint as its acts tell it. */
public abstract class Remedy extends CaseHistory implements RevokesListings {

    /** The case with its acts in order. */
    protected Remedy(LegalCase legalCase, List<LoggedAct> acts) {
        super(legalCase, acts);
    }

    /** Which of the two it is. */
    public abstract RemedyKind kind();

    /** The listing it is about. */
    public abstract UUID listingId();

    /** The day on which the office received it; empty before it is entered. */
    public abstract Optional<LocalDate> receivedOn();

    /** What was objected to or complained of, with reasons; empty before it is entered. */
    public abstract Optional<String> text();

    /** On what it rests, in words; empty before it is entered. */
    public abstract Optional<String> groundZh();

    /** Whether somebody outside the authorities filed it, who may withdraw it. */
    public abstract boolean isFiledByParty();

    /** The acceptance. */
    public final Optional<Happened<Accepted>> accepted() {
        return last(Accepted.class);
    }

    /** Why it was not accepted. */
    public final Optional<NotAccepted> notAccepted() {
        return last(NotAccepted.class).map(Happened::act);
    }

    /** The current result of the verification. */
    public final Optional<VerificationConcluded> conclusion() {
        return last(VerificationConcluded.class).map(Happened::act);
    }

    /** Version of the current result, 0 before the first. */
    public final int resultVersion() {
        return conclusion().map(VerificationConcluded::version).orElse(0);
    }

    /** Everybody who verified in this case. */
    public final Set<String> verifiers() {
        return all(VerificationConcluded.class).map(Happened::actor).collect(Collectors.toSet());
    }

    /** Everybody who decided on a result in this case. */
    public final Set<String> deciders() {
        return all(ResultDecided.class).map(Happened::actor).collect(Collectors.toSet());
    }

    /** The principal's word on the current result. */
    public final Optional<ResultDecided> decision() {
        return last(ResultDecided.class, d -> d.version() == resultVersion()).map(Happened::act);
    }

    /** The result that the principal has approved. */
    public final Optional<VerificationConcluded> decidedResult() {
        return decision().filter(ResultDecided::approved).flatMap(d -> conclusion());
    }

    /** The reply to whoever filed it. */
    public final Optional<LetterWasIssued> reply() {
        return letter(kind().reply());
    }

    /** The letter that tells of its end by withdrawal. */
    public final Optional<LetterWasIssued> termination() {
        return letter(kind().termination());
    }

    /** The withdrawal. */
    public final Optional<Withdrawn> withdrawn() {
        return last(Withdrawn.class).map(Happened::act);
    }

    /** The end of the suspension without a finding that the listing was wrong. */
    public final Optional<MeasuresResumed> resumed() {
        return last(MeasuresResumed.class).map(Happened::act);
    }

    /** The correction of records. */
    public final Optional<RecordsCorrected> corrected() {
        return last(RecordsCorrected.class).map(Happened::act);
    }

    /** Whether a decided result corrects records and they have not been corrected yet. */
    final boolean awaitsCorrection() {
        return decidedResult().filter(result -> result.result().corrects()).isPresent()
                && corrected().isEmpty();
    }

    /** Whether by the decided result, or by the correction, the listing has no ground. */
    final boolean leavesNoGround() {
        return decidedResult()
                        .filter(result -> result.result() == VerificationResult.REVOKED)
                        .isPresent()
                || corrected()
                        .filter(corrected -> corrected.levelAfter() == null)
                        .isPresent();
    }

    /** Whether this case revoked the listing. */
    public final boolean revoked() {
        return revokedOn().isPresent();
    }

    @Override
    public final Optional<LocalDate> revokedOn() {
        return last(ListingRevoked.class).map(Happened::day);
    }

    /** How the case ended. */
    public final Optional<CaseClosed> closed() {
        return last(CaseClosed.class).map(Happened::act);
    }

    /** The step by which the answer is due. */
    public final String answerStep() {
        return kind() == RemedyKind.COMPLAINT
                ? "complaintDecision"
                : accepted().map(a -> a.act().assisted()).orElse(false)
                        ? "objectionVerificationAssisted"
                        : "objectionVerification";
    }

    @Override
    public final Optional<String> stepOfTheAnswer() {
        return Optional.of(answerStep());
    }

    @Override
    public final Optional<String> ending() {
        return closed().map(closed -> closed.outcome().zh());
    }

    /** The outcome that the decided result, refusal or withdrawal leads to; empty while there is none. */
    public final Optional<RemedyOutcome> outcome() {
        if (withdrawn().isPresent()) {
            return Optional.of(RemedyOutcome.WITHDRAWN);
        }
        if (notAccepted().isPresent()) {
            return Optional.of(RemedyOutcome.NOT_ACCEPTED);
        }
        if (revoked()) {
            return Optional.of(RemedyOutcome.REVOKED);
        }
        return decidedResult().map(VerificationConcluded::result).map(Remedy::outcomeOf);
    }

    private static RemedyOutcome outcomeOf(VerificationResult result) {
        return RemedyOutcome.valueOf(result.name());
    }

    /** The last letter to the party that has to be served. */
    final Optional<LocalDate> partyLetterIssuedOn() {
        return last(
                        LetterWasIssued.class,
                        l -> Set.of(kind().refusal(), kind().reply(), kind().termination())
                                .contains(l.kind()))
                .map(Happened::day);
    }

    final Optional<LocalDate> flaggedLateOn() {
        return last(LatenessFlagged.class).map(Happened::day);
    }

    final Optional<LocalDate> servedOn(LetterKind kind) {
        return letter(kind).flatMap(letter -> servedOn(letter.letterId()));
    }
}
