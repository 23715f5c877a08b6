package org.xincheng.credit.objection;

import static org.xincheng.credit.RefusedException.require;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CommonAct.DepartmentsTold;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.letter.RemedyContent;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.law.RegimeTables;

/** The letters of an objection or a complaint: to the party, to the departments, to the public. */
@Service
public class Answering {

    private final CaseLog log;
    private final Remedies remedies;
    private final Letters letters;
    private final RemedyLetters contents;
    private final Listings listings;
    private final RemedyPolicies policies;
    private final RegimeTables tables;

    Answering(
            CaseLog log,
            Remedies remedies,
            Letters letters,
            RemedyLetters contents,
            Listings listings,
            RemedyPolicies policies,
            RegimeTables tables) {
        this.log = log;
        this.remedies = remedies;
        this.letters = letters;
        this.contents = contents;
        this.listings = listings;
        this.policies = policies;
        this.tables = tables;
    }

    /** Issues the letter that the case was accepted, with the day by which the answer is due. */
    @Transactional
    public Letter issueReceipt(UUID caseId, Actor actor) {
        var remedy = remedies.load(caseId);
        require(
                policies.onlyAcceptedCasesAreVerified(remedy),
                issuedOnce(remedy, remedy.kind().receipt()));
        return toParty(remedy, remedy.kind().receipt(), actor);
    }

    /** Issues the letter that the case was not accepted, with the reason and the remedies. */
    @Transactional
    public Letter issueRefusal(UUID caseId, Actor actor) {
        var remedy = remedies.load(caseId);
        if (remedy.notAccepted().isEmpty()) {
            throw new IllegalStateException(remedy.legalCase().number() + " was not refused");
        }
        require(issuedOnce(remedy, remedy.kind().refusal()));
        return toParty(remedy, remedy.kind().refusal(), actor);
    }

    /** Issues the reasoned reply, once the result is approved and, where it corrects, carried out (CITYX (三)2). */
    @Transactional
    public Letter issueReply(UUID caseId, Actor actor) {
        var remedy = remedies.load(caseId);
        require(
                policies.withdrawnCasesAreNotPursued(remedy),
                policies.noAnswerBeforeTheDecision(remedy),
                repliesTellWhatWasCorrected(remedy),
                issuedOnce(remedy, remedy.kind().reply()));
        return toParty(remedy, remedy.kind().reply(), actor);
    }

    /** Issues the letter that a withdrawal ended the case. */
    @Transactional
    public Letter issueTermination(UUID caseId, Actor actor) {
        var remedy = remedies.load(caseId);
        if (remedy.withdrawn().isEmpty()) {
            throw new IllegalStateException(remedy.legalCase().number() + " was not withdrawn");
        }
        require(issuedOnce(remedy, remedy.kind().termination()));
        return toParty(remedy, remedy.kind().termination(), actor);
    }

    /**
     * Tells the departments that carry out the listing's measures where these stand now.
     *
     * @return the letter, empty where no department carries any out, or where nothing changes for them
     */
    @Transactional
    public Optional<Letter> tellDepartments(UUID caseId, Actor actor) {
        var remedy = remedies.load(caseId);
        var departments = contents.departments(remedy);
        if (departments.isEmpty()) {
            return Optional.empty();
        }
        var kind = news(remedy);
        if (kind == LetterKind.MEASURES_RESUMED && staysAsItIs(listings.byId(remedy.listingId()))) {
            return Optional.empty();
        }
        require(issuedOnce(remedy, kind));
        var letter = issue(remedy, kind, contents.of(remedy, kind), actor);
        log.append(remedy.legalCase(), actor, new DepartmentsTold(kind, departments));
        return Optional.of(letter);
    }

    /**
     * Issues the notice that restores the subject's reputation, where the wrong listing had been public.
     *
     * @return whether there is a publication to withdraw
     */
    @Transactional
    public boolean issueRestorationNotice(UUID caseId, Actor actor) {
        var remedy = remedies.load(caseId);
        if (!remedy.revoked() || listings.byId(remedy.listingId()).publishedOn() == null) {
            return false;
        }
        require(issuedOnce(remedy, LetterKind.RESTORATION_NOTICE));
        issue(remedy, LetterKind.RESTORATION_NOTICE, contents.of(remedy, LetterKind.RESTORATION_NOTICE), actor);
        return true;
    }

    /** What there is to tell: the case says where the measures stand. */
    private LetterKind news(Remedy remedy) {
        if (remedy.revoked()) {
            return LetterKind.MEASURES_LIFTED;
        }
        var corrected = remedy.corrected();
        if (corrected.filter(c -> !c.levelBefore().equals(c.levelAfter())).isPresent()) {
            return LetterKind.MEASURES_CHANGED;
        }
        return remedy.resumed().isPresent() ? LetterKind.MEASURES_RESUMED : LetterKind.MEASURES_SUSPENDED;
    }

    /** Another case still has the measures at rest, or has revoked the listing: its own letters tell the departments. */
    private static boolean staysAsItIs(Listing listing) {
        return listing.disputed() || listing.revokedOn() != null;
    }

    private Letter toParty(Remedy remedy, LetterKind kind, Actor actor) {
        return issue(remedy, kind, contents.of(remedy, kind), actor);
    }

    private Letter issue(Remedy remedy, LetterKind kind, RemedyContent content, Actor actor) {
        var legalCase = remedy.legalCase();
        var letter = letters.issue(legalCase.id(), legalCase.number(), kind, content, actor.user());
        log.append(legalCase, actor, new LetterWasIssued(letter.id(), kind, 0));
        return letter;
    }

    /** A case has one letter of each kind (DESIGN §6, 13). */
    private Optional<Refusal> issuedOnce(Remedy remedy, LetterKind kind) {
        return remedy.letter(kind)
                .map(issued -> Refusal.by(
                        "issuedOnce",
                        tables.gate("reasonedReply"),
                        "《" + kind.title() + "》已经制发，不能重复制发",
                        "The letter has been issued."));
    }

    /** The reply states the corrections and the level they leave, so they come first. */
    private Optional<Refusal> repliesTellWhatWasCorrected(Remedy remedy) {
        return remedy.awaitsCorrection()
                ? Optional.of(Refusal.by(
                        "repliesTellWhatWasCorrected",
                        tables.gate("wrongInformationWithdrawn"),
                        "失信信息尚未更正，不能答复",
                        "The records have not been corrected yet."))
                : Optional.empty();
    }
}
