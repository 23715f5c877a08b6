package org.xincheng.credit.cases;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.xincheng.credit.cases.CommonAct.AnnouncementCompleted;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.letter.LetterKind;

/**
 * By which acts the dated steps of a procedure begin and are done.
 *
 * @param beginnings acts that begin what a row of {@code deadlines.dmn} names as its start event, by the event's key
 * @param completions acts by which a step is done, by the step's key
 * @param wholeCase key of the limit for the whole case, empty where the procedure has none
 */
public record StepActs(
        Map<String, Predicate<CaseAct>> beginnings,
        Map<String, Predicate<CaseAct>> completions,
        Optional<String> wholeCase) {

    /** Acts of a kind. */
    public static Predicate<CaseAct> is(Class<? extends CaseAct> kind) {
        return kind::isInstance;
    }

    /** Acts of a kind that satisfy a condition. */
    public static <A extends CaseAct> Predicate<CaseAct> is(Class<A> kind, Predicate<A> condition) {
        return act -> kind.isInstance(act) && condition.test(kind.cast(act));
    }

    /** The issue of a letter. */
    public static Predicate<CaseAct> issued(LetterKind kind) {
        return is(LetterWasIssued.class, l -> l.kind() == kind);
    }

    /** The proven service of a letter. */
    public static Predicate<CaseAct> served(LetterKind kind) {
        return is(ServiceAttempted.class, s -> s.kind() == kind && s.outcome() == ServiceOutcome.SERVED)
                .or(is(AnnouncementCompleted.class, a -> a.kind() == kind));
    }

    /** The publication of an announcement that serves a letter. */
    public static Predicate<CaseAct> announced() {
        return is(ServiceAttempted.class, s -> s.outcome() == ServiceOutcome.ANNOUNCED);
    }

    /** The end of an announcement: its days are over, or the letter was served otherwise. */
    public static Predicate<CaseAct> announcementEnded() {
        return is(AnnouncementCompleted.class)
                .or(is(ServiceAttempted.class, s -> s.outcome() == ServiceOutcome.SERVED));
    }
}
