package org.xincheng.credit.determination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.Deadlines;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.determination.Act.AnnouncementCompleted;
import org.xincheng.credit.determination.Act.CaseClosed;
import org.xincheng.credit.determination.Act.CaseOpened;
import org.xincheng.credit.determination.Act.CaseOutcome;
import org.xincheng.credit.determination.Act.Consideration;
import org.xincheng.credit.determination.Act.DecisionApproved;
import org.xincheng.credit.determination.Act.DeliberationHeld;
import org.xincheng.credit.determination.Act.DeliberationOutcome;
import org.xincheng.credit.determination.Act.DraftReviewed;
import org.xincheng.credit.determination.Act.DraftSubmitted;
import org.xincheng.credit.determination.Act.HearingOpinionGiven;
import org.xincheng.credit.determination.Act.HearingScheduled;
import org.xincheng.credit.determination.Act.HearingTookPlace;
import org.xincheng.credit.determination.Act.LetterWasIssued;
import org.xincheng.credit.determination.Act.ListingPublished;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Act.ServiceAttempted;
import org.xincheng.credit.determination.Act.ServiceOutcome;
import org.xincheng.credit.determination.Act.StatementKind;
import org.xincheng.credit.determination.Act.StatementReceived;
import org.xincheng.credit.determination.Act.StatementsConsidered;
import org.xincheng.credit.determination.Act.SuperiorDetermined;
import org.xincheng.credit.determination.Act.WindowClosed;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.law.Deadline;
import org.xincheng.law.LegalTime;

/**
 * Where each dated step of a case stands: a function of the acts, the kept deadlines and today. Nothing waits for a timer to have flagged
 * a step: with the engine's jobs stopped, a late step is still late here (DESIGN §1, 2 and §6, 10).
 */
@Component
public class CaseSteps {

    private static final String WHOLE_CASE = "caseTotal";
    private static final String REPLY_SERVICE = "replyService";

    /** Steps that are periods of the subject or of the law: they end by themselves and nobody is late with them. */
    private static final Set<String> PERIODS =
            Set.of("statementWindow", "publicAnnouncement", "listingTerm", "reconsideration", "litigation");

    /** Periods somebody in the office waits for. */
    private static final Set<String> AWAITED = Set.of("statementWindow", "publicAnnouncement");

    /** Acts that begin what a row of {@code deadlines.dmn} names as its start event, by the event's key. */
    private static final Map<String, Predicate<Act>> BEGINNINGS = Map.ofEntries(
            Map.entry("caseOpened", is(CaseOpened.class)),
            Map.entry("draftRequested", is(CaseOpened.class).or(CaseSteps::sendsBackToDrafting)),
            Map.entry("draftSubmitted", is(DraftSubmitted.class)),
            Map.entry("reviewPassed", is(DraftReviewed.class, DraftReviewed::passed)),
            Map.entry("firstDeliberationPassed", is(DeliberationHeld.class, h -> h.round() == 1)),
            Map.entry("noticeIssued", issued(LetterKind.PRE_DECISION_NOTICE)),
            Map.entry("noticeServed", served(LetterKind.PRE_DECISION_NOTICE)),
            Map.entry("windowClosed", is(WindowClosed.class)),
            Map.entry(
                    "opinionsComplete",
                    is(WindowClosed.class).or(is(HearingTookPlace.class)).or(is(HearingOpinionGiven.class))),
            Map.entry("invitationIssued", issued(LetterKind.HEARING_INVITATION)),
            Map.entry("hearingDay", is(HearingScheduled.class)),
            Map.entry("hearingHeld", is(HearingTookPlace.class)),
            Map.entry("statementReceived", is(StatementReceived.class, s -> s.kind() != StatementKind.WAIVER)),
            Map.entry("statementsConsidered", is(StatementsConsidered.class).or(is(WindowClosed.class))),
            Map.entry("deliberationConcluded", is(DeliberationHeld.class)),
            Map.entry("approvalGiven", is(DecisionApproved.class, DecisionApproved::approved)),
            Map.entry("superiorDetermined", is(SuperiorDetermined.class)),
            Map.entry("decisionIssued", issued(LetterKind.DECISION)),
            Map.entry("decisionServed", served(LetterKind.DECISION)),
            Map.entry("replyIssued", issued(LetterKind.NOT_LISTED_REPLY)),
            Map.entry(
                    "announcementPublished", is(ServiceAttempted.class, s -> s.outcome() == ServiceOutcome.ANNOUNCED)),
            Map.entry("publication", is(ListingPublished.class)));

