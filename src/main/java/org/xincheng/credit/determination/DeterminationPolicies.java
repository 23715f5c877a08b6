package org.xincheng.credit.determination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.determination.Act.Consideration;
import org.xincheng.credit.determination.Act.DecisionApproved;
import org.xincheng.credit.determination.Act.DeliberationOutcome;
import org.xincheng.credit.determination.Act.PanelSeat;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Act.SuperiorDetermined;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;

/**
 * What a determination must have behind it before it may go on (DESIGN §6, 1, 2 and 4). Each policy is a sentence; where
 * it does not hold, it gives the reason and the article.
 */
final class DeterminationPolicies {

    private final RegimeTables tables;

    DeterminationPolicies(RegimeTables tables) {
        this.tables = tables;
    }

    /** A closed case takes no further act. */
    Optional<Refusal> closedCasesStayClosed(Determination d) {
        return refuseIf(
                d.closed().isPresent(),
                "closedCasesStayClosed",
                "oneOpenListing",
                "本案已经办结，不能再办理",
                "The case is closed.");
    }

    /** A decided case is neither drafted, reviewed nor decided again; what was wrong with it is for objection. */
    Optional<Refusal> decidedCasesStayDecided(Determination d) {
        return closedCasesStayClosed(d)
                .or(() -> refuseIf(
                        d.decision().isPresent(),
                        "decidedCasesStayDecided",
                        "decisionContents",
                        "决定书已经制发，不能再起草、审核、审议或者决定；认为有误的，请按异议程序办理",
                        "The case has been decided."));
    }

    /** What is reviewed is a proposal that reached a level; without one there is nothing to review. */
    Optional<Refusal> reviewsNeedAProposedDraft(Determination d) {
        return refuseIf(
                d.draft().filter(Act.DraftSubmitted::proposed).isEmpty()
                        || d.level().isEmpty(),
                "reviewsNeedAProposedDraft",
                "fourEyes",
                "没有提出认定并达到等级的认定意见，不能审核",
                "There is no proposed draft that reached a level.");
    }

    /** No notice before legal review has passed (行政处罚法 art. 58), nor before WS-JINAN's first deliberation. */
    Optional<Refusal> noNoticeBeforeReview(Determination d, Regime regime) {
        var firstRoundMissing = regime.deliberationRounds() == 2
                && d.deliberation(1)
                        .filter(h -> h.outcome() == DeliberationOutcome.LIST)
                        .isEmpty();
        return refuseIf(
                        !d.reviewPassed(ReviewStage.BEFORE_NOTICE),
                        "noNoticeBeforeReview",
                        "fourEyes",
                        "认定意见尚未通过法制审核，不得制发事先告知书",
                        "The draft has not passed legal review.")
                .or(() -> refuseIf(
                        firstRoundMissing,
                        "noNoticeBeforeReview",
                        "collectiveDiscussion",
                        "第一轮集体审议尚未同意，不得制发事先告知书",
                        "The first deliberation has not agreed."));
    }

    /** The first of two deliberations comes after the review (WS-JINAN art. 7(二)). */
    Optional<Refusal> noFirstRoundBeforeReview(Determination d) {
        return refuseIf(
                !d.reviewPassed(ReviewStage.BEFORE_NOTICE),
                "noFirstRoundBeforeReview",
                "fourEyes",
                "认定意见尚未通过法制审核，不得提请第一轮审议",
                "The draft has not passed legal review.");
    }

    /** No decision unless the current draft was told to the subject (WZ2022 (九); 行政处罚法 art. 44). */
    Optional<Refusal> noDecisionBeforeNotice(Determination d) {
        return refuseIf(
                d.notice().isEmpty(),
                "noDecisionBeforeNotice",
                "noticeBeforeDecision",
                "尚未就现认定意见制发事先告知书，不得作出决定",
                "No pre-decision notice was issued for the current draft.");
    }

    /** No decision unless the notice's service is proven: the window runs from there (民事诉讼法 art. 87–95). */
    Optional<Refusal> noDecisionBeforeProvenService(Determination d) {
        return refuseIf(
                d.notice().isPresent() && d.noticeServedOn().isEmpty(),
                "noDecisionBeforeProvenService",
                "serviceProven",
                "事先告知书尚无送达证明，陈述申辩期尚未起算，不得作出决定",
                "Service of the notice is not proven.");
    }

