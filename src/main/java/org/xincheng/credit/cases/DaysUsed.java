package org.xincheng.credit.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.CommonAct.AnnouncementCompleted;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.law.Counting;
import org.xincheng.law.Deadline;
import org.xincheng.law.LegalTime;

/**
 * Whose the days of a case were: the party's while a period of theirs ran, another authority's while it was asked, nobody's while a public announcement ran, and
 * the office's else. Counted as the law counts: the day of an event belongs to what came before it (民事诉讼法 art. 85).
 */
@Component
public class DaysUsed {

    /** Steps in which somebody else than the office holds the case; held against {@code deadlines.dmn} by a test. */
    static final Map<String, Holder> HELD_BY = Map.of(
            "statementWindow", Holder.PARTY,
            "repairSupplement", Holder.PARTY,
            "publicAnnouncement", Holder.ANNOUNCEMENT,
            "superiorDetermination", Holder.AUTHORITY,
            "repairSuperiorReview", Holder.AUTHORITY);

    private final Deadlines deadlines;
    private final Counting counting;
    private final Clock clock;

    DaysUsed(Deadlines deadlines, Counting counting, Clock clock) {
        this.deadlines = deadlines;
        this.counting = counting;
        this.clock = clock;
    }

    /** Who holds a case. Where two do on one day, the first of them here counts. */
    public enum Holder {
        PARTY("当事人"),
        ANNOUNCEMENT("公告送达"),
        AUTHORITY("其他机关"),
        OFFICE("本单位");

        private final String zh;

        Holder(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }

        /** Whether its time ends with the last day although nothing was done. */
        private boolean endsByItself() {
            return this == PARTY || this == ANNOUNCEMENT;
        }
    }

    /**
     * The days of one holder.
     *
     * @param days natural days
     * @param workingDays those of them that are working days
     */
    public record Share(Holder holder, int days, int workingDays) {}

    /**
     * The days of a case from the day after its opening.
     *
     * @param until the last of them: the day that met the limit for the whole case, or on which the case ended, or today
     * @param running whether the case goes on
     * @param shares by holder, the office first; holders without a day are left out
     */
    public record Used(LocalDate until, boolean running, List<Share> shares) {

        /** All natural days. */
        public int days() {
            return shares.stream().mapToInt(Share::days).sum();
        }
    }

    private record Period(Holder holder, LocalDate after, LocalDate through) {

        boolean holds(LocalDate day) {
            return day.isAfter(after) && !day.isAfter(through);
        }
    }

    /** The days of this case. */
    @Transactional(readOnly = true)
    public Used of(CaseHistory history) {
        var end = end(history);
        var until = end.orElseGet(() -> LegalTime.today(clock));
        var periods = periods(history, until);
        var calendar = counting.calendar();
        var all = new EnumMap<Holder, Integer>(Holder.class);
        var worked = new EnumMap<Holder, Integer>(Holder.class);
        LegalTime.dateOf(history.legalCase().openedAt())
                .plusDays(1)
                .datesUntil(until.plusDays(1))
                .forEach(day -> {
                    var holder = holder(periods, day);
                    all.merge(holder, 1, Integer::sum);
                    worked.merge(holder, calendar.isWorked(day) ? 1 : 0, Integer::sum);
                });
        var shares = new ArrayList<Share>();
        for (var holder : List.of(Holder.OFFICE, Holder.PARTY, Holder.ANNOUNCEMENT, Holder.AUTHORITY)) {
            if (all.containsKey(holder)) {
                shares.add(new Share(holder, all.get(holder), worked.get(holder)));
            }
        }
        return new Used(until, end.isEmpty(), List.copyOf(shares));
    }

    private static Holder holder(List<Period> periods, LocalDate day) {
        return periods.stream()
                .filter(period -> period.holds(day))
                .map(Period::holder)
                .min(Holder::compareTo)
                .orElse(Holder.OFFICE);
    }

    private static Optional<LocalDate> end(CaseHistory history) {
        var acts = history.acts();
        return history.stepActs()
                .wholeCase()
                .flatMap(step -> doneOn(history, step, act -> true))
                .or(() ->
                        history.ending().map(ended -> acts.get(acts.size() - 1).day()));
    }

    /** Counted anew from the same day, a step has one period. */
    private List<Period> periods(CaseHistory history, LocalDate until) {
        record Begun(String step, LocalDate start) {}
        var latest = new LinkedHashMap<Begun, Deadline>();
        for (var kept : deadlines.ofCase(history.legalCase().id())) {
            if (HELD_BY.containsKey(kept.rule().step())) {
                latest.put(new Begun(kept.rule().step(), kept.start()), kept);
            }
        }
        return latest.values().stream()
                .map(deadline -> period(history, deadline, until))
                .toList();
    }

    private static Period period(CaseHistory history, Deadline deadline, LocalDate until) {
        var step = deadline.rule().step();
        var holder = HELD_BY.get(step);
        var begun = begun(history, deadline);
        var through = doneOn(history, step, act -> begun.isEmpty() || follows(begun.get(), act))
                .orElse(until);
        return new Period(
                holder,
                deadline.start(),
                holder.endsByItself() && through.isAfter(deadline.due()) ? deadline.due() : through);
    }

    /** The act from which the period runs. */
    private static Optional<LoggedAct> begun(CaseHistory history, Deadline deadline) {
        var beginning = history.stepActs().beginnings().get(deadline.rule().startEvent());
        return history.acts().stream()
                .filter(logged -> beginning != null && beginning.test(logged.act()))
                .filter(logged -> logged.doneOn().equals(deadline.start()))
                .reduce((first, second) -> second);
    }

    /** Whether an act can have ended what another began: it comes after it, and an announcement ends with its own letter. */
    private static boolean follows(LoggedAct begun, LoggedAct act) {
        return act.seq() > begun.seq()
                && (letter(begun).isEmpty()
                        || letter(act).isEmpty()
                        || letter(begun).equals(letter(act)));
    }

    private static Optional<UUID> letter(LoggedAct logged) {
        if (logged.act() instanceof ServiceAttempted attempt) {
            return Optional.of(attempt.letterId());
        }
        return logged.act() instanceof AnnouncementCompleted completed
                ? Optional.of(completed.letterId())
                : Optional.empty();
    }

    private static Optional<LocalDate> doneOn(CaseHistory history, String step, Predicate<LoggedAct> which) {
        var completion = history.stepActs().completions().get(step);
        return completion == null
                ? Optional.empty()
                : history.acts().stream()
                        .filter(logged -> completion.test(logged.act()) && which.test(logged))
                        .map(LoggedAct::doneOn)
                        .findFirst();
    }
}
