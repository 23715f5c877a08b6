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
import org.xincheng.credit.cases.CommonAct.DepartmentsTold;
import org.xincheng.credit.correction.CorrectionAct.DataCorrected;
import org.xincheng.credit.correction.CorrectionAct.Matter;
import org.xincheng.credit.ending.EndFollowUp;
import org.xincheng.credit.ending.EndLetters;
import org.xincheng.credit.ending.EndLetters.Message;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.Suspensions;

/** The letters of a correction: to the unit that provided the data, to whoever asked, to the subject, to the departments, to the public. */
@Service
public class CorrectionLetters {

    private final CaseLog log;
    private final Corrections corrections;
    private final CorrectionWords words;
    private final EndLetters letters;
    private final EndFollowUp followUp;
    private final Listings listings;
    private final Suspensions suspensions;
    private final CorrectionPolicies policies;

    CorrectionLetters(
            CaseLog log,
            Corrections corrections,
            CorrectionWords words,
            EndLetters letters,
            EndFollowUp followUp,
            Listings listings,
            Suspensions suspensions,
            CorrectionPolicies policies) {
        this.log = log;
        this.corrections = corrections;
        this.words = words;
        this.letters = letters;
        this.followUp = followUp;
        this.listings = listings;
        this.suspensions = suspensions;
        this.policies = policies;
    }

    /** Asks the unit that provided the data to verify it and answer in writing. */
    @Transactional
    public Letter askProvider(UUID caseId, Actor actor) {
        var correction = corrections.load(caseId);
        require(policies.onlyAcceptedRequestsAreVerified(correction));
        var provider = words.provider(correction);
        return toUnit(correction, LetterKind.CORRECTION_INQUIRY, provider, words.inquiry(correction), actor);
    }

    /** Tells the departments that the measures rest while the data is verified: a letter for each listing that brings them any. */
    @Transactional
    public void tellSuspended(UUID caseId, Actor actor) {
        var correction = corrections.load(caseId);
        require(
                policies.onlyAcceptedRequestsAreVerified(correction),
                policies.oneLetterOfAKind(correction, LetterKind.CORRECTION_SUSPENSION));
        suspensions
                .begunBy(caseId)
                .forEach(stopped -> followUp.tell(
                        correction,
                        stopped.listingId(),
                        LetterKind.CORRECTION_SUSPENSION,
                        words.suspension(correction),
                        actor));
    }

    /** Issues the letter that answers whoever asked; what the office found itself is answered to the subject. */
    @Transactional
    public Letter answer(UUID caseId, Actor actor) {
        var correction = corrections.load(caseId);
        if (correction.notAccepted().isEmpty()) {
            require(policies.noAnswerBeforeTheData(correction));
        }
        require(policies.answeredCorrectionsStayAnswered(correction));
        var filed = correction.filed().orElseThrow();
        var message = correction.notAccepted().isPresent() ? words.refusal(correction) : words.answer(correction);
        if (filed.asker().isUnit()) {
            return toUnit(correction, LetterKind.CORRECTION_ANSWER, filed.askerName(), message, actor);
        }
        var kind = correction.notAccepted().isPresent() ? LetterKind.CORRECTION_REFUSAL : LetterKind.CORRECTION_REPLY;
        return letters.issueWithoutListing(correction, null, kind, message, actor);
    }

    /**
     * Tells the subject, where a unit asked and data about the subject has changed.
     *
     * @return the letter, empty where the subject has the answer already or nothing changed
     */
    @Transactional
    public Optional<Letter> tellSubject(UUID caseId, Actor actor) {
        var correction = corrections.load(caseId);
        require(policies.oneLetterOfAKind(correction, LetterKind.CORRECTION_NOTICE));
        if (correction.corrected().isEmpty()
                || !correction.filed().orElseThrow().asker().isUnit()) {
            return Optional.empty();
        }
        return Optional.of(letters.issueWithoutListing(
                correction, null, LetterKind.CORRECTION_NOTICE, words.answer(correction), actor));
    }

    /** Tells the departments what came of it: a letter for each listing that rested, was found anew, or names the subject wrongly. */
    @Transactional
    public void tellDepartments(UUID caseId, Actor actor) {
        var correction = corrections.load(caseId);
        require(
                policies.noAnswerBeforeTheData(correction),
                policies.oneLetterOfAKind(correction, LetterKind.CORRECTION_RESULT));
        concerned(correction)
                .forEach(listing -> followUp.tell(
                        correction,
                        listing.id(),
                        LetterKind.CORRECTION_RESULT,
                        words.result(correction, listing),
                        actor));
    }

    /**
     * Issues the notice that restores the subject's reputation, where a revoked listing had been public.
     *
     * @return whether there is a publication to withdraw
     */
    @Transactional
    public boolean restoreReputation(UUID caseId, Actor actor) {
        var correction = corrections.load(caseId);
        var wasPublic = correction.settled().map(CorrectionAct.ListingsSettled::revoked).orElse(List.of()).stream()
                .map(listings::byId)
                .filter(listing -> listing.publishedOn() != null)
                .findFirst();
        wasPublic.ifPresent(listing -> {
            require(policies.oneLetterOfAKind(correction, LetterKind.CORRECTION_RESTORATION));
            letters.issue(
                    correction,
                    listing.id(),
                    LetterKind.CORRECTION_RESTORATION,
                    Message.telling(List.of("经核实，该列入所依据的失信信息有误，撤销列入，该列入自始无效，特此公告恢复声誉"), "wrongInformationWithdrawn"),
                    actor);
        });
        return wasPublic.isPresent();
    }

    private List<Listing> concerned(Correction correction) {
        var ids = new ArrayList<UUID>();
        suspensions.begunBy(correction.legalCase().id()).forEach(stopped -> ids.add(stopped.listingId()));
        correction.corrected().map(DataCorrected::listings).orElse(List.of()).stream()
                .filter(found -> !found.levelBefore().equals(found.levelAfter()))
                .forEach(found -> ids.add(found.listingId()));
        if (correction.corrected().isPresent()
                && correction.filed().orElseThrow().matter() == Matter.SUBJECT_NAME) {
            listings.restingOn(correction.recordId()).forEach(listing -> ids.add(listing.id()));
        }
        return ids.stream().distinct().map(listings::byId).toList();
    }

    private Letter toUnit(Correction correction, LetterKind kind, String unit, Message message, Actor actor) {
        require(policies.oneLetterOfAKind(correction, kind));
        var letter = letters.issueWithoutListing(correction, null, kind, message.to(unit), actor);
        log.append(correction.legalCase(), actor, new DepartmentsTold(kind, List.of(unit)));
        return letter;
    }
}
