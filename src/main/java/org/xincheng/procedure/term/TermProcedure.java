package org.xincheng.procedure.term;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.listing.AttachedTerms;
import org.xincheng.credit.term.RemovalOnApplication;
import org.xincheng.credit.term.TermOfListing;
import org.xincheng.credit.term.Terms;

/** Takes what comes in during a term, for pages and APIs that do not know the engine. */
@Service
public class TermProcedure {

    private static final String REMOVAL_FILED = "message_removalFiled";

    private final Terms terms;
    private final TermOfListing term;
    private final RemovalOnApplication removals;
    private final TermInstances instances;

    TermProcedure(Terms terms, TermOfListing term, RemovalOnApplication removals, TermInstances instances) {
        this.terms = terms;
        this.term = term;
        this.removals = removals;
        this.instances = instances;
    }

    /**
     * Registers an application for removal; a case officer gets the task to check it.
     *
     * @param number number of the term
     * @param user id of whoever registers it
     * @throws org.xincheng.credit.BadInputException where there is no such case, or the entries are faulty
     * @throws org.xincheng.credit.RefusedException where the listing is over, its regime removes by itself, or an application is under way
     */
    @Transactional
    public void applyForRemoval(String number, LocalDate receivedOn, String text, String user) {
        var found = terms.byNumber(number);
        removals.file(found.legalCase().id(), receivedOn, text, new Actor(user, "case-file"));
        instances.tell(found, REMOVAL_FILED);
    }

    /**
     * Registers that a measure has a term of its own, by which it outlives the listing.
     *
     * @param number number of the term
     * @param user id of whoever registers it
     */
    @Transactional
    public void attach(String number, AttachedTerms.Entry entry, String user) {
        term.attach(terms.byNumber(number).legalCase().id(), entry, new Actor(user, "case-file"));
    }
}
