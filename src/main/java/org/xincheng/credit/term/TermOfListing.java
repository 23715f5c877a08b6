package org.xincheng.credit.term;

import static org.xincheng.credit.RefusedException.require;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.ending.EndLetters;
import org.xincheng.credit.ending.EndLetters.Message;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.AttachedTerms;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingEnd;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.term.TermAct.AttachedTermRecorded;
import org.xincheng.credit.term.TermAct.CaseClosed;
import org.xincheng.credit.term.TermAct.ListingExpired;
import org.xincheng.credit.term.TermAct.ListingReplaced;
import org.xincheng.credit.term.TermAct.TermOpened;
import org.xincheng.credit.term.TermAct.TermOutcome;
import org.xincheng.law.RegimeTables;

/** Opens the case about a listing's term, finds that it is over, tells the party, and closes it. None of it ends the listing: that is computed. */
@Service
public class TermOfListing {

    private final CaseLog log;
    private final Terms terms;
    private final TermDates dates;
    private final Listings listings;
    private final AttachedTerms attached;
    private final EndLetters endLetters;
    private final Letters letters;
    private final TermPolicies policies;
    private final RegimeTables tables;

    TermOfListing(
            CaseLog log,
            Terms terms,
            TermDates dates,
            Listings listings,
            AttachedTerms attached,
            EndLetters endLetters,
            Letters letters,
            TermPolicies policies,
            RegimeTables tables) {
        this.log = log;
        this.terms = terms;
        this.dates = dates;
        this.listings = listings;
        this.attached = attached;
        this.endLetters = endLetters;
        this.letters = letters;
        this.policies = policies;
        this.tables = tables;
    }

    /** Opens the case of a listing's term, or gives the one that is open: a listing has one at a time. */
    @Transactional
    public LegalCase open(UUID listingId, Actor actor) {
        var listing = listings.byId(listingId);
        log.lockSubject(listing.subjectId());
        var open = terms.openOf(listing);
        if (open.isPresent()) {
            return open.get().legalCase();
        }
        var opened =
                log.open(Term.PROCEDURE, Term.PREFIX, listing.regime(), listing.subjectId(), listing.caseId(), actor);
        log.append(opened, actor, new TermOpened(listingId));
        return opened;
    }

    /**
     * Looks whether the term is over, and records it the first time it is.
     *
     * @return whether it is
     */
    @Transactional
    public boolean lookWhetherOver(UUID caseId, Actor actor) {
        var term = locked(caseId);
        require(policies.closedTermsStayClosed(term));
        var listing = listings.byId(term.listingId());
        var over = dates.isOver(listing);
        if (over && term.expired().isEmpty()) {
            log.append(term.legalCase(), actor, new ListingExpired(dates.lastDay(listing)));
        }
        return over;
    }

    /** Issues the letter that the listing has ended by itself; a second call gives the letter that was issued. */
    @Transactional
    public Letter issueTermEnded(UUID caseId, Actor actor) {
        var term = terms.load(caseId);
        require(policies.endLettersFollowTheEnd(term));
        var issued = term.letter(LetterKind.TERM_ENDED);
        if (issued.isPresent()) {
            return letters.byId(issued.get().letterId());
        }
        var lastDay = term.expired().orElseThrow().lastDay();
        var message = Message.telling(
                        List.of("列入期限于" + lastDay + "届满，自次日起自动移出名单，不需要申请", "公示、共享和使用该失信信息同时停止，因该列入采取的下列惩戒措施同时停止执行"),
                        "publicPeriod",
                        "repairEndsMeasures")
                .withTheMeasures();
        return endLetters.issue(term, term.listingId(), LetterKind.TERM_ENDED, message, actor);
    }

    /**
     * Looks what has ended the listing before its day, and records the first time where a heavier one took its place: that has no case of its own that would
     * follow the end up.
     *
     * @return whether a heavier listing took its place
     */
    @Transactional
    public boolean lookWhetherReplaced(UUID caseId, Actor actor) {
        var term = locked(caseId);
        require(policies.closedTermsStayClosed(term));
        var replacing =
                listings.byId(term.listingId()).standingEnd().filter(end -> end.kind() == ListingEnd.Kind.UPGRADED);
        if (term.replaced().isEmpty()) {
            replacing.ifPresent(end -> log.append(
                    term.legalCase(),
                    actor,
                    new ListingReplaced(end.id(), log.byId(end.caseId()).number())));
        }
        return replacing.isPresent();
    }

