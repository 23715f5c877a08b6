package org.xincheng.credit.objection;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.determination.Act.DecisionApproved;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.objection.RemedyAct.VerificationResult;
import org.xincheng.law.RegimeTables;

/**
 * What an objection or a complaint must have behind it before it may go on (DESIGN §6, 4, 6 to 10). Each policy is a sentence; where it does not hold, it gives
 * the reason and the article.
 */
@Component
class RemedyPolicies {

    private final CaseLog log;
    private final Objections objections;
    private final Complaints complaints;
    private final Determinations determinations;
    private final Listings listings;
    private final ListingClock listingClock;
    private final RegimeTables tables;

    RemedyPolicies(
            CaseLog log,
            Objections objections,
            Complaints complaints,
            Determinations determinations,
            Listings listings,
            ListingClock listingClock,
            RegimeTables tables) {
        this.log = log;
        this.objections = objections;
        this.complaints = complaints;
        this.determinations = determinations;
        this.listings = listings;
        this.listingClock = listingClock;
        this.tables = tables;
    }

    /** A closed case takes no further act. */
    Optional<Refusal> closedCasesStayClosed(Remedy remedy) {
        return refuseIf(
                remedy.closed().isPresent(),
                "closedCasesStayClosed",
                "objectionAccepted",
                "本案已经办结，不能再办理",
                "The case is closed.");
    }

    /** What was withdrawn is not verified, decided or answered any more. */
    Optional<Refusal> withdrawnCasesAreNotPursued(Remedy remedy) {
        return closedCasesStayClosed(remedy)
                .or(() -> refuseIf(
                        remedy.withdrawn().isPresent(),
                        "withdrawnCasesAreNotPursued",
                        "objectionAccepted",
                        "申请人已经撤回，不再核实和决定，请办理终止手续",
                        "It has been withdrawn."));
    }

    /** Only what was entered can be judged. */
    Optional<Refusal> casesAreEnteredBeforeTheyAreJudged(Remedy remedy) {
        return refuseIf(
                remedy.receivedOn().isEmpty(),
                "casesAreEnteredBeforeTheyAreJudged",
                "objectionAccepted",
                "尚未登记" + remedy.kind().zh() + "的内容，不能作出受理决定",
                "Nothing has been entered yet.");
    }

    /** Acceptance is settled once: a second one would suspend twice. */
    Optional<Refusal> acceptanceIsSettledOnce(Remedy remedy) {
        return refuseIf(
                remedy.accepted().isPresent() || remedy.notAccepted().isPresent(),
                "acceptanceIsSettledOnce",
                "objectionAccepted",
                "本案的受理决定已经作出，不能重复作出",
                "Acceptance has been settled.");
    }

    /** Only a listing can be objected to, not a case that has led to none, and not one that was revoked. */
    Optional<Refusal> objectionsAreAboutAListing(Optional<Listing> listing) {
        return refuseIf(
                        listing.isEmpty(),
                        "objectionsAreAboutAListing",
                        "objectionAccepted",
                        "该案没有生效的列入决定，不能按异议程序办理；决定作出之前的意见请在原案中登记",
                        "The case has led to no listing.")
                .or(() -> refuseIf(
                        listing.orElseThrow().revokedOn() != null,
                        "objectionsAreAboutAListing",
                        "objectionAccepted",
                        "该列入已被撤销，没有可以提出异议的名单",
                        "The listing has been revoked."));
    }

    /** A listing was in force on the day the objection came in: what has ended can no longer be suspended. */
    Optional<Refusal> theListingWasInForceWhenItCameIn(Remedy remedy) {
        var listing = listings.byId(remedy.listingId());
        var receivedOn = remedy.receivedOn().orElseThrow();
        return refuseIf(
                !listingClock.on(listing, receivedOn).inForce(),
                "theListingWasInForceWhenItCameIn",
                "objectionAccepted",
                "收到之日（" + receivedOn + "）该列入不在有效期内，不予受理",
                "The listing was not in force on the day of receipt.");
    }

    /** The same objection again is neither accepted nor suspends again (regimes.md §C 7). */
    Optional<Refusal> identicalObjectionsAreNotAcceptedAgain(Objection objection) {
        return log.about(objection.legalCase().about(), RemedyKind.OBJECTION.procedure()).stream()
                .filter(other -> !other.id().equals(objection.legalCase().id()))
                .map(objections::read)
                .filter(other ->
                        other.accepted().isPresent() && other.withdrawn().isEmpty())
                .filter(other -> saysTheSame(other, objection))
                .findFirst()
                .map(other -> Refusal.by(
                        "identicalObjectionsAreNotAcceptedAgain",
                        tables.gate("objectionAccepted"),
                        "与已经受理的异议" + other.legalCase().number() + "内容相同，不重复受理，也不再次暂停执行",
                        "The same objection has been accepted before."));
    }

