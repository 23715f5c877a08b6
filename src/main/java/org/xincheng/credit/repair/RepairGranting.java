package org.xincheng.credit.repair;

import static org.xincheng.credit.RefusedException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.ending.EndLetters;
import org.xincheng.credit.ending.EndLetters.Message;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.listing.ListingEnd;
import org.xincheng.credit.listing.ListingEnds;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.repair.RepairAct.CaseClosed;
import org.xincheng.credit.repair.RepairAct.ListingRepaired;
import org.xincheng.credit.repair.RepairAct.ListingWasOver;
import org.xincheng.credit.repair.RepairAct.RepairOutcome;
import org.xincheng.credit.repair.RepairAct.RepairReviewed;
import org.xincheng.law.RegimeTables;

/** Ends the listing by repair or refuses, tells the party, and closes the case. */
@Service
public class RepairGranting {

    private final CaseLog log;
    private final Repairs repairs;
    private final Listings listings;
    private final ListingEnds ends;
    private final EndLetters letters;
    private final RepairEligibility eligibility;
    private final RepairPolicies policies;
    private final RegimeTables tables;

    RepairGranting(
            CaseLog log,
            Repairs repairs,
            Listings listings,
            ListingEnds ends,
            EndLetters letters,
            RepairEligibility eligibility,
            RepairPolicies policies,
            RegimeTables tables) {
        this.log = log;
        this.repairs = repairs;
        this.listings = listings;
        this.ends = ends;
        this.letters = letters;
        this.eligibility = eligibility;
        this.policies = policies;
        this.tables = tables;
    }

    /**
     * Ends the listing: from this moment it is nowhere shown and no measure is in force.
     *
     * @return whether it did; a listing that ended otherwise meanwhile needs no repair
     */
    @Transactional
    public boolean grant(UUID caseId, Actor actor) {
        log.lockSubject(log.byId(caseId).subjectId());
        var repair = repairs.load(caseId);
        require(policies.settledRepairsStaySettled(repair), policies.grantsRestOnADecidedResult(repair));
        if (!policies.listingStands(repair)) {
            log.append(repair.legalCase(), actor, new ListingWasOver());
            return false;
        }
        var end = ends.end(repair.listingId(), ListingEnd.Kind.REPAIRED, caseId, actor.user());
        log.append(repair.legalCase(), actor, new ListingRepaired(end.id()));
        return true;
    }

    /** Issues the letter that the application was accepted, with the day by which it is answered. */
    @Transactional
    public Letter issueReceipt(UUID caseId, Actor actor) {
        var repair = repairs.load(caseId);
        require(policies.onlyAcceptedRepairsAreVerified(repair), oneLetterOfAKind(repair, LetterKind.REPAIR_RECEIPT));
        var route = eligibility.terms(listings.byId(repair.listingId())).route();
        var statements = new ArrayList<String>();
        statements.add("你（单位）于" + repair.receivedOn().orElseThrow() + "提出的信用修复申请，已经受理");
        statements.add("本申请由" + route.checkedBy() + "核查，由" + route.decidedBy() + "决定"
                + (route.officeReview() ? "，经信用办复核" : "") + (route.superiorReview() ? "，报上级机关审核" : ""));
        statements.add("办理信用修复不收取任何费用");
        return issue(
                repair,
                LetterKind.REPAIR_RECEIPT,
                Message.telling(statements, "repairAccepted", "freeRepair")
                        .by(List.of(route.document() + route.article())),
                actor);
    }

    /** Issues the letter that asks for what is missing. */
    @Transactional
    public Letter issueSupplementRequest(UUID caseId, Actor actor) {
        var repair = repairs.load(caseId);
        require(policies.settledRepairsStaySettled(repair));
        var asked = repair.supplementRequested().orElseThrow().act().missing();
        return issue(
                repair,
                LetterKind.REPAIR_SUPPLEMENT,
                Message.telling(
                                List.of("你（单位）于" + repair.receivedOn().orElseThrow() + "提出的信用修复申请，材料不齐全，请补正"),
                                "repairConditions")
                        .asking(List.of(asked)),
                actor);
    }

    /** Issues the letter that answers the application: granted, denied, not accepted, or ended otherwise. */
    @Transactional
    public Letter issueAnswer(UUID caseId, Actor actor) {
        var repair = repairs.load(caseId);
        require(policies.closedIsClosed(repair));
        var outcome = repair.outcome()
                .orElseThrow(() -> new IllegalStateException(repair.legalCase().number() + " has no outcome"));
        var kind = kind(outcome);
        require(oneLetterOfAKind(repair, kind));
        return issue(repair, kind, message(repair, outcome), actor);
    }

