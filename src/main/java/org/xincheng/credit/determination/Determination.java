package org.xincheng.credit.determination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.CommonAct;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.cases.StepActs;
import org.xincheng.credit.determination.Act.CaseClosed;
import org.xincheng.credit.determination.Act.CaseOpened;
import org.xincheng.credit.determination.Act.CaseOutcome;
import org.xincheng.credit.determination.Act.DecisionApproved;
import org.xincheng.credit.determination.Act.DeliberationHeld;
import org.xincheng.credit.determination.Act.DeliberationOutcome;
import org.xincheng.credit.determination.Act.DraftReviewed;
import org.xincheng.credit.determination.Act.DraftSubmitted;
import org.xincheng.credit.determination.Act.HearingOpinionGiven;
import org.xincheng.credit.determination.Act.HearingOutcome;
import org.xincheng.credit.determination.Act.HearingScheduled;
import org.xincheng.credit.determination.Act.HearingTookPlace;
import org.xincheng.credit.determination.Act.LevelDetermined;
import org.xincheng.credit.determination.Act.ListingPublished;
import org.xincheng.credit.determination.Act.ListingTookEffect;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Act.StatementKind;
import org.xincheng.credit.determination.Act.StatementReceived;
import org.xincheng.credit.determination.Act.StatementsConsidered;
import org.xincheng.credit.determination.Act.SuperiorDetermined;
import org.xincheng.credit.determination.Act.WindowClosed;
import org.xincheng.credit.letter.LetterKind;

/**
 * A determination as its acts tell it.
 */
public final class Determination extends CaseHistory {

    static final List<Class<? extends CaseAct>> ACTS = List.of(Act.class, CommonAct.class);

    /** The case with its acts in order. */
    public Determination(LegalCase legalCase, List<LoggedAct> acts) {
        super(legalCase, acts);
    }

    @Override
    public Optional<LocalDate> dayOf(String startEvent) {
        return DeterminationSteps.dayOf(this, startEvent);
    }

    @Override
    public StepActs stepActs() {
        return DeterminationSteps.ACTS;
    }

    @Override
    public Optional<String> ending() {
        return closed().map(closed -> closed.outcome().zh());
    }

    /** In a closed case nothing is owed any more but the service of the reply that the subject is not listed. */
    @Override
    public boolean owesAfterEnding(String step) {
        return step.equals("replyService")
                && closed().filter(closed -> closed.outcome() == CaseOutcome.NOT_LISTED)
                        .isPresent();
    }

    /** The record the case was opened on. */
    public UUID openingRecord() {
        return last(CaseOpened.class).orElseThrow().act().recordId();
    }

    /** The current draft. */
    public Optional<DraftSubmitted> draft() {
        return last(DraftSubmitted.class).map(Happened::act);
    }

    /** Version of the current draft, 0 before the first. */
    public int draftVersion() {
        return draft().map(DraftSubmitted::version).orElse(0);
    }

    /** Everybody who ever drafted in this case. */
    public Set<String> drafters() {
        return all(DraftSubmitted.class).map(Happened::actor).collect(Collectors.toSet());
    }

    /** Everybody who ever reviewed in this case. */
    public Set<String> reviewers() {
        return all(DraftReviewed.class).map(Happened::actor).collect(Collectors.toSet());
    }

    /** The level of the current draft; empty where none was reached or it has not been asked for. */
    public Optional<LevelDetermined> level() {
        return last(LevelDetermined.class)
                .map(Happened::act)
                .filter(l -> l.draftVersion() == draftVersion() && l.level() != null);
    }

    /** Whether the current draft passed the review of a stage, as the last word on it. */
    public boolean reviewPassed(ReviewStage stage) {
        return last(DraftReviewed.class, r -> r.stage() == stage && r.draftVersion() == draftVersion())
                .map(r -> r.act().passed())
                .orElse(false);
    }

    /** The last deliberation of a round on the current draft. */
    public Optional<DeliberationHeld> deliberation(int round) {
        return last(DeliberationHeld.class, d -> d.round() == round && d.draftVersion() == draftVersion())
                .map(Happened::act);
    }

    /** The pre-decision notice of the current draft. */
    public Optional<LetterWasIssued> notice() {
        return letter(LetterKind.PRE_DECISION_NOTICE).filter(n -> n.draftVersion() == draftVersion());
    }

    /**
     * The letter that is being prepared: the notice of a draft that proposes to list at a level, then the decision, once the panel's last word was to list and as long as
     * nobody above it has said no.
     */
    public Optional<LetterKind> letterInPreparation() {
        var proposed = draft().filter(DraftSubmitted::proposed).isPresent();
        if (!proposed || level().isEmpty() || closed().isPresent() || decision().isPresent()) {
            return Optional.empty();
        }
        if (notice().isEmpty()) {
            return Optional.of(LetterKind.PRE_DECISION_NOTICE);
        }
        return deliberation(2)
                .or(() -> deliberation(1))
                .filter(held -> held.outcome() == DeliberationOutcome.LIST)
                .filter(held -> superior().map(SuperiorDetermined::determined).orElse(true))
                .map(held -> LetterKind.DECISION);
    }

