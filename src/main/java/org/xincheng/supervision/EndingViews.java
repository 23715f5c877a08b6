package org.xincheng.supervision;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.repair.Repair;
import org.xincheng.credit.repair.RepairFiling;
import org.xincheng.credit.term.RemovalOnApplication;
import org.xincheng.credit.term.Term;

/** Which cases about the end of a listing could be begun or ended from a file. */
@Component
class EndingViews {

    private final ListingClock listingClock;
    private final RepairFiling filing;
    private final RemovalOnApplication removals;

    EndingViews(ListingClock listingClock, RepairFiling filing, RemovalOnApplication removals) {
        this.listingClock = listingClock;
        this.filing = filing;
        this.removals = removals;
    }

    /** A listing in force can be asked to be repaired; whether the application is accepted is settled in its own case. */
    boolean takesRepairs(Optional<Listing> listing) {
        return listing.filter(one -> listingClock.now(one).inForce()).isPresent();
    }

    /** A repair that ended the listing and stands. */
    boolean takesRevocations(CaseHistory history, Optional<Listing> listing) {
        return history instanceof Repair repair
                && repair.repaired()
                && listing.flatMap(Listing::standingEnd)
                        .filter(end -> end.caseId().equals(repair.legalCase().id()))
                        .isPresent();
    }

    /** A term whose regime removes on application, and none is under way. */
    boolean takesRemovals(CaseHistory history) {
        return history instanceof Term term
                && removals.obstacle(term.legalCase().id()).isEmpty();
    }

    /** An application that nobody has decided on. */
    boolean takesWithdrawal(CaseHistory history) {
        return history instanceof Repair repair
                && filing.obstacleToWithdrawal(repair.legalCase().id()).isEmpty();
    }
}
