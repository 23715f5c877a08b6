package org.xincheng.credit.repair;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.repair.RepairAct.Evidence;
import org.xincheng.credit.repair.RepairAct.RefusalGround;
import org.xincheng.credit.repair.RepairAct.RepairVerified;
import org.xincheng.credit.repair.RepairAct.ReviewBody;
import org.xincheng.law.RegimeTables;

/** What a repair must have behind it before it may go on. Each policy is a sentence; where it does not hold, it gives the reason and the article. */
@Component
class RepairPolicies {

    private final Listings listings;
    private final ListingClock listingClock;
    private final RepairEligibility eligibility;
    private final RegimeTables tables;

    RepairPolicies(Listings listings, ListingClock listingClock, RepairEligibility eligibility, RegimeTables tables) {
        this.listings = listings;
        this.listingClock = listingClock;
        this.eligibility = eligibility;
        this.tables = tables;
    }

    /** What is closed, withdrawn, refused or carried out is not pursued. */
    Optional<Refusal> settledRepairsStaySettled(Repair repair) {
        return refuseIf(
                repair.closed().isPresent() || repair.outcome().isPresent(),
                "settledRepairsStaySettled",
                "repairAccepted",
                "本案已经有结果，不能再办理这一步骤",
                "The repair is settled.");
    }

    /** A closed case takes no further act. */
    Optional<Refusal> closedIsClosed(Repair repair) {
        return refuseIf(
                repair.closed().isPresent(), "closedIsClosed", "repairAccepted", "本案已经办结，不能再办理", "The case is closed.");
    }

    /** Only what was entered can be judged. */
    Optional<Refusal> repairsAreEnteredBeforeTheyAreJudged(Repair repair) {
        return refuseIf(
                repair.filed().isEmpty(),
                "repairsAreEnteredBeforeTheyAreJudged",
                "repairAccepted",
                "尚未登记修复申请的内容",
                "Nothing has been entered.");
    }

    /** Acceptance is settled once. */
    Optional<Refusal> repairsAreAcceptedOnce(Repair repair) {
        return refuseIf(
                repair.accepted().isPresent(),
                "repairsAreAcceptedOnce",
                "repairAccepted",
                "本案已经受理",
                "It has been accepted.");
    }

    /** While something is missing that was asked for, nothing is judged. */
    Optional<Refusal> supplementsAreRegisteredFirst(Repair repair) {
        return refuseIf(
                repair.awaitsSupplement(),
                "supplementsAreRegisteredFirst",
                "repairConditions",
                "已经通知补正，请先登记补正情况",
                "A supplement was asked for and is awaited.");
    }

    /** Complete is an application with the commitment and the proof that the law asks for (WZ2022 (十二); NANNING art. 16). */
    Optional<Refusal> onlyCompleteApplicationsAreAccepted(Repair repair) {
        var proof = repair.evidence();
        if (repair.commitmentOn().isEmpty()) {
            return refuseIf(
                    true,
                    "onlyCompleteApplicationsAreAccepted",
                    "repairConditions",
                    "尚未提交信用承诺书，请通知补正",
                    "The credit commitment is missing.");
        }
        if (!proof.contains(Evidence.CORRECTION) && !proof.contains(Evidence.DUTIES)) {
            return refuseIf(
                    true,
                    "onlyCompleteApplicationsAreAccepted",
                    "repairConditions",
                    "尚未提交纠正失信行为或者履行义务的证明，请通知补正",
                    "Proof of correction is missing.");
        }
        var rule = eligibility.terms(listings.byId(repair.listingId())).rule();
        return rule.welfareProof() && !proof.contains(Evidence.WELFARE)
                ? Optional.of(new Refusal(
                        "onlyCompleteApplicationsAreAccepted",
                        "尚未提交参加社会公益活动或者承担社会责任的证明，请通知补正",
                        "Proof of public-welfare work is missing.",
                        rule.document(),
                        rule.article()))
                : Optional.empty();
    }

    /** Whether the listing can be repaired by this application at all. */
    Optional<Refusal> onlyEligibleApplicationsAreAccepted(Repair repair) {
        return eligibility.obstacle(
                listings.byId(repair.listingId()), repair.receivedOn().orElseThrow());
    }

    /** Whoever may ask for repair is not turned away: a refusal needs an obstacle, a supplement that did not come, or a cited law (WZ2022 (十二)). */
    Optional<Refusal> refusalsNeedAGround(Repair repair, RefusalGround ground, String basis) {
        return switch (ground) {
            case INELIGIBLE ->
                refuseIf(
                        onlyEligibleApplicationsAreAccepted(repair).isEmpty(),
                        "refusalsNeedAGround",
                        "repairAccepted",
                        "该申请符合条件，不能以不符合申请条件为由不予受理",
                        "Nothing speaks against the application.");
            case INCOMPLETE ->
                refuseIf(
                        repair.supplementRequested().isEmpty()
                                || onlyCompleteApplicationsAreAccepted(repair).isEmpty(),
                        "refusalsNeedAGround",
                        "repairAccepted",
                        "材料不齐全的应当先通知补正；补正后齐全的应当受理",
                        "A supplement has to be asked for first.");
            case UNREPAIRABLE ->
                refuseIf(
                        !basis.matches("(?s).*《[^《》]+》.*"),
                        "refusalsNeedAGround",
                        "repairAccepted",
                        "认为依法不可修复的，必须援引法律、法规或者党中央、国务院政策文件的《名称》和条款",
                        "What cannot be repaired needs a cited law.");
        };
    }

