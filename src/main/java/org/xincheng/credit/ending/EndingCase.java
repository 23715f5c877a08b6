package org.xincheng.credit.ending;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.CommonAct.DepartmentsTold;
import org.xincheng.credit.cases.CommonAct.LatenessFlagged;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.cases.StepActs;
import org.xincheng.credit.ending.EndAct.DepartmentAnswered;
import org.xincheng.credit.ending.EndAct.PublicationWithdrawn;
import org.xincheng.credit.letter.LetterKind;

/** A case about the end of a listing, as its acts tell it. */
public abstract class EndingCase extends CaseHistory {

    /** The case with its acts in order. */
    protected EndingCase(LegalCase legalCase, List<LoggedAct> acts) {
        super(legalCase, acts);
    }

    /** The listing it is about. */
    public abstract UUID listingId();

    /** The letters of this kind of case that go to the party and have to be served. */
    public abstract Set<LetterKind> lettersToParty();

    /** The day on which the listing ended by this case, or was found to have ended; empty before. */
    public abstract Optional<LocalDate> endedOn();

    /** The departments that were told of the end. */
    public final List<String> departmentsTold() {
        return last(DepartmentsTold.class).map(told -> told.act().departments()).orElse(List.of());
    }

    /** The departments that were told and have not answered since. */
    public final List<String> departmentsOutstanding() {
        var told = last(DepartmentsTold.class).map(Happened::seq).orElse(0);
        var answered = all(DepartmentAnswered.class)
                .filter(answer -> answer.seq() > told)
                .map(answer -> answer.act().department())
                .collect(Collectors.toSet());
        return departmentsTold().stream()
                .filter(department -> !answered.contains(department))
                .toList();
    }

    /** The last letter to the party that has to be served. */
    public final Optional<Happened<LetterWasIssued>> partyLetter() {
        return last(LetterWasIssued.class, letter -> lettersToParty().contains(letter.kind()));
    }

    /** Whether the last letter to the party is served. */
    public final boolean partyKnows() {
        return partyLetter()
                .flatMap(letter -> servedOn(letter.act().letterId()))
                .isPresent();
    }

    /** Every department that was told has to answer, not the first alone. */
    @Override
    public boolean awaitsMoreOf(String step) {
        return step.equals("departmentFeedback") && !departmentsOutstanding().isEmpty();
    }

    /** The day of a start event that all such cases share; empty where it has not happened or is none of theirs. */
    protected final Optional<LocalDate> sharedDay(String startEvent) {
        return switch (startEvent) {
            case "endLetterIssued" -> partyLetter().map(Happened::day);
            case "listingEnded" -> endedOn();
            case "departmentsTold" -> last(DepartmentsTold.class).map(Happened::day);
            case "stepLate" -> last(LatenessFlagged.class).map(Happened::day);
            case "announcementPublished" ->
                last(ServiceAttempted.class, s -> s.outcome() == ServiceOutcome.ANNOUNCED)
                        .map(s -> s.act().day());
            default -> Optional.empty();
        };
    }

    /** Whether a start event is one of those that all such cases share. */
    protected static boolean isShared(String startEvent) {
        return Set.of("endLetterIssued", "listingEnded", "departmentsTold", "stepLate", "announcementPublished")
                .contains(startEvent);
    }

    /**
     * The steps of such a case with those that all of them share.
     *
     * @param ended acts by which the listing is ended, or found to have ended
     * @param toParty kinds of letters to the party
     */
    protected static StepActs steps(
            Map<String, Predicate<CaseAct>> beginnings,
            Map<String, Predicate<CaseAct>> completions,
            Predicate<CaseAct> ended,
            Set<LetterKind> toParty) {
        var begun = new HashMap<>(beginnings);
        begun.put("endLetterIssued", StepActs.is(LetterWasIssued.class, letter -> toParty.contains(letter.kind())));
        begun.put("listingEnded", ended);
        begun.put("departmentsTold", StepActs.is(DepartmentsTold.class));
        begun.put("stepLate", StepActs.is(LatenessFlagged.class));
        begun.put("announcementPublished", StepActs.announced());
        var done = new HashMap<>(completions);
        done.put("endLetterService", toParty.stream().map(StepActs::served).reduce(act -> false, Predicate::or));
        done.put("publicAnnouncement", StepActs.announcementEnded());
        done.put("channelWithdrawal", StepActs.is(PublicationWithdrawn.class));
        done.put("departmentFeedback", StepActs.is(DepartmentAnswered.class));
        return new StepActs(Map.copyOf(begun), Map.copyOf(done), Optional.empty());
    }
}