    /** One complaint against one answer; the second instance is the last. */
    Optional<Refusal> anAnswerIsComplainedOfOnce(Complaint complaint) {
        return log.about(complaint.legalCase().about(), RemedyKind.COMPLAINT.procedure()).stream()
                .filter(other -> !other.id().equals(complaint.legalCase().id()))
                .map(complaints::read)
                .filter(other -> other.objectionId().equals(complaint.objectionId()))
                .filter(other ->
                        other.accepted().isPresent() && other.withdrawn().isEmpty())
                .findFirst()
                .map(other -> Refusal.by(
                        "anAnswerIsComplainedOfOnce",
                        tables.gate("complaintGrounds"),
                        "对同一异议答复的投诉" + other.legalCase().number() + "已经受理，不重复受理；对投诉答复不服的，可以依法申请行政复议或者提起行政诉讼",
                        "A complaint against this answer has been accepted before."));
    }

    /** A complaint is against an answer that leaves the listing standing (CITYX (三)2). */
    Optional<Refusal> complaintsAreAgainstAnAnswer(Objection objection) {
        return refuseIf(
                        objection.reply().isEmpty(),
                        "complaintsAreAgainstAnAnswer",
                        "complaintGrounds",
                        "该异议尚未答复，不能投诉；逾期未答复的，请提请督办",
                        "The objection has not been answered.")
                .or(() -> refuseIf(
                        objection.revoked(),
                        "complaintsAreAgainstAnAnswer",
                        "complaintGrounds",
                        "该异议已获支持，列入已被撤销，没有可以投诉的答复",
                        "The objection was upheld."));
    }

    /** Nothing is verified that was not accepted: only with acceptance do the measures rest. */
    Optional<Refusal> onlyAcceptedCasesAreVerified(Remedy remedy) {
        return refuseIf(
                remedy.accepted().isEmpty(),
                "onlyAcceptedCasesAreVerified",
                "suspensionWhileVerified",
                "本案尚未受理，不能核实",
                "The case has not been accepted.");
    }

    /** An answered case is not verified or decided again. */
    Optional<Refusal> answeredCasesStayAnswered(Remedy remedy) {
        return refuseIf(
                remedy.reply().isPresent(),
                "answeredCasesStayAnswered",
                "reasonedReply",
                "答复书已经制发，不能再核实或者决定",
                "The case has been answered.");
    }

    /** Whoever drafted, reviewed or approved the listing, or had a hand in the first instance, does not judge it again (DESIGN §6, 4). */
    Optional<Refusal> verifierHadNoPartInTheListing(Remedy remedy, String verifier) {
        var determination = determinations.load(remedy.legalCase().about());
        var parties = new HashSet<>(determination.drafters());
        parties.addAll(determination.reviewers());
        determination.all(DecisionApproved.class).forEach(approval -> parties.add(approval.actor()));
        if (remedy instanceof Complaint complaint) {
            parties.addAll(firstInstance(complaint));
        }
        return refuseIf(
                parties.contains(verifier),
                "verifierHadNoPartInTheListing",
                "fourEyes",
                "起草、审核、批准过该列入" + (remedy instanceof Complaint ? "或者核实、决定过该异议" : "") + "的人员不得核实本案，请由其他人员办理",
                "Whoever had a part in the listing cannot verify.");
    }

    /** Nobody decides on a result of one's own, nor in second instance on what one decided in the first. */
    Optional<Refusal> deciderDidNotVerify(Remedy remedy, String decider) {
        var verified = remedy.verifiers().contains(decider);
        var decidedBefore = remedy instanceof Complaint complaint
                && firstInstance(complaint).contains(decider);
        return refuseIf(
                verified || decidedBefore,
                "deciderDidNotVerify",
                "fourEyes",
                verified ? "核实人不得对本人的核实结论作出决定，请由其他负责人办理" : "核实、决定过该异议的人员不得对投诉作出决定，请由其他负责人办理",
                "The decider verified, or decided in first instance.");
    }

    /** A listing that another case has revoked cannot be confirmed by this one. */
    Optional<Refusal> revokedListingsAreNotConfirmed(Remedy remedy, VerificationResult result) {
        return refuseIf(
                result != VerificationResult.REVOKED
                        && listings.byId(remedy.listingId()).revokedOn() != null,
                "revokedListingsAreNotConfirmed",
                "wrongInformationWithdrawn",
                "该列入已经因另案被撤销，核实结论只能是“撤销列入”",
                "The listing has been revoked by another case.");
    }

    /** A decision needs a result; what was sent back needs a new one. */
    Optional<Refusal> decisionsNeedAFreshResult(Remedy remedy) {
        return refuseIf(
                remedy.conclusion().isEmpty() || remedy.decision().isPresent(),
                "decisionsNeedAFreshResult",
                "reasonedReply",
                "没有待决定的核实结论",
                "There is no undecided result.");
    }

