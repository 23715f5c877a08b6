package org.xincheng.credit.objection;

import static org.xincheng.credit.RefusedException.require;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.objection.ObjectionAct.Ground;
import org.xincheng.credit.objection.ObjectionAct.ObjectionFiled;
import org.xincheng.credit.objection.ObjectionAct.ObjectionOpened;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** Opens an objection to a listing and enters what is objected to (NANNING art. 13; MOHURD art. 10). No regime sets a time for it: while listed, any day will do. */
@Service
public class ObjectionFiling {

    static final int LONGEST_TEXT = 4000;

    private final CaseLog log;
    private final Determinations determinations;
    private final Objections objections;
    private final Listings listings;
    private final RemedyPolicies policies;
    private final RegimeTables tables;
    private final Clock clock;

    ObjectionFiling(
            CaseLog log,
            Determinations determinations,
            Objections objections,
            Listings listings,
            RemedyPolicies policies,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.determinations = determinations;
        this.objections = objections;
        this.listings = listings;
        this.policies = policies;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Opens the case.
     *
     * @param caseNumber number of the determination whose listing is objected to
     * @throws org.xincheng.credit.BadInputException where there is no such case
     * @throws org.xincheng.credit.RefusedException where it led to no listing, or another objection to it waits to be entered
     */
    @Transactional
    public LegalCase open(String caseNumber, Actor actor) {
        var determination = determinations.byNumber(caseNumber == null ? "" : caseNumber.strip());
        var listed = determination.legalCase();
        log.lockSubject(listed.subjectId());
        var listing = listings.ofCase(listed.id());
        require(policies.objectionsAreAboutAListing(listing), oneObjectionIsEnteredAtATime(listed.id()));
        var opened = log.open(
                RemedyKind.OBJECTION.procedure(),
                RemedyKind.OBJECTION.prefix(),
                listed.regime(),
                listed.subjectId(),
                listed.id(),
                actor);
        log.append(opened, actor, new ObjectionOpened(listing.orElseThrow().id()));
        return opened;
    }

    /**
     * Enters what is objected to.
     *
     * @param receivedOn day on which the office received it, not before the listing took effect and not after today
     * @param text what is objected to, with reasons, 1 to {@value #LONGEST_TEXT} characters
     */
    @Transactional
    public void enter(UUID caseId, Ground ground, LocalDate receivedOn, String text, Actor actor) {
        var objection = objections.load(caseId);
        require(policies.withdrawnCasesAreNotPursued(objection), objectionsAreEnteredOnce(objection));
        var faults = new FaultList();
        faults.required("ground", "异议事由", ground);
        faults.requiredText("text", "异议内容和理由", text, LONGEST_TEXT);
        checkReceipt(faults, receivedOn, listings.byId(objection.listingId()).effectiveOn(), LegalTime.today(clock));
        faults.throwIfAny();
        log.append(objection.legalCase(), actor, new ObjectionFiled(ground, receivedOn, text.strip()));
    }

    static void checkReceipt(FaultList faults, LocalDate receivedOn, LocalDate earliest, LocalDate today) {
        faults.required("receivedOn", "收到日期", receivedOn);
        if (receivedOn != null && (receivedOn.isAfter(today) || receivedOn.isBefore(earliest))) {
            faults.add(
                    "receivedOn",
                    "收到日期应在" + earliest + "至今天（" + today + "）之间",
                    "the day lies before " + earliest + " or in the future");
        }
    }

    /** The same paper handed in twice, or a form sent twice, opens one case: the other waits until this one is entered. */
    private Optional<Refusal> oneObjectionIsEnteredAtATime(UUID determinationId) {
        return log.about(determinationId, RemedyKind.OBJECTION.procedure()).stream()
                .map(objections::read)
                .filter(other -> other.filed().isEmpty() && other.closed().isEmpty())
                .findFirst()
                .map(other -> Refusal.by(
                        "oneObjectionIsEnteredAtATime",
                        tables.gate("objectionAccepted"),
                        "对该列入的异议" + other.legalCase().number() + "已经立案、尚待登记，请在该案中登记",
                        "An objection to this listing is open and waits to be entered."));
    }

    private Optional<Refusal> objectionsAreEnteredOnce(Objection objection) {
        return objection.filed().isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        "objectionsAreEnteredOnce",
                        tables.gate("objectionAccepted"),
                        "本异议的内容已经登记，不能重复登记；新的异议请另行立案",
                        "The objection has been entered."));
    }
}
