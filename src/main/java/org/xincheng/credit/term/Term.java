package org.xincheng.credit.term;

import static org.xincheng.credit.cases.StepActs.is;
import static org.xincheng.credit.cases.StepActs.issued;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CommonAct;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.cases.StepActs;
import org.xincheng.credit.ending.EndAct;
import org.xincheng.credit.ending.EndingCase;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.term.TermAct.CaseClosed;
import org.xincheng.credit.term.TermAct.ListingExpired;
import org.xincheng.credit.term.TermAct.ListingRemoved;
import org.xincheng.credit.term.TermAct.ListingReplaced;
import org.xincheng.credit.term.TermAct.NewActNoted;
import org.xincheng.credit.term.TermAct.RemovalChecked;
import org.xincheng.credit.term.TermAct.RemovalDecided;
import org.xincheng.credit.term.TermAct.RemovalFiled;
import org.xincheng.credit.term.TermAct.RemovalReopened;
import org.xincheng.credit.term.TermAct.TermOpened;
import org.xincheng.credit.term.TermAct.TermOutcome;
import org.xincheng.credit.term.TermAct.UpgradeConsidered;

/** The term of a listing as its acts tell it. */
public final class Term extends EndingCase {

    /** Key of the procedure. */
    public static final String PROCEDURE = "listing-term";

    /** Prefix of its number. */
    static final String PREFIX = "QX";

    static final List<Class<? extends CaseAct>> ACTS = List.of(TermAct.class, EndAct.class, CommonAct.class);

    private static final Set<LetterKind> TO_PARTY = Set.of(
            LetterKind.REMOVAL_DECISION, LetterKind.REMOVAL_DENIAL, LetterKind.TERM_ENDED, LetterKind.LISTING_REPLACED);

    private static final StepActs STEPS = steps(
            Map.of(
                    "termEnd", is(TermOpened.class),
                    "removalReceived", is(RemovalFiled.class).or(is(RemovalReopened.class)),
                    "removalChecked", is(RemovalChecked.class),
                    "newActRecorded", is(NewActNoted.class)),
            Map.of(
                    "removalReminder", issued(LetterKind.REMOVAL_REMINDER).or(is(RemovalFiled.class)),
                    "removalWindow", is(RemovalFiled.class),
                    "removalCheck", is(RemovalChecked.class),
                    "removalApproval", is(RemovalDecided.class),
                    "removal", is(ListingRemoved.class),
                    "upgradeProposal", is(UpgradeConsidered.class)),
            is(ListingRemoved.class).or(is(ListingExpired.class)).or(is(ListingReplaced.class)),
            TO_PARTY);

    private final LocalDate expectedLastDay;

    /** @param expectedLastDay the last day as it stands, or as it would be if a standing clock ran again today; null before the case is opened */
    Term(LegalCase legalCase, List<LoggedAct> acts, LocalDate expectedLastDay) {
        super(legalCase, acts);
        this.expectedLastDay = expectedLastDay;
    }

    @Override
    public UUID listingId() {
        return last(TermOpened.class).orElseThrow().act().listingId();
    }

    @Override
    public Set<LetterKind> lettersToParty() {
        return TO_PARTY;
    }

    /** The first day on which the listing is not in force. */
    @Override
    public Optional<LocalDate> endedOn() {
        return last(ListingRemoved.class)
                .map(Happened::day)
                .or(() -> last(ListingReplaced.class).map(Happened::day))
                .or(() -> expired().map(expired -> expired.lastDay().plusDays(1)));
    }

    /** That the term was found to be over. */
    public Optional<ListingExpired> expired() {
        return last(ListingExpired.class).map(Happened::act);
    }

    /** Whether the listing ended by removal. */
    public boolean removed() {
        return last(ListingRemoved.class).isPresent();
    }

    /** That a heavier listing took its place. */
    public Optional<ListingReplaced> replaced() {
        return last(ListingReplaced.class).map(Happened::act);
    }

    /** The application for removal that has no answer yet. */
    public Optional<Happened<RemovalFiled>> removal() {
        var answered = last(LetterWasIssued.class, letter -> letter.kind() == LetterKind.REMOVAL_DENIAL)
                .map(Happened::seq)
                .orElse(0);
        return last(RemovalFiled.class).filter(filed -> filed.seq() > answered);
    }

    /** What was checked about that application, since it was opened last. */
    public Optional<Happened<RemovalChecked>> removalChecked() {
        var reopened = last(RemovalReopened.class).map(Happened::seq).orElse(0);
        return removal()
                .flatMap(filed ->
                        last(RemovalChecked.class).filter(check -> check.seq() > Math.max(filed.seq(), reopened)));
    }

    /** The principal's word on the last check. */
    public Optional<Happened<RemovalDecided>> removalDecision() {
        return removalChecked()
                .flatMap(check -> last(RemovalDecided.class).filter(decided -> decided.seq() > check.seq()));
    }

    /** The check that the principal has approved. */
    public Optional<RemovalChecked> decidedRemoval() {
        return removalDecision()
                .filter(decided -> decided.act().approved())
                .flatMap(decided -> removalChecked())
                .map(Happened::act);
    }

    /** Everybody who checked the application. */
    public Set<String> removalCheckers() {
        var filed = removal().map(Happened::seq).orElse(0);
        return all(RemovalChecked.class)
                .filter(check -> check.seq() > filed)
                .map(Happened::actor)
                .collect(Collectors.toSet());
    }

    /** The new acts nobody has considered yet. */
    public List<UUID> newActs() {
        var considered = last(UpgradeConsidered.class).map(Happened::seq).orElse(0);
        return all(NewActNoted.class)
                .filter(noted -> noted.seq() > considered)
                .map(noted -> noted.act().recordId())
                .toList();
    }

    /** How the case ended. */
    public Optional<CaseClosed> closed() {
        return last(CaseClosed.class).map(Happened::act);
    }

    /** The outcome that the acts lead to; empty while the term goes on. */
    public Optional<TermOutcome> outcome() {
        if (removed()) {
            return Optional.of(TermOutcome.REMOVED);
        }
        return replaced()
                .map(replaced -> TermOutcome.UPGRADED)
                .or(() -> expired().map(expired -> TermOutcome.EXPIRED));
    }

    @Override
    public Optional<LocalDate> dayOf(String startEvent) {
        return switch (startEvent) {
            case "termEnd" -> Optional.ofNullable(expectedLastDay);
            case "removalReceived" ->
                last(RemovalReopened.class)
                        .map(Happened::day)
                        .or(() -> last(RemovalFiled.class)
                                .map(filed -> filed.act().receivedOn()));
            case "removalChecked" -> last(RemovalChecked.class).map(Happened::day);
            case "newActRecorded" -> last(NewActNoted.class).map(Happened::day);
            default -> {
                if (!isShared(startEvent)) {
                    throw new IllegalArgumentException("deadlines.dmn names the unknown start event " + startEvent);
                }
                yield sharedDay(startEvent);
            }
        };
    }

    @Override
    public StepActs stepActs() {
        return STEPS;
    }

    @Override
    public Optional<String> ending() {
        return closed().map(closed -> closed.outcome().zh());
    }
}
