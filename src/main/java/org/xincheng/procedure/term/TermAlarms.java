package org.xincheng.procedure.term;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.DatesRecounted;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingChanged;
import org.xincheng.credit.listing.ListingEnd;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.term.ReconciliationLog.Finding;
import org.xincheng.credit.term.ReconciliationLog.Kind;
import org.xincheng.credit.term.Term;
import org.xincheng.credit.term.TermDates;
import org.xincheng.credit.term.TermOfListing;
import org.xincheng.credit.term.Terms;

/**
 * Holds the process instances and timers of terms against the facts. The date on the listing is the truth, the engine's timer its alarm (DESIGN §1, 2): whatever is
 * missing, stray or wrong is put right; a listing never is. Doing it twice does nothing the second time.
 */
@Component
public class TermAlarms {

    private static final String ENDED_EARLY = "message_listingEndedEarly";

    private final Listings listings;
    private final Terms terms;
    private final TermDates dates;
    private final TermInstances instances;
    private final TermTimers timers;
    private final AsTheProcedure engine;

    TermAlarms(
            Listings listings,
            Terms terms,
            TermDates dates,
            TermInstances instances,
            TermTimers timers,
            AsTheProcedure engine) {
        this.listings = listings;
        this.terms = terms;
        this.dates = dates;
        this.instances = instances;
        this.timers = timers;
        this.engine = engine;
    }

    /** In the transaction that changed the listing. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListingChanged changed) {
        settle(changed.listingId());
    }

    /** Days counted back from the end of a term rest on working days; a notice may have moved them. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DatesRecounted recounted) {
        timers.listingsWaitingForACountedDay().forEach(this::settle);
    }

    /**
     * Compares a listing with the engine and puts right what differs.
     *
     * @return what it found, empty where everything was right
     */
    @Transactional
    public List<Finding> settle(UUID listingId) {
        var insideACommand = AsTheProcedure.underWay();
        var findings = new ArrayList<Finding>();
        engine.run(() -> findings.addAll(settle(listings.byId(listingId), insideACommand)));
        return findings;
    }

    /**
     * Ends an instance that no open case stands behind.
     *
     * @return what it found
     */
    @Transactional
    public List<Finding> settleStray(String instanceId) {
        var findings = new ArrayList<Finding>();
        engine.run(() -> instances
                .byId(instanceId)
                .filter(instance -> !instances.hasOpenCase(instance))
                .ifPresent(instance -> {
                    instances.delete(instance, "no open case stands behind it");
                    findings.add(new Finding(null, instance.getBusinessKey(), Kind.STRAY_INSTANCE, "没有未办结的案件，已结束流程实例"));
                }));
        return findings;
    }

    private List<Finding> settle(Listing listing, boolean insideACommand) {
        var open = terms.openOf(listing);
        if (open.isEmpty()) {
            return needsATerm(listing) ? List.of(start(listing)) : List.of();
        }
        var term = open.get();
        var running = instances.of(term);
        if (running.isEmpty()) {
            // An instance that was started in the same command is not found by any query yet.
            return insideACommand ? List.of() : List.of(startAgain(listing, term));
        }
        var findings = new ArrayList<Finding>();
        running.stream().skip(1).forEach(second -> {
            instances.delete(second, "another instance of the same case runs");
            findings.add(finding(term, Kind.STRAY_INSTANCE, "同一案件有两个流程实例，已结束其一"));
        });
        settle(listing, term, running.get(0), findings);
        return findings;
    }

    private void settle(Listing listing, Term term, ProcessInstance instance, List<Finding> findings) {
        if (TermOfListing.endedOtherwise(listing).isPresent()) {
            if (!isBeingRemoved(listing, term) && instances.awaits(instance, ENDED_EARLY)) {
                instances.tell(term, ENDED_EARLY);
                findings.add(finding(term, Kind.ENDED_EARLY, "列入已经提前结束，已办结期限案件"));
            }
            return;
        }
        if (term.outcome().isEmpty()) {
            findings.addAll(timers.settle(term, instance, dates.stands(listing)));
        }
    }

    /** The term's own removal goes on by itself. */
    private static boolean isBeingRemoved(Listing listing, Term term) {
        return listing.standingEnd()
                .filter(end -> end.kind() == ListingEnd.Kind.REMOVED
                        && end.caseId().equals(term.legalCase().id()))
                .isPresent();
    }

    /** In force, or restored and over since: an end that passed meanwhile is followed up like any other. */
    private boolean needsATerm(Listing listing) {
        var restored = listing.ends().stream().anyMatch(end -> !end.stands());
        return dates.isInForce(listing)
                || (restored
                        && dates.isOver(listing)
                        && terms.of(listing).stream()
                                .noneMatch(term -> term.expired().isPresent()));
    }

    private Finding start(Listing listing) {
        instances.start(listing.id());
        return new Finding(listing.id(), listing.caseNumber(), Kind.NO_TERM, "列入有效而没有期限案件，已立案");
    }

    private Finding startAgain(Listing listing, Term term) {
        instances.start(listing.id());
        return finding(term, Kind.NO_INSTANCE, "期限案件没有流程实例，已重新启动");
    }

    private static Finding finding(Term term, Kind kind, String detail) {
        return new Finding(term.listingId(), term.legalCase().number(), kind, detail);
    }
}