    /** Acts by which a step is done, by the step's key. */
    private static final Map<String, Predicate<Act>> COMPLETIONS = Map.ofEntries(
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
            Map.entry("reviewAfterHearing", is(DraftReviewed.class, r -> r.stage() == ReviewStage.AFTER_HEARING)),
            Map.entry("deliberation", is(DeliberationHeld.class)),
            Map.entry("approval", is(DecisionApproved.class)),
            Map.entry("superiorDetermination", is(SuperiorDetermined.class)),
            Map.entry("decisionService", served(LetterKind.DECISION)),
            Map.entry(REPLY_SERVICE, served(LetterKind.NOT_LISTED_REPLY)),
            Map.entry(
                    "publicAnnouncement",
                    is(AnnouncementCompleted.class)
                            .or(is(ServiceAttempted.class, s -> s.outcome() == ServiceOutcome.SERVED))),
            Map.entry("publication", is(ListingPublished.class)));

    private final Deadlines deadlines;
    private final CaseDates dates;
    private final Clock clock;

    CaseSteps(Deadlines deadlines, CaseDates dates, Clock clock) {
        this.deadlines = deadlines;
        this.dates = dates;
        this.clock = clock;
    }

    /** Where a step stands. */
    public enum State {
        /** Somebody in the office owes it. */
        PENDING("待办"),
        /** It was done. */
        DONE("已完成"),
        /** A period that is running. */
        RUNNING("期间内"),
        /** A period that is over. */
        OVER("已届满"),
        /** The case ended before it was done. */
        DROPPED("不再办理");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }

    /**
     * A dated step.
     *
     * @param deadline its deadline with the proof; the last one where it was counted anew
     * @param state where it stands
     * @param doneOn the day it was done, else null
     * @param late whether it was done after its last day, or is owed and its last day is over
     */
    public record Step(Deadline deadline, State state, LocalDate doneOn, boolean late) {}

    /** Every step of a case that has a date, in the order in which they came up; the limit for the whole case first. */
    @Transactional(readOnly = true)
    public List<Step> of(Determination d) {
        var latest = new LinkedHashMap<String, Deadline>();
        dates.find(d, WHOLE_CASE).ifPresent(whole -> latest.put(WHOLE_CASE, whole));
        for (var kept : deadlines.ofCase(d.legalCase().id())) {
            latest.put(kept.rule().step(), kept);
        }
        var steps = new ArrayList<Step>();
        latest.values().forEach(deadline -> steps.add(step(d, deadline)));
        return steps;
    }

    /** The step whose date comes next: what is owed, or a period that is waited for; empty where nothing is. */
    @Transactional(readOnly = true)
    public Optional<Step> next(Determination d) {
        if (d.closed().isPresent() && !isOwed(d, REPLY_SERVICE)) {
            return Optional.empty();
        }
        return of(d).stream()
                .filter(CaseSteps::isAwaited)
                .min(Comparator.comparing(step -> step.deadline().due()));
    }

    private static boolean isAwaited(Step step) {
        return step.state() == State.PENDING
                || (step.state() == State.RUNNING
                        && AWAITED.contains(step.deadline().rule().step()));
    }

