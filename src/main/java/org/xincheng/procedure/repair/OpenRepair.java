package org.xincheng.procedure.repair;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.repair.RepairEligibility;
import org.xincheng.credit.repair.RepairFiling;
import org.xincheng.procedure.CaseVariables;

/** Opens the repair of the listing named at the start; what the route depends on comes from the tables. */
@Component
class OpenRepair implements JavaDelegate {

    private final RepairFiling filing;
    private final RepairEligibility eligibility;
    private final Listings listings;

    OpenRepair(RepairFiling filing, RepairEligibility eligibility, Listings listings) {
        this.filing = filing;
        this.eligibility = eligibility;
        this.listings = listings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var initiator = (String) execution.getVariable("initiator");
        var actor = new Actor(initiator == null ? Actor.ENGINE : initiator, execution.getCurrentActivityId());
        var opened = filing.open((String) execution.getVariable("listingCaseNumber"), actor);
        CaseVariables.keep(execution, opened);
        var route =
                eligibility.terms(listings.ofCase(opened.about()).orElseThrow()).route();
        execution.setVariable("officeReview", route.officeReview());
        execution.setVariable("superiorReview", route.superiorReview());
        // A refusal or a withdrawal may come before anything was checked: then nothing is granted.
        execution.setVariable("fulfilled", false);
    }
}
