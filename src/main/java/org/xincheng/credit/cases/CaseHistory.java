package org.xincheng.credit.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.xincheng.credit.cases.CommonAct.AnnouncementCompleted;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.letter.LetterKind;

/**
 * A case as its acts tell it. It answers questions about what has happened; whether something may happen is the policies' to say. Each procedure adds its own
 * questions.
 */
public abstract class CaseHistory {

    private final LegalCase legalCase;
    private final List<LoggedAct> acts;

    /** The case with its acts in order. */
    protected CaseHistory(LegalCase legalCase, List<LoggedAct> acts) {
        this.legalCase = legalCase;
        this.acts = List.copyOf(acts);
    }

    /** The case itself. */
    public final LegalCase legalCase() {
        return legalCase;
    }

    /** Everything that happened, in order. */
    public final List<LoggedAct> acts() {
        return acts;
    }

    /**
     * The day from which limits run that a row of {@code deadlines.dmn} starts with this event; empty where it has not happened.
     *
     * @param startEvent key of the event, e.g. {@code noticeServed}
     * @throws IllegalArgumentException where the procedure knows no such event
     */
    public abstract Optional<LocalDate> dayOf(String startEvent);

    /** By which acts the dated steps of the procedure begin and are done. */
    public abstract StepActs stepActs();

    /** How the case ended, in words of the screen; empty while it goes on. */
    public abstract Optional<String> ending();

    /** Whether the office still owes a step once the case has ended. */
    public boolean owesAfterEnding(String step) {
        return false;
    }

    /** Whether a step takes more than one act and waits for another one, although one was done. */
    public boolean awaitsMoreOf(String step) {
        return false;
    }

    /** The step by which the party's answer is due; empty where nobody waits for one. */
    public Optional<String> stepOfTheAnswer() {
        return Optional.empty();
    }

    /** The last letter of a kind. */
    public final Optional<LetterWasIssued> letter(LetterKind kind) {
        return last(LetterWasIssued.class, l -> l.kind() == kind).map(Happened::act);
    }

    /** The day on which the last letter of a kind was issued. */
    public final Optional<LocalDate> issuedOn(LetterKind kind) {
        return last(LetterWasIssued.class, l -> l.kind() == kind).map(Happened::day);
    }

    /** The day on which a letter was served, where that is proven. */
    public final Optional<LocalDate> servedOn(UUID letterId) {
        var served = last(
                        ServiceAttempted.class,
                        s -> s.letterId().equals(letterId) && s.outcome() == ServiceOutcome.SERVED)
                .map(s -> s.act().day());
        return served.or(
                () -> last(AnnouncementCompleted.class, a -> a.letterId().equals(letterId))
                        .map(a -> a.act().servedOn()));
    }

    /** The last public announcement of a letter that has not been completed by service. */
    public final Optional<ServiceAttempted> announcement(UUID letterId) {
        return last(
                        ServiceAttempted.class,
                        s -> s.letterId().equals(letterId) && s.outcome() == ServiceOutcome.ANNOUNCED)
                .map(Happened::act);
    }

    /** The last act of a kind, with who and when. */
    public final <A extends CaseAct> Optional<Happened<A>> last(Class<A> kind) {
        return last(kind, a -> true);
    }

    /** The last act of a kind that satisfies a condition. */
    public final <A extends CaseAct> Optional<Happened<A>> last(Class<A> kind, Predicate<A> condition) {
        return all(kind).filter(h -> condition.test(h.act())).reduce((first, second) -> second);
    }

    /** All acts of a kind in order. */
    public final <A extends CaseAct> Stream<Happened<A>> all(Class<A> kind) {
        return acts.stream()
                .filter(logged -> kind.isInstance(logged.act()))
                .map(logged -> new Happened<>(
                        logged.seq(), logged.actor(), logged.day(), logged.at(), kind.cast(logged.act())));
    }
}