    /**
     * No decision while the window for statement and hearing request is open, unless the subject gave both up.
     *
     * @param windowEnd last day of the window, null where service is not proven
     * @param today the day
     */
    Optional<Refusal> noDecisionBeforeWindowClosed(Determination d, LocalDate windowEnd, LocalDate today) {
        var open = windowEnd == null || !today.isAfter(windowEnd);
        return refuseIf(
                open && !d.waived(),
                "noDecisionBeforeWindowClosed",
                "hearingBeforeDecision",
                "陈述申辩和申请听证的期限" + (windowEnd == null ? "尚未起算" : "至" + windowEnd + "届满") + "，期限届满前不得作出决定",
                "No decision before the hearing window has closed.");
    }

    /** A hearing asked for in time blocks the decision until its record and opinion exist (行政处罚法 art. 63–65). */
    Optional<Refusal> noDecisionBeforeHearingRecord(Determination d) {
        return refuseIf(
                d.hearingRequested() && !d.hearingConcluded(),
                "noDecisionBeforeHearingRecord",
                "hearingBeforeDecision",
                "当事人已依法申请听证，听证笔录和听证意见形成前不得作出决定",
                "A hearing was requested in time; its record does not exist yet.");
    }

    /** Every statement, late ones too, is answered before the decision (行政处罚法 art. 45). */
    Optional<Refusal> noDecisionBeforeStatementsConsidered(Determination d) {
        return refuseIf(
                !d.unconsidered().isEmpty(),
                "noDecisionBeforeStatementsConsidered",
                "statementsConsidered",
                "尚有" + d.unconsidered().size() + "份陈述申辩或听证意见未经复核，不得作出决定",
                "Statements have not been considered.");
    }

    /** What was adopted must show: the draft is withdrawn or written anew (行政处罚法 art. 45). */
    Optional<Refusal> adoptedStatementsChangeTheDraft(Determination d) {
        return refuseIf(
                d.considerations().stream().anyMatch(c -> c.outcome() != Consideration.NOT_ADOPTED),
                "adoptedStatementsChangeTheDraft",
                "statementsConsidered",
                "当事人意见已予采纳，应当不予列入或者退回重新起草，不得按原认定意见作出决定",
                "Adopted statements require a new draft.");
    }

    /** After a hearing the draft is reviewed again (行政处罚法 art. 58). */
    Optional<Refusal> heardCasesAreReviewedAgain(Determination d) {
        return refuseIf(
                d.hearingHeld() && !d.reviewPassed(ReviewStage.AFTER_HEARING),
                "heardCasesAreReviewedAgain",
                "fourEyes",
                "经过听证的案件，法制审核通过前不得作出决定",
                "A case that was heard needs legal review before the decision.");
    }

    /** The panel has agreed in the last round (行政处罚法 art. 57). */
    Optional<Refusal> noApprovalBeforeDeliberation(Determination d, Regime regime) {
        return refuseIf(
                d.deliberation(regime.deliberationRounds())
                        .filter(h -> h.outcome() == DeliberationOutcome.LIST)
                        .isEmpty(),
                "noApprovalBeforeDeliberation",
                "collectiveDiscussion",
                "集体讨论尚未同意列入，不得审批",
                "The panel has not agreed.");
    }

    /** The principal signed, and where the regime wants it the superior authority determined (WS-CITY art. 5(三)). */
    Optional<Refusal> noDecisionBeforeApproval(Determination d, Regime regime) {
        var superiorMissing = regime.superiorDetermination()
                && !d.superior().map(SuperiorDetermined::determined).orElse(false);
        return refuseIf(
                        !d.approval().map(DecisionApproved::approved).orElse(false),
                        "noDecisionBeforeApproval",
                        "fourEyes",
                        "负责人尚未批准，不得制发决定书",
                        "The principal has not approved.")
                .or(() -> superiorMissing
                        ? Optional.of(new Refusal(
                                "noDecisionBeforeApproval",
                                "上级主管部门尚未认定，不得制发决定书",
                                "The superior authority has not determined.",
                                regime.title(),
                                "第五条（三）"))
                        : Optional.empty());
    }

    /** Nobody reviews what he or she drafted. */
    Optional<Refusal> reviewerDidNotDraft(Determination d, String reviewer) {
        return refuseIf(
                d.drafters().contains(reviewer),
                "reviewerDidNotDraft",
                "fourEyes",
                "起草人不得审核本人起草的认定意见，请由其他法制审核员办理",
                "The drafter cannot review.");
    }

    /** Nobody approves what he or she drafted or reviewed. */
    Optional<Refusal> approverNeitherDraftedNorReviewed(Determination d, String approver) {
        return refuseIf(
                d.drafters().contains(approver) || d.reviewers().contains(approver),
                "approverNeitherDraftedNorReviewed",
                "fourEyes",
                "起草人、审核人不得审批本案，请由其他负责人办理",
                "The approver drafted or reviewed.");
    }

