package org.xincheng.credit.term;

import static org.xincheng.credit.RefusedException.require;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.RunningTerms;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.term.TermAct.NewActNoted;
import org.xincheng.credit.term.TermAct.UpgradeConsidered;

/**
 * A new act during a term that makes a heavier listing of it (MOHURD art. 7(三); WS-CITY art. 7): it is noted, and somebody opens a new determination or states why
 * not. Nothing is upgraded without its own notice, hearing and decision.
 */
@Service
public class UpgradeOnNewAct {

    private static final int LONGEST_TEXT = 4000;

    private final CaseLog log;
    private final Terms terms;
    private final Listings listings;
    private final RunningTerms running;
    private final Records records;
    private final TermPolicies policies;

    UpgradeOnNewAct(
            CaseLog log, Terms terms, Listings listings, RunningTerms running, Records records, TermPolicies policies) {
        this.log = log;
        this.terms = terms;
        this.listings = listings;
        this.running = running;
        this.records = records;
        this.policies = policies;
    }

    /**
     * Notes a record that was taken in, in the terms of the listings that it may make heavier.
     *
     * @return the terms in which somebody has to consider it and was not asked before
     */
    @Transactional
    public List<Term> note(UUID recordId, Actor actor) {
        var record = records.byId(recordId).orElseThrow();
        return listings.ofSubject(record.subjectId()).stream()
                .filter(listing -> running.upgradedBy(listing, record).isPresent())
                .map(terms::openOf)
                .flatMap(Optional::stream)
                .filter(term -> note(term, recordId, actor))
                .toList();
    }

    private boolean note(Term term, UUID recordId, Actor actor) {
        log.append(term.legalCase(), actor, new NewActNoted(recordId));
        return term.newActs().isEmpty();
    }

    /** The records nobody has considered yet. */
    @Transactional(readOnly = true)
    public List<Record> waiting(Term term) {
        return records.byIds(term.newActs());
    }

    /** The listing the term is about. */
    @Transactional(readOnly = true)
    public Listing listing(Term term) {
        return listings.byId(term.listingId());
    }

    /** Records that a new determination was opened on what was noted. */
    @Transactional
    public void opened(UUID caseId, String caseNumber, Actor actor) {
        var term = terms.load(caseId);
        require(policies.upgradesFollowANewAct(term));
        log.append(term.legalCase(), actor, new UpgradeConsidered(caseNumber, ""));
    }

    /** Records why no determination is opened on what was noted. */
    @Transactional
    public void decline(UUID caseId, String reason, Actor actor) {
        var term = terms.load(caseId);
        require(policies.upgradesFollowANewAct(term));
        var faults = new FaultList();
        faults.requiredText("reason", "不另行认定的理由", reason, LONGEST_TEXT);
        faults.throwIfAny();
        log.append(term.legalCase(), actor, new UpgradeConsidered("", reason.strip()));
    }
}
