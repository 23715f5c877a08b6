package org.xincheng.credit.determination;

import static org.xincheng.credit.cases.StepActs.announced;
import static org.xincheng.credit.cases.StepActs.announcementEnded;
import static org.xincheng.credit.cases.StepActs.is;
import static org.xincheng.credit.cases.StepActs.issued;
import static org.xincheng.credit.cases.StepActs.served;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.cases.StepActs;
import org.xincheng.credit.determination.Act.CaseClosed;
import org.xincheng.credit.determination.Act.CaseOpened;
import org.xincheng.credit.determination.Act.Consideration;
import org.xincheng.credit.determination.Act.DecisionApproved;
import org.xincheng.credit.determination.Act.DeliberationHeld;
import org.xincheng.credit.determination.Act.DeliberationOutcome;
import org.xincheng.credit.determination.Act.DraftReviewed;
import org.xincheng.credit.determination.Act.DraftSubmitted;
import org.xincheng.credit.determination.Act.HearingOpinionGiven;
import org.xincheng.credit.determination.Act.HearingScheduled;
import org.xincheng.credit.determination.Act.HearingTookPlace;
import org.xincheng.credit.determination.Act.ListingPublished;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Act.StatementKind;
import org.xincheng.credit.determination.Act.StatementReceived;
import org.xincheng.credit.determination.Act.StatementsConsidered;
import org.xincheng.credit.determination.Act.SuperiorDetermined;
import org.xincheng.credit.determination.Act.WindowClosed;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.law.LegalTime;

/** The dated steps of a determination: the days their limits run from, and the acts by which they begin and are done. */
final class DeterminationSteps {

    private static final String WHOLE_CASE = "caseTotal";

    /** A draft is asked for when the case opens, and again whenever somebody sends it back. */
    private static final Predicate<CaseAct> REQUESTS_A_DRAFT = is(CaseOpened.class)
            .or(is(DraftReviewed.class, r -> !r.passed()))
            .or(is(StatementsConsidered.class, c -> c.outcome() == Consideration.REDRAFT))
            .or(is(DeliberationHeld.class, h -> h.outcome() == DeliberationOutcome.REDRAFT))
            .or(is(DecisionApproved.class, a -> !a.approved()));

    static final StepActs ACTS = new StepActs(
            Map.ofEntries(
                    Map.entry("caseOpened", is(CaseOpened.class)),
                    Map.entry("draftRequested", REQUESTS_A_DRAFT),
                    Map.entry("draftSubmitted", is(DraftSubmitted.class)),
                    Map.entry("reviewPassed", is(DraftReviewed.class, DraftReviewed::passed)),
                    Map.entry("firstDeliberationPassed", is(DeliberationHeld.class, h -> h.round() == 1)),
                    Map.entry("noticeIssued", issued(LetterKind.PRE_DECISION_NOTICE)),
                    Map.entry("noticeServed", served(LetterKind.PRE_DECISION_NOTICE)),
                    Map.entry("windowClosed", is(WindowClosed.class)),
                    Map.entry(
                            "opinionsComplete",
                            is(WindowClosed.class)
                                    .or(is(HearingTookPlace.class))
                                    .or(is(HearingOpinionGiven.class))),
                    Map.entry("invitationIssued", issued(LetterKind.HEARING_INVITATION)),
                    Map.entry("hearingDay", is(HearingScheduled.class)),
                    Map.entry("hearingHeld", is(HearingTookPlace.class)),
                    Map.entry("statementReceived", is(StatementReceived.class, s -> s.kind() != StatementKind.WAIVER)),
                    Map.entry(
                            "statementsConsidered",
                            is(StatementsConsidered.class).or(is(WindowClosed.class))),
                    Map.entry("deliberationConcluded", is(DeliberationHeld.class)),
                    Map.entry("approvalGiven", is(DecisionApproved.class, DecisionApproved::approved)),
                    Map.entry("superiorDetermined", is(SuperiorDetermined.class)),
                    Map.entry("decisionIssued", issued(LetterKind.DECISION)),
                    Map.entry("decisionServed", served(LetterKind.DECISION)),
                    Map.entry("replyIssued", issued(LetterKind.NOT_LISTED_REPLY)),
                    Map.entry("announcementPublished", announced()),
                    Map.entry("publication", is(ListingPublished.class))),
            Map.ofEntries(
                    Map.entry(WHOLE_CASE, issued(LetterKind.DECISION).or(is(CaseClosed.class))),
                    Map.entry("draft", is(DraftSubmitted.class)),
                    Map.entry("legalReview", is(DraftReviewed.class, r -> r.stage() == ReviewStage.BEFORE_NOTICE)),
                    Map.entry("firstDeliberation", is(DeliberationHeld.class, h -> h.round() == 1)),
                    Map.entry("noticeService", served(LetterKind.PRE_DECISION_NOTICE)),
                    Map.entry("statementWindow", is(WindowClosed.class)),
                    Map.entry("hearingSchedule", is(HearingScheduled.class)),
                    Map.entry("hearingInvitation", served(LetterKind.HEARING_INVITATION)),
                    Map.entry("hearingInvitationService", served(LetterKind.HEARING_INVITATION)),
                    Map.entry("hearingRecord", is(HearingTookPlace.class)),
                    Map.entry("hearingOpinion", is(HearingOpinionGiven.class)),
                    Map.entry("considerStatements", is(StatementsConsidered.class)),
                    Map.entry("considerLateStatement", is(StatementsConsidered.class)),
                    Map.entry(
                            "reviewAfterHearing", is(DraftReviewed.class, r -> r.stage() == ReviewStage.AFTER_HEARING)),
                    Map.entry("deliberation", is(DeliberationHeld.class)),
                    Map.entry("approval", is(DecisionApproved.class)),
                    Map.entry("superiorDetermination", is(SuperiorDetermined.class)),
                    Map.entry("decisionService", served(LetterKind.DECISION)),
                    Map.entry("replyService", served(LetterKind.NOT_LISTED_REPLY)),
                    Map.entry("publicAnnouncement", announcementEnded()),
                    Map.entry("publication", is(ListingPublished.class))),
            Optional.of(WHOLE_CASE));