    /** Whether the subject was ever told of the case. */
    public boolean subjectWasInformed() {
        return letter(LetterKind.PRE_DECISION_NOTICE).isPresent();
    }

    /** The day on which the current draft's notice was served, where that is proven. */
    public Optional<LocalDate> noticeServedOn() {
        return notice().flatMap(n -> servedOn(n.letterId()));
    }

    /** How the statement window of the current notice was closed. */
    public Optional<WindowClosed> windowClosed() {
        return last(WindowClosed.class).filter(w -> w.seq() > noticeSeq()).map(Happened::act);
    }

    /** Everything the subject said, waivers included. */
    public List<StatementReceived> statements() {
        return all(StatementReceived.class).map(Happened::act).toList();
    }

    /** Statements and hearing requests that nobody has answered yet. */
    public List<StatementReceived> unconsidered() {
        var considered = all(StatementsConsidered.class)
                .flatMap(c -> c.act().numbers().stream())
                .collect(Collectors.toSet());
        return statements().stream()
                .filter(s -> s.kind() != StatementKind.WAIVER && !considered.contains(s.number()))
                .toList();
    }

    /** How statements since the current draft were answered, oldest first. */
    public List<StatementsConsidered> considerations() {
        var draft = last(DraftSubmitted.class).map(Happened::seq).orElse(0);
        return all(StatementsConsidered.class)
                .filter(c -> c.seq() > draft)
                .map(Happened::act)
                .toList();
    }

    /** Whether the subject gave up statement and hearing after the current notice. */
    public boolean waived() {
        return last(StatementReceived.class, s -> s.kind() == StatementKind.WAIVER)
                .filter(s -> s.seq() > noticeSeq())
                .isPresent();
    }

    /** Whether a hearing was asked for in time after the current notice, and not given up since. */
    public boolean hearingRequested() {
        return hearingRequest().isPresent();
    }

    /** The hearing last arranged since it was asked for. */
    public Optional<HearingScheduled> hearing() {
        return hearingRequest()
                .flatMap(r -> last(HearingScheduled.class)
                        .filter(h -> h.seq() > r.seq())
                        .map(Happened::act));
    }

    /** How the last arranged hearing went. */
    public Optional<HearingTookPlace> hearingResult() {
        return hearing()
                .flatMap(h -> last(HearingTookPlace.class, t -> t.number() == h.number())
                        .map(Happened::act));
    }

    /** Whether a hearing was held since the current notice. */
    public boolean hearingHeld() {
        return hearingResult().filter(h -> h.outcome() == HearingOutcome.HELD).isPresent();
    }

    /** Whether a hearing that was asked for in time is over: record and opinion exist, or the subject gave it up. */
    public boolean hearingConcluded() {
        return hearingResult()
                .map(r -> switch (r.outcome()) {
                    case HELD ->
                        last(HearingOpinionGiven.class, o -> o.number() == r.number())
                                .isPresent();
                    case WAIVED -> true;
                    case POSTPONED -> false;
                })
                .orElse(false);
    }

    /** How often a hearing was arranged. */
    public int hearingsScheduled() {
        return (int) all(HearingScheduled.class).count();
    }

    /** The principal's last word on the current draft. */
    public Optional<DecisionApproved> approval() {
        return last(DecisionApproved.class, a -> a.draftVersion() == draftVersion())
                .map(Happened::act);
    }

    /** The superior authority's last word since the approval. */
    public Optional<SuperiorDetermined> superior() {
        var approved = last(DecisionApproved.class).map(Happened::seq).orElse(Integer.MAX_VALUE);
        return last(SuperiorDetermined.class).filter(s -> s.seq() > approved).map(Happened::act);
    }

    /** The decision letter. */
    public Optional<LetterWasIssued> decision() {
        return letter(LetterKind.DECISION);
    }

    /** The listing, once effective. */
    public Optional<ListingTookEffect> listing() {
        return last(ListingTookEffect.class).map(Happened::act);
    }

    /** The publication. */
    public Optional<ListingPublished> publication() {
        return last(ListingPublished.class).map(Happened::act);
    }

    /** How the case ended. */
    public Optional<CaseClosed> closed() {
        return last(CaseClosed.class).map(Happened::act);
    }

    private Optional<Happened<StatementReceived>> hearingRequest() {
        var waiver = last(StatementReceived.class, s -> s.kind() == StatementKind.WAIVER)
                .map(Happened::seq)
                .orElse(0);
        return last(StatementReceived.class, s -> s.kind() == StatementKind.HEARING_REQUEST && !s.late())
                .filter(s -> s.seq() > noticeSeq() && s.seq() > waiver);
    }

    private int noticeSeq() {
        return last(
                        LetterWasIssued.class,
                        l -> l.kind() == LetterKind.PRE_DECISION_NOTICE && l.draftVersion() == draftVersion())
                .map(Happened::seq)
                .orElse(Integer.MAX_VALUE);
    }
}