    /** Nothing is checked that was not accepted. */
    Optional<Refusal> onlyAcceptedRepairsAreVerified(Repair repair) {
        return refuseIf(
                repair.accepted().isEmpty(),
                "onlyAcceptedRepairsAreVerified",
                "repairConditions",
                "本案尚未受理，不能核查",
                "It has not been accepted.");
    }

    /** One result at a time: a new one follows one that was sent back or did not pass review. */
    Optional<Refusal> oneRepairResultAtATime(Repair repair) {
        var sentBack = repair.decision().filter(d -> !d.act().approved()).isPresent();
        var failed = failedReview(repair, ReviewBody.CREDIT_OFFICE) || failedReview(repair, ReviewBody.SUPERIOR);
        return refuseIf(
                repair.verified().isPresent() && !sentBack && !failed,
                "oneRepairResultAtATime",
                "repairReasons",
                "已有一份核查结论正在审批或者复核",
                "A result waits for its decision or review.");
    }

    /** A decision needs a result nobody has decided on. */
    Optional<Refusal> repairDecisionsNeedAFreshResult(Repair repair) {
        return refuseIf(
                repair.verified().isEmpty() || repair.decision().isPresent(),
                "repairDecisionsNeedAFreshResult",
                "repairReasons",
                "没有待决定的核查结论",
                "There is no undecided result.");
    }

    /** Nobody decides on a result of one's own. */
    Optional<Refusal> repairDeciderDidNotVerify(Repair repair, String decider) {
        return refuseIf(
                repair.verifiers().contains(decider),
                "repairDeciderDidNotVerify",
                "fourEyes",
                "核查人不得对本人的核查结论作出决定，请由其他负责人办理",
                "The decider verified.");
    }

    /** Nobody reviews what one checked or decided. */
    Optional<Refusal> repairReviewerHadNoPart(Repair repair, String reviewer) {
        return refuseIf(
                repair.verifiers().contains(reviewer)
                        || repair.decision()
                                .filter(d -> d.actor().equals(reviewer))
                                .isPresent(),
                "repairReviewerHadNoPart",
                "fourEyes",
                "核查、决定过本案的人员不得复核，请由其他人员办理",
                "The reviewer verified or decided.");
    }

    /** A review comes after the approval, and the superior's after the credit office's (MOHURD art. 18). */
    Optional<Refusal> repairReviewsKeepTheirOrder(Repair repair, ReviewBody body) {
        var route = eligibility.terms(listings.byId(repair.listingId())).route();
        var due = repair.decidedResult().filter(RepairVerified::fulfilled).isPresent()
                && repair.review(body).isEmpty()
                && (body == ReviewBody.CREDIT_OFFICE
                        ? route.officeReview()
                        : route.superiorReview() && (!route.officeReview() || repair.passed(ReviewBody.CREDIT_OFFICE)));
        return refuseIf(
                !due,
                "repairReviewsKeepTheirOrder",
                "repairReasons",
                "现在没有需要" + body.zh() + "的修复决定",
                "No review of this body is due.");
    }

    /** The listing ends only by an approved result that the conditions are met, with every review of its route (regimes.md §C 32). */
    Optional<Refusal> grantsRestOnADecidedResult(Repair repair) {
        var route = eligibility.terms(listings.byId(repair.listingId())).route();
        var ready = repair.decidedResult().filter(RepairVerified::fulfilled).isPresent()
                && (!route.officeReview() || repair.passed(ReviewBody.CREDIT_OFFICE))
                && (!route.superiorReview() || repair.passed(ReviewBody.SUPERIOR));
        return refuseIf(
                !ready,
                "grantsRestOnADecidedResult",
                "repairConditions",
                "没有经批准、并按规定复核审核通过的修复结论，不能结束列入",
                "There is no result that was approved and reviewed.");
    }

    /** A case ends once its party knows how. */
    Optional<Refusal> repairsEndWhenTheirLetterIsServed(Repair repair) {
        return refuseIf(
                repair.filed().isPresent() && !repair.partyKnows(),
                "repairsEndWhenTheirLetterIsServed",
                "serviceProven",
                "文书尚无送达证明，不能办结",
                "The letter's service is not proven.");
    }

    /** Only what nobody has answered can be withdrawn. */
    Optional<Refusal> onlyUnansweredRepairsAreWithdrawn(Repair repair) {
        return refuseIf(
                repair.filed().isEmpty() || repair.decidedResult().isPresent(),
                "onlyUnansweredRepairsAreWithdrawn",
                "repairAccepted",
                "本案尚未登记，或者已经作出决定，不能撤回",
                "It has not been entered, or it has been decided.");
    }

    /** Blood donation is not collected as credit data and proves nothing here (广西壮族自治区社会信用条例 art. 21). */
    Optional<Refusal> bloodDonationIsNoEvidence(String text) {
        return refuseIf(
                text.contains("献血"),
                "bloodDonationIsNoEvidence",
                "noBloodDonation",
                "无偿献血不得作为信用修复的材料，请删去有关内容",
                "Blood donation must not be collected.");
    }

    /** Whether the listing is in force today. */
    boolean listingStands(Repair repair) {
        return listingClock.now(listings.byId(repair.listingId())).inForce();
    }

    private static boolean failedReview(Repair repair, ReviewBody body) {
        return repair.review(body).filter(r -> !r.act().passed()).isPresent();
    }

    private Optional<Refusal> refuseIf(boolean broken, String policy, String gate, String zh, String en) {
        return broken ? Optional.of(Refusal.by(policy, tables.gate(gate), zh, en)) : Optional.empty();
    }
}
