package org.xincheng.credit.determination;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.Deadlines;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.determination.Act.CaseOpened;
import org.xincheng.credit.determination.Act.DecisionApproved;
import org.xincheng.credit.determination.Act.DeliberationHeld;
import org.xincheng.credit.determination.Act.DraftReviewed;
import org.xincheng.credit.determination.Act.DraftSubmitted;
import org.xincheng.credit.determination.Act.HearingOpinionGiven;
import org.xincheng.credit.determination.Act.HearingTookPlace;
import org.xincheng.credit.determination.Act.LetterWasIssued;
import org.xincheng.credit.determination.Act.ListingPublished;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Act.ServiceAttempted;
import org.xincheng.credit.determination.Act.ServiceOutcome;
import org.xincheng.credit.determination.Act.StatementReceived;
import org.xincheng.credit.determination.Act.StatementsConsidered;
import org.xincheng.credit.determination.Act.SuperiorDetermined;
import org.xincheng.credit.determination.Determination.Happened;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.law.Deadline;
import org.xincheng.law.DeadlineRule;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** Finds the day from which a step's limit runs, and the step's deadline with it. */
@Component
public class CaseDates {

    /** The start events that rows of {@code deadlines.dmn} may name, and where a case tells their day. */
    private static final Map<String, Function<Determination, Optional<LocalDate>>> EVENTS = Map.ofEntries(
            Map.entry("caseOpened", d -> day(d, CaseOpened.class)),
            Map.entry("draftRequested", CaseDates::draftRequested),
            Map.entry("draftSubmitted", d -> day(d, DraftSubmitted.class)),
            Map.entry(
                    "reviewPassed",
                    d -> d.last(DraftReviewed.class, r -> r.stage() == ReviewStage.BEFORE_NOTICE)
                            .map(Happened::day)),
            Map.entry(
                    "firstDeliberationPassed",
                    d -> d.last(DeliberationHeld.class, h -> h.round() == 1)
                            .map(h -> h.act().heldOn())),
            Map.entry("noticeIssued", d -> issued(d, LetterKind.PRE_DECISION_NOTICE)),
            Map.entry("noticeServed", Determination::noticeServedOn),
            Map.entry("windowClosed", d -> d.windowClosed().map(Act.WindowClosed::closedOn)),
            Map.entry("opinionsComplete", CaseDates::opinionsComplete),
            Map.entry("invitationIssued", d -> issued(d, LetterKind.HEARING_INVITATION)),
            Map.entry("hearingDay", d -> d.hearing().map(h -> LegalTime.dateOf(h.at().toInstant()))),
            Map.entry("hearingHeld", d -> day(d, HearingTookPlace.class)),
            Map.entry(
                    "statementReceived",
                    d -> d.last(StatementReceived.class).map(s -> s.act().receivedOn())),
            Map.entry("statementsConsidered", CaseDates::statementsConsidered),
            Map.entry(
                    "deliberationConcluded",
                    d -> d.last(DeliberationHeld.class).map(h -> h.act().heldOn())),
            Map.entry("approvalGiven", d -> day(d, DecisionApproved.class)),
            Map.entry(
                    "superiorDetermined",
                    d -> d.last(SuperiorDetermined.class).map(s -> s.act().determinedOn())),
            Map.entry("decisionIssued", d -> issued(d, LetterKind.DECISION)),
            Map.entry("decisionServed", d -> d.decision().flatMap(l -> d.servedOn(l.letterId()))),
            Map.entry("replyIssued", d -> issued(d, LetterKind.NOT_LISTED_REPLY)),
            Map.entry(
                    "announcementPublished",
                    d -> d.last(ServiceAttempted.class, s -> s.outcome() == ServiceOutcome.ANNOUNCED)
                            .map(s -> s.act().day())),
            Map.entry(
                    "publication",
                    d -> d.last(ListingPublished.class).map(p -> p.act().publishedOn())));

    private final RegimeTables tables;
    private final Deadlines deadlines;

    CaseDates(RegimeTables tables, Deadlines deadlines) {
        this.tables = tables;
        this.deadlines = deadlines;
    }

    /**
     * The deadline of a step of this case; it is kept with its proof.
     *
     * @throws RefusedException where the step's start event has not happened: the step cannot be taken yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Deadline due(Determination d, String step) {
        var rule = tables.deadline(d.legalCase().regime(), step);
        var start =
                start(d, rule.startEvent()).orElseThrow(() -> new RefusedException(stepsFollowTheirStartEvent(rule)));
        return deadlines.set(d.legalCase(), step, start);
    }

    private static Refusal stepsFollowTheirStartEvent(DeadlineRule rule) {
        return new Refusal(
                "stepsFollowTheirStartEvent",
                "“" + rule.stepZh() + "”的期限自“" + rule.startEventZh() + "”起算，该事项尚未发生，不能进入这一步骤",
                "The step's start event " + rule.startEvent() + " has not happened.",
                rule.document(),
                rule.article());
    }

    /** The deadline of a step whose start event has happened; kept nowhere. */
    public Optional<Deadline> find(Determination d, String step) {
        var regime = d.legalCase().regime();
        return start(d, tables.deadline(regime, step).startEvent()).map(start -> deadlines.count(regime, step, start));
    }

    private static Optional<LocalDate> start(Determination d, String event) {
        var day = EVENTS.get(event);
        if (day == null) {
            throw new IllegalArgumentException("deadlines.dmn names the unknown start event " + event);
        }
        return day.apply(d);
    }

    private static <A extends Act> Optional<LocalDate> day(Determination d, Class<A> kind) {
        return d.last(kind).map(Happened::day);
    }

    private static Optional<LocalDate> issued(Determination d, LetterKind kind) {
        return d.last(LetterWasIssued.class, l -> l.kind() == kind).map(Happened::day);
    }

    /** A draft is asked for when the case opens, and again whenever somebody sends it back. */
    private static Optional<LocalDate> draftRequested(Determination d) {
        return d.acts().stream()
                .filter(logged -> asksForADraft(logged.act()))
                .reduce((first, second) -> second)
                .map(LoggedAct::day);
    }

    private static boolean asksForADraft(Act act) {
        return act instanceof CaseOpened
                || (act instanceof DraftReviewed review && !review.passed())
                || (act instanceof StatementsConsidered answer && answer.outcome() == Act.Consideration.REDRAFT)
                || (act instanceof DeliberationHeld panel && panel.outcome() == Act.DeliberationOutcome.REDRAFT)
                || (act instanceof DecisionApproved principal && !principal.approved());
    }

    /** The subject has been heard out when the window is closed, and a hearing, where there is one, is over. */
    private static Optional<LocalDate> opinionsComplete(Determination d) {
        return d.last(HearingOpinionGiven.class)
                .map(Happened::day)
                .or(() -> d.last(HearingTookPlace.class).map(Happened::day))
                .filter(day -> d.hearingRequested())
                .or(() -> d.windowClosed().map(Act.WindowClosed::closedOn));
    }

    /** Where the subject said nothing, the close of the window stands for the consideration of statements. */
    private static Optional<LocalDate> statementsConsidered(Determination d) {
        return d.last(StatementsConsidered.class)
                .map(Happened::day)
                .or(() -> d.windowClosed().map(Act.WindowClosed::closedOn));
    }
}