    private Step step(Determination d, Deadline deadline) {
        var today = LegalTime.today(clock);
        var over = today.isAfter(deadline.due());
        var doneOn = doneOn(d, deadline).orElse(null);
        if (doneOn != null) {
            var period = PERIODS.contains(deadline.rule().step());
            return new Step(deadline, State.DONE, doneOn, !period && doneOn.isAfter(deadline.due()));
        }
        if (PERIODS.contains(deadline.rule().step())) {
            return new Step(deadline, over ? State.OVER : State.RUNNING, null, false);
        }
        return isOwed(d, deadline.rule().step())
                ? new Step(deadline, State.PENDING, null, over)
                : new Step(deadline, State.DROPPED, null, false);
    }

    /** In a closed case nothing is owed any more but the service of the reply that the subject is not listed. */
    private static boolean isOwed(Determination d, String step) {
        return d.closed()
                .map(closed -> closed.outcome() == CaseOutcome.NOT_LISTED && step.equals(REPLY_SERVICE))
                .orElse(true);
    }

    /** A step is done where its last completion comes after its last beginning: sent back, it begins anew. */
    private static Optional<LocalDate> doneOn(Determination d, Deadline deadline) {
        var rule = deadline.rule();
        if (rule.step().equals(WHOLE_CASE)) {
            // The limit is met by the decision; a case without one is over when it is closed.
            return last(d, issued(LetterKind.DECISION))
                    .or(() -> last(d, is(CaseClosed.class)))
                    .map(LoggedAct::day);
        }
        var completion = COMPLETIONS.get(rule.step());
        if (completion == null) {
            return Optional.empty();
        }
        int begun =
                last(d, BEGINNINGS.get(rule.startEvent())).map(LoggedAct::seq).orElse(0);
        return last(d, completion).filter(act -> act.seq() > begun).map(CaseSteps::day);
    }

    private static Optional<LoggedAct<Act>> last(Determination d, Predicate<Act> wanted) {
        return d.acts().stream().filter(logged -> wanted.test(logged.act())).reduce((first, second) -> second);
    }

    /** The day a step counts as done: the one the act names, or the one it was recorded on. */
    private static LocalDate day(LoggedAct<Act> logged) {
        if (logged.act() instanceof ServiceAttempted service) {
            return service.day();
        }
        if (logged.act() instanceof AnnouncementCompleted announcement) {
            return announcement.servedOn();
        }
        if (logged.act() instanceof WindowClosed window) {
            return window.closedOn();
        }
        if (logged.act() instanceof DeliberationHeld deliberation) {
            return deliberation.heldOn();
        }
        if (logged.act() instanceof SuperiorDetermined superior) {
            return superior.determinedOn();
        }
        if (logged.act() instanceof ListingPublished published) {
            return published.publishedOn();
        }
        return logged.day();
    }

    private static boolean sendsBackToDrafting(Act act) {
        return is(DraftReviewed.class, r -> !r.passed())
                .or(is(StatementsConsidered.class, c -> c.outcome() == Consideration.REDRAFT))
                .or(is(DeliberationHeld.class, h -> h.outcome() == DeliberationOutcome.REDRAFT))
                .or(is(DecisionApproved.class, a -> !a.approved()))
                .test(act);
    }

    private static Predicate<Act> is(Class<? extends Act> kind) {
        return kind::isInstance;
    }

    private static <A extends Act> Predicate<Act> is(Class<A> kind, Predicate<A> condition) {
        return act -> kind.isInstance(act) && condition.test(kind.cast(act));
    }

    private static Predicate<Act> issued(LetterKind kind) {
        return is(LetterWasIssued.class, l -> l.kind() == kind);
    }

    private static Predicate<Act> served(LetterKind kind) {
        return is(ServiceAttempted.class, s -> s.kind() == kind && s.outcome() == ServiceOutcome.SERVED)
                .or(is(AnnouncementCompleted.class, a -> a.kind() == kind));
    }

    /** Whether it can tell this step done from owed; held against {@code deadlines.dmn} by a test. */
    static boolean knowsStep(String step) {
        return step.equals(WHOLE_CASE) || COMPLETIONS.containsKey(step) || PERIODS.contains(step);
    }

    /** Whether it knows what begins with this start event, for the same test. */
    static boolean knowsEvent(String event) {
        return BEGINNINGS.containsKey(event);
    }
}