    /** Whoever drafted does not chair (行政处罚法 art. 64(四)). */
    Optional<Refusal> chairDidNotDraft(Determination d, String chair) {
        return refuseIf(
                d.drafters().contains(chair),
                "chairDidNotDraft",
                "fourEyes",
                "听证由非本案承办人员主持，起草人不得担任听证主持人",
                "The drafter cannot chair the hearing.");
    }

    /**
     * More than half of the panel sits and votes, a recused member does not vote, and nobody judges an own draft (回避).
     *
     * @param panel all members of the panel
     */
    Optional<Refusal> panelIsQuorateAndUnbiased(Determination d, List<PanelSeat> seats, Set<String> panel) {
        var voting =
                seats.stream().filter(s -> !s.recused()).map(PanelSeat::member).toList();
        var stranger = seats.stream().map(PanelSeat::member).anyMatch(m -> !panel.contains(m));
        var own = Stream.concat(d.drafters().stream(), d.reviewers().stream()).anyMatch(voting::contains);
        var recusedVote = seats.stream().anyMatch(s -> s.recused() && s.inFavour());
        var unexplained =
                seats.stream().anyMatch(s -> s.recused() && s.recusalReason().isBlank());
        return refuseIf(
                        stranger,
                        "panelIsQuorateAndUnbiased",
                        "collectiveDiscussion",
                        "参加审议的人员不在审议委员名册内",
                        "Somebody on the panel is not on its register.")
                .or(() -> refuseIf(
                        own,
                        "panelIsQuorateAndUnbiased",
                        "fourEyes",
                        "本案起草人、审核人应当回避，不得参加表决",
                        "Drafter and reviewer must step aside."))
                .or(() -> refuseIf(
                        recusedVote, "panelIsQuorateAndUnbiased", "fourEyes", "回避的委员不得参加表决", "A recused member voted."))
                .or(() -> refuseIf(
                        unexplained, "panelIsQuorateAndUnbiased", "fourEyes", "请写明委员回避的理由", "A recusal has no reason."))
                .or(() -> refuseIf(
                        voting.size() * 2 <= panel.size(),
                        "panelIsQuorateAndUnbiased",
                        "collectiveDiscussion",
                        "参加表决的委员" + voting.size() + "人，未超过全体委员" + panel.size() + "人的半数，不得形成决议",
                        "The panel has no quorum."));
    }

    /** The panel lists only by a majority of those who voted. */
    Optional<Refusal> panelListsByMajority(List<PanelSeat> seats, DeliberationOutcome outcome) {
        var voting = seats.stream().filter(s -> !s.recused()).count();
        var inFavour = seats.stream().filter(s -> !s.recused() && s.inFavour()).count();
        return refuseIf(
                outcome == DeliberationOutcome.LIST && inFavour * 2 <= voting,
                "panelListsByMajority",
                "collectiveDiscussion",
                "同意列入的委员未过表决委员半数，审议结果不能为“同意列入”",
                "There is no majority for listing.");
    }

    /** Lets whoever asks combine all that has to stand before the final deliberation, the approval and the decision. */
    Optional<Refusal> subjectWasHeard(Determination d, LocalDate windowEnd, LocalDate today) {
        return noDecisionBeforeNotice(d)
                .or(() -> noDecisionBeforeProvenService(d))
                .or(() -> noDecisionBeforeWindowClosed(d, windowEnd, today))
                .or(() -> noDecisionBeforeHearingRecord(d))
                .or(() -> noDecisionBeforeStatementsConsidered(d))
                .or(() -> adoptedStatementsChangeTheDraft(d))
                .or(() -> heardCasesAreReviewedAgain(d));
    }

    /** The reviewer of the current draft must not be its drafter, whatever was reassigned since. */
    Optional<Refusal> fourEyesHeld(Determination d) {
        var reviewedByDrafter =
                d.all(Act.DraftReviewed.class).map(Happened::actor).anyMatch(d.drafters()::contains);
        var approvedByEither = d.all(DecisionApproved.class)
                .map(Happened::actor)
                .anyMatch(a -> d.drafters().contains(a) || d.reviewers().contains(a));
        return refuseIf(
                reviewedByDrafter || approvedByEither,
                "fourEyesHeld",
                "fourEyes",
                "起草、审核、审批不是由不同人员办理，不得作出决定",
                "Drafter, reviewer and approver are not three persons.");
    }

    private Optional<Refusal> refuseIf(boolean broken, String policy, String gate, String zh, String en) {
        return broken ? Optional.of(Refusal.by(policy, tables.gate(gate), zh, en)) : Optional.empty();
    }
}