    /** No answer before somebody else than the verifier has approved its result. */
    Optional<Refusal> noAnswerBeforeTheDecision(Remedy remedy) {
        return refuseIf(
                remedy.decidedResult().isEmpty(),
                "noAnswerBeforeTheDecision",
                "reasonedReply",
                "核实结论尚未经负责人决定，不得答复",
                "The result has not been approved.");
    }

    /** The reasoned reply comes first, then measures and clock run again (DESIGN §6, 9; CITYX (三)2). */
    Optional<Refusal> theReplyComesBeforeTheMeasures(Remedy remedy) {
        return refuseIf(
                remedy.reply().isEmpty() && remedy.termination().isEmpty(),
                "theReplyComesBeforeTheMeasures",
                "reasonedReply",
                "尚未书面答复申请人，不得恢复执行惩戒措施",
                "The reply has not been issued.");
    }

    /** What is wrong does not run again. */
    Optional<Refusal> wrongListingsAreNotResumed(Remedy remedy) {
        return refuseIf(
                remedy.withdrawn().isEmpty() && (remedy.leavesNoGround() || remedy.awaitsCorrection()),
                "wrongListingsAreNotResumed",
                "wrongInformationWithdrawn",
                remedy.awaitsCorrection() ? "失信信息尚未更正，不得恢复执行" : "列入有误，应当撤销，不得恢复执行",
                "A wrong listing is not resumed.");
    }

    /** A suspension ends once. */
    Optional<Refusal> suspensionsEndOnce(Remedy remedy) {
        return refuseIf(
                remedy.accepted().isEmpty() || remedy.resumed().isPresent() || remedy.revoked(),
                "suspensionsEndOnce",
                "suspensionWhileVerified",
                "本案没有正在进行的暂停，不能恢复执行",
                "No suspension of this case is running.");
    }

    /** A listing is revoked only by a decided result, or where the correction leaves it no ground. */
    Optional<Refusal> revocationsRestOnADecidedResult(Remedy remedy) {
        return refuseIf(
                !remedy.leavesNoGround() || remedy.revoked(),
                "revocationsRestOnADecidedResult",
                "wrongInformationWithdrawn",
                "没有经决定的撤销结论，或者本案已经撤销列入",
                "There is no decided result to revoke by.");
    }

    /** A case ends once its party knows how: its last letter is served. */
    Optional<Refusal> casesEndWhenTheirLetterIsServed(Remedy remedy) {
        var letters = Arrays.asList(
                remedy.kind().refusal(), remedy.kind().reply(), remedy.kind().termination());
        var served = letters.stream().anyMatch(kind -> remedy.servedOn(kind).isPresent());
        return refuseIf(
                remedy.receivedOn().isPresent() && !served,
                "casesEndWhenTheirLetterIsServed",
                "serviceProven",
                "文书尚无送达证明，不能办结",
                "The letter's service is not proven.");
    }

    /** What stopped has to be settled before the case ends: no case ends and leaves the clock standing (DESIGN §6, 8). */
    Optional<Refusal> noCaseEndsWithItsSuspensionRunning(Remedy remedy) {
        return refuseIf(
                remedy.accepted().isPresent() && remedy.resumed().isEmpty() && !remedy.revoked(),
                "noCaseEndsWithItsSuspensionRunning",
                "suspensionWhileVerified",
                "暂停尚未结束：应当先恢复执行或者撤销列入，再办结",
                "The suspension is still running.");
    }

    /** Only whoever filed it can withdraw it, and only until it is answered. */
    Optional<Refusal> onlyUnansweredCasesAreWithdrawn(Remedy remedy) {
        return refuseIf(
                        !remedy.isFiledByParty(),
                        "onlyUnansweredCasesAreWithdrawn",
                        "objectionAccepted",
                        "本案由部门主动发现或者提出疑点，不能由当事人撤回",
                        "An authority found the doubt itself.")
                .or(() -> refuseIf(
                        remedy.receivedOn().isEmpty()
                                || remedy.notAccepted().isPresent()
                                || remedy.reply().isPresent(),
                        "onlyUnansweredCasesAreWithdrawn",
                        "objectionAccepted",
                        "本案尚未登记，或者已经答复，不能撤回",
                        "It has not been entered, or it has been answered."));
    }

    private Set<String> firstInstance(Complaint complaint) {
        var objection = objections.load(complaint.objectionId());
        var parties = new HashSet<>(objection.verifiers());
        parties.addAll(objection.deciders());
        return parties;
    }

    private static boolean saysTheSame(Objection one, Objection other) {
        return one.text().isPresent()
                && one.text().map(RemedyPolicies::plain).equals(other.text().map(RemedyPolicies::plain));
    }

    /** Spaces and punctuation do not make another objection. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]", "");
    }

    private Optional<Refusal> refuseIf(boolean broken, String policy, String gate, String zh, String en) {
        return broken ? Optional.of(Refusal.by(policy, tables.gate(gate), zh, en)) : Optional.empty();
    }
}