    /** Issues the letter that a heavier listing took its place; a second call gives the letter that was issued. */
    @Transactional
    public Letter issueReplaced(UUID caseId, Actor actor) {
        var term = terms.load(caseId);
        require(policies.endLettersFollowTheEnd(term));
        var issued = term.letter(LetterKind.LISTING_REPLACED);
        if (issued.isPresent()) {
            return letters.byId(issued.get().letterId());
        }
        var message = Message.telling(
                        List.of(
                                "因新的失信行为另行认定（案号" + term.replaced().orElseThrow().caseNumber() + "），自"
                                        + term.endedOn().orElseThrow() + "起以新的列入代替本列入，本列入同时结束",
                                "本列入的公示同时停止，因本列入采取的下列惩戒措施同时停止执行；新的列入的等级、期限、惩戒措施和救济途径，以另行送达的认定决定书为准"),
                        "upgradeByNewDetermination",
                        "repairEndsMeasures")
                .withTheMeasures();
        return endLetters.issue(term, term.listingId(), LetterKind.LISTING_REPLACED, message, actor);
    }

    /** Closes the case, whose party has to know how the term ended. */
    @Transactional
    public void close(UUID caseId, Actor actor) {
        var term = locked(caseId);
        require(policies.closedTermsStayClosed(term), policies.termsEndWhenTheirLetterIsServed(term));
        log.append(term.legalCase(), actor, new CaseClosed(term.outcome().orElseThrow(), ""));
    }

    /** Closes the case of a listing that another case has ended: what follows is that case's affair. */
    @Transactional
    public void closeEarly(UUID caseId, Actor actor) {
        var term = locked(caseId);
        require(policies.closedTermsStayClosed(term));
        var outcome = endedOtherwise(listings.byId(term.listingId()));
        require(onlyEndedListingsCloseTheirTerm(outcome));
        log.append(term.legalCase(), actor, new CaseClosed(outcome.orElseThrow(), ""));
    }

    /**
     * Records that a measure has a term of its own, by which it outlives the listing.
     *
     * @param entry the measure, the law that sets the term, and its days; no last day where the law sets none
     */
    @Transactional
    public void attach(UUID caseId, AttachedTerms.Entry entry, Actor actor) {
        var term = locked(caseId);
        require(
                policies.closedTermsStayClosed(term),
                policies.attachedTermsRestOnALaw(term, entry.measureCode(), entry.document()));
        AttachedTermEntry.check(entry);
        attached.record(term.listingId(), caseId, entry, actor.user());
        log.append(
                term.legalCase(),
                actor,
                new AttachedTermRecorded(
                        entry.measureCode(), entry.document(), entry.article(), entry.from(), entry.until()));
    }

    /** What another case has made of the listing; empty while it stands. */
    public static Optional<TermOutcome> endedOtherwise(Listing listing) {
        if (listing.revokedOn() != null) {
            return Optional.of(TermOutcome.REVOKED);
        }
        return listing.standingEnd().map(end -> switch (end.kind()) {
            case REPAIRED -> TermOutcome.REPAIRED;
            case REMOVED -> TermOutcome.REMOVED;
            case UPGRADED -> TermOutcome.UPGRADED;
        });
    }

    private Term locked(UUID caseId) {
        log.lockSubject(log.byId(caseId).subjectId());
        return terms.load(caseId);
    }

    /** The case of a listing that stands goes on. */
    private Optional<Refusal> onlyEndedListingsCloseTheirTerm(Optional<TermOutcome> outcome) {
        return outcome.isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "onlyEndedListingsCloseTheirTerm",
                        tables.gate("repairEndsMeasures"),
                        "该列入没有提前结束，本案继续办理",
                        "Nothing has ended the listing."));
    }
}