    /** Issues the notice to the public that the subject has left the list, where its regime publishes exits. */
    @Transactional
    public Optional<Letter> issueExitNotice(UUID caseId, Actor actor) {
        var repair = repairs.load(caseId);
        var listing = listings.byId(repair.listingId());
        if (!repair.repaired()
                || listing.publishedOn() == null
                || !eligibility.terms(listing).route().exitNotice()) {
            return Optional.empty();
        }
        require(oneLetterOfAKind(repair, LetterKind.EXIT_NOTICE));
        var route = eligibility.terms(listing).route();
        return Optional.of(issue(
                repair,
                LetterKind.EXIT_NOTICE,
                Message.telling(
                                List.of("该主体已经信用修复，自" + repair.endedOn().orElseThrow() + "起移出名单，停止公示，惩戒措施同时停止执行"),
                                "repairEndsMeasures")
                        .by(List.of(route.document() + route.article())),
                actor));
    }

    /** Closes the case, whose party has to know how it ended. */
    @Transactional
    public void close(UUID caseId, Actor actor) {
        log.lockSubject(log.byId(caseId).subjectId());
        var repair = repairs.load(caseId);
        require(policies.closedIsClosed(repair), policies.repairsEndWhenTheirLetterIsServed(repair));
        var outcome = repair.outcome()
                .orElseThrow(() -> new IllegalStateException(repair.legalCase().number() + " has no outcome"));
        log.append(repair.legalCase(), actor, new CaseClosed(outcome, ""));
    }

    private Letter issue(Repair repair, LetterKind kind, Message message, Actor actor) {
        return letters.issue(repair, repair.listingId(), kind, message, actor);
    }

    private static LetterKind kind(RepairOutcome outcome) {
        return switch (outcome) {
            case REPAIRED -> LetterKind.REPAIR_DECISION;
            case DENIED -> LetterKind.REPAIR_DENIAL;
            case NOT_ACCEPTED -> LetterKind.REPAIR_REFUSAL;
            case WITHDRAWN, LISTING_OVER -> LetterKind.REPAIR_TERMINATION;
        };
    }

    private Message message(Repair repair, RepairOutcome outcome) {
        var received = "你（单位）于" + repair.receivedOn().orElseThrow() + "提出的信用修复申请，";
        return switch (outcome) {
            case REPAIRED ->
                Message.telling(
                                List.of(
                                        received + "经核查，符合条件，准予修复",
                                        "自" + repair.endedOn().orElseThrow() + "起移出名单，停止公示、共享和使用该失信信息，下列惩戒措施同时停止执行",
                                        "申请材料或者承诺有虚假的，撤销修复，恢复列入的剩余期限"),
                                "repairEndsMeasures",
                                "falseMaterial")
                        .withTheMeasures()
                        .by(reviews(repair));
            case DENIED ->
                Message.telling(List.of(received + "经核查，不符合条件，不予修复"), "repairReasons", "repairConditions")
                        .because(repair.decidedResult().orElseThrow().findings());
            case NOT_ACCEPTED -> {
                var refused = repair.notAccepted().orElseThrow();
                yield Message.telling(
                                List.of(received + "不予受理：" + refused.ground().zh()), "repairReasons", "repairAccepted")
                        .by(refused.basis().isBlank() ? List.of() : List.of(refused.basis()))
                        .because(refused.reason());
            }
            case WITHDRAWN ->
                Message.telling(
                        List.of(received + "已由你（单位）于"
                                + repair.withdrawn().orElseThrow().withdrawnOn() + "撤回，终止办理；列入期间可以再次申请"),
                        "repairAccepted");
            case LISTING_OVER ->
                Message.telling(List.of(received + "在作出决定之前，该列入已经结束，不需要修复，终止办理"), "repairEndsMeasures");
        };
    }

    /** The papers of whoever reviewed. */
    private static List<String> reviews(Repair repair) {
        return repair.all(RepairReviewed.class)
                .map(review -> review.act())
                .filter(review -> review.version() == repair.resultVersion()
                        && !review.documentNumber().isBlank())
                .map(review -> review.authority() + "审核意见（" + review.documentNumber() + "）")
                .toList();
    }

    /** A case has one letter of each kind (DESIGN §6, 13). */
    private Optional<Refusal> oneLetterOfAKind(Repair repair, LetterKind kind) {
        return repair.letter(kind)
                .map(issued -> Refusal.by(
                        "oneLetterOfAKind",
                        tables.gate("repairReasons"),
                        "《" + kind.title() + "》已经制发，不能重复制发",
                        "The letter has been issued."));
    }
}