    /** The start events that rows of {@code deadlines.dmn} may name, and where a case tells their day. */
    private static final Map<String, Function<Determination, Optional<LocalDate>>> EVENTS = Map.ofEntries(
            Map.entry("caseOpened", d -> day(d, CaseOpened.class)),
            Map.entry("draftRequested", DeterminationSteps::draftRequested),
            Map.entry("draftSubmitted", d -> day(d, DraftSubmitted.class)),
            Map.entry(
                    "reviewPassed",
                    d -> d.last(DraftReviewed.class, r -> r.stage() == ReviewStage.BEFORE_NOTICE)
                            .map(Happened::day)),
            Map.entry(
                    "firstDeliberationPassed",
                    d -> d.last(DeliberationHeld.class, h -> h.round() == 1)
                            .map(h -> h.act().heldOn())),
            Map.entry("noticeIssued", d -> d.issuedOn(LetterKind.PRE_DECISION_NOTICE)),
            Map.entry("noticeServed", Determination::noticeServedOn),
            Map.entry("windowClosed", d -> d.windowClosed().map(Act.WindowClosed::closedOn)),
            Map.entry("opinionsComplete", DeterminationSteps::opinionsComplete),
            Map.entry("invitationIssued", d -> d.issuedOn(LetterKind.HEARING_INVITATION)),
            Map.entry("hearingDay", d -> d.hearing().map(h -> LegalTime.dateOf(h.at().toInstant()))),
            Map.entry("hearingHeld", d -> day(d, HearingTookPlace.class)),
            Map.entry(
                    "statementReceived",
                    d -> d.last(StatementReceived.class).map(s -> s.act().receivedOn())),
            Map.entry("statementsConsidered", DeterminationSteps::statementsConsidered),
            Map.entry(
                    "deliberationConcluded",
                    d -> d.last(DeliberationHeld.class).map(h -> h.act().heldOn())),
            Map.entry("approvalGiven", d -> day(d, DecisionApproved.class)),
            Map.entry(
                    "superiorDetermined",
                    d -> d.last(SuperiorDetermined.class).map(s -> s.act().determinedOn())),
            Map.entry("decisionIssued", d -> d.issuedOn(LetterKind.DECISION)),
            Map.entry("decisionServed", d -> d.decision().flatMap(l -> d.servedOn(l.letterId()))),
            Map.entry("replyIssued", d -> d.issuedOn(LetterKind.NOT_LISTED_REPLY)),
            Map.entry(
                    "announcementPublished",
                    d -> d.last(ServiceAttempted.class, s -> s.outcome() == ServiceOutcome.ANNOUNCED)
                            .map(s -> s.act().day())),
            Map.entry(
                    "publication",
                    d -> d.last(ListingPublished.class).map(p -> p.act().publishedOn())));

    private DeterminationSteps() {}

    static Optional<LocalDate> dayOf(Determination d, String startEvent) {
        var day = EVENTS.get(startEvent);
        if (day == null) {
            throw new IllegalArgumentException("deadlines.dmn names the unknown start event " + startEvent);
        }
        return day.apply(d);
    }

    private static <A extends Act> Optional<LocalDate> day(Determination d, Class<A> kind) {
        return d.last(kind).map(Happened::day);
    }

    /** A draft is asked for when the case opens, and again whenever somebody sends it back. */
    private static Optional<LocalDate> draftRequested(Determination d) {
        return d.acts().stream()
                .filter(logged -> REQUESTS_A_DRAFT.test(logged.act()))
                .reduce((first, second) -> second)
                .map(LoggedAct::day);
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
