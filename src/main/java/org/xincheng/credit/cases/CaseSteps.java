package org.xincheng.credit.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.law.Deadline;
import org.xincheng.law.DeadlineRule;
import org.xincheng.law.LegalTime;

/**
 * Where each dated step of a case stands: a function of the acts, the kept deadlines and today. Nothing waits for a timer to have flagged
 * a step: with the engine's jobs stopped, a late step is still late here (DESIGN §1, 2 and §6, 10).
 */
@Component
public class CaseSteps {

    /** Steps that are periods of the subject or of the law: they end by themselves and nobody is late with them. */
    private static final Set<String> PERIODS = Set.of(
            "statementWindow",
            "publicAnnouncement",
            "listingTerm",
            "automaticWithdrawal",
            "removalWindow",
            "removal",
            "reconsideration",
            "litigation");

    /** Periods somebody in the office waits for. */
    private static final Set<String> AWAITED = Set.of("statementWindow", "publicAnnouncement");

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
    public List<Step> of(CaseHistory history) {
        var latest = new LinkedHashMap<String, Deadline>();
        history.stepActs()
                .wholeCase()
                .ifPresent(step -> dates.find(history, step).ifPresent(whole -> latest.put(step, whole)));
        for (var kept : deadlines.ofCase(history.legalCase().id())) {
            latest.put(kept.rule().step(), kept);
        }
        var steps = new ArrayList<Step>();
        latest.values().forEach(deadline -> steps.add(step(history, deadline)));
        return steps;
    }

    /** The step whose date comes next: what is owed, or a period that is waited for; empty where nothing is. */
    @Transactional(readOnly = true)
    public Optional<Step> next(CaseHistory history) {
        return of(history).stream()
                .filter(CaseSteps::isAwaited)
                .filter(step -> isOwed(history, step.deadline().rule().step()))
                .min(Comparator.comparing(step -> step.deadline().due()));
    }

    private static boolean isAwaited(Step step) {
        return step.state() == State.PENDING
                || (step.state() == State.RUNNING
                        && AWAITED.contains(step.deadline().rule().step()));
    }

    private Step step(CaseHistory history, Deadline deadline) {
        var today = LegalTime.today(clock);
        var over = today.isAfter(deadline.due());
        var doneOn = doneOn(history, deadline.rule()).orElse(null);
        if (doneOn != null) {
            var period = PERIODS.contains(deadline.rule().step());
            return new Step(deadline, State.DONE, doneOn, !period && doneOn.isAfter(deadline.due()));
        }
        if (PERIODS.contains(deadline.rule().step())) {
            return new Step(deadline, over ? State.OVER : State.RUNNING, null, false);
        }
        return isOwed(history, deadline.rule().step())
                ? new Step(deadline, State.PENDING, null, over)
                : new Step(deadline, State.DROPPED, null, false);
    }

    private static boolean isOwed(CaseHistory history, String step) {
        return history.ending().isEmpty() || history.owesAfterEnding(step);
    }

    /** A step is done where its last completion comes after its last beginning: sent back, it begins anew. */
    private static Optional<LocalDate> doneOn(CaseHistory history, DeadlineRule rule) {
        var completion = history.stepActs().completions().get(rule.step());
        if (completion == null || history.awaitsMoreOf(rule.step())) {
            return Optional.empty();
        }
        int begun = last(history, history.stepActs().beginnings().get(rule.startEvent()))
                .map(LoggedAct::seq)
                .orElse(0);
        // The limit for the whole case is met by the first act that ends it; what follows is no longer measured by it.
        var done = history.stepActs().wholeCase().filter(rule.step()::equals).isPresent()
                ? first(history, completion)
                : last(history, completion);
        return done.filter(act -> act.seq() > begun).map(LoggedAct::doneOn);
    }

    private static Optional<LoggedAct> first(CaseHistory history, Predicate<CaseAct> wanted) {
        return history.acts().stream()
                .filter(logged -> wanted.test(logged.act()))
                .findFirst();
    }

    private static Optional<LoggedAct> last(CaseHistory history, Predicate<CaseAct> wanted) {
        return history.acts().stream()
                .filter(logged -> wanted.test(logged.act()))
                .reduce((first, second) -> second);
    }

    /** Whether a procedure can tell this step done from owed; held against {@code deadlines.dmn} by a test. */
    static boolean knowsStep(StepActs acts, String step) {
        return acts.completions().containsKey(step) || PERIODS.contains(step);
    }
}
