package org.xincheng.credit.repair;

import static org.xincheng.credit.cases.StepActs.is;
import static org.xincheng.credit.cases.StepActs.issued;
import static org.xincheng.credit.cases.StepActs.served;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CommonAct;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.cases.StepActs;
import org.xincheng.credit.ending.EndAct;
import org.xincheng.credit.ending.EndingCase;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.repair.RevocationAct.CaseClosed;
import org.xincheng.credit.repair.RevocationAct.FalsehoodExamined;
import org.xincheng.credit.repair.RevocationAct.RecordProposed;
import org.xincheng.credit.repair.RevocationAct.RepairRevoked;
import org.xincheng.credit.repair.RevocationAct.RevocationDecided;
import org.xincheng.credit.repair.RevocationAct.RevocationHeard;
import org.xincheng.credit.repair.RevocationAct.RevocationOpened;
import org.xincheng.credit.repair.RevocationAct.RevocationOutcome;
import org.xincheng.credit.repair.RevocationAct.RevocationWindowClosed;

/** The revocation of a repair as its acts tell it. */
public final class Revocation extends EndingCase {

    /** Key of the procedure. */
    public static final String PROCEDURE = "repair-revocation";

    /** Prefix of its number. */
    static final String PREFIX = "CX";

    static final List<Class<? extends CaseAct>> ACTS = List.of(RevocationAct.class, EndAct.class, CommonAct.class);

    private static final Set<LetterKind> TO_PARTY = Set.of(LetterKind.REPAIR_REVOCATION, LetterKind.REVOCATION_DROPPED);

    private static final StepActs STEPS = steps(
            Map.of(
                    "revocationOpened", is(RevocationOpened.class),
                    "noticeIssued", issued(LetterKind.FALSEHOOD_NOTICE),
                    "noticeServed", served(LetterKind.FALSEHOOD_NOTICE),
                    "windowClosed", is(RevocationWindowClosed.class),
                    "repairRevoked", is(RepairRevoked.class)),
            Map.of(
                    "falsehoodFindings", is(FalsehoodExamined.class),
                    "noticeService", served(LetterKind.FALSEHOOD_NOTICE),
                    "statementWindow", is(RevocationWindowClosed.class),
                    "revocationDecision", is(RevocationDecided.class),
                    "falsehoodRecord", is(RecordProposed.class)),
            is(RepairRevoked.class),
            TO_PARTY);

    Revocation(LegalCase legalCase, List<LoggedAct> acts) {
        super(legalCase, acts);
    }

    @Override
    public UUID listingId() {
        return opening().listingId();
    }

    /** The repair it is about. */
    public UUID repairId() {
        return opening().repairId();
    }

    private RevocationOpened opening() {
        return last(RevocationOpened.class).orElseThrow().act();
    }

    @Override
    public Set<LetterKind> lettersToParty() {
        return TO_PARTY;
    }

    @Override
    public Optional<LocalDate> endedOn() {
        return last(RepairRevoked.class).map(Happened::day);
    }

    /** What was established. */
    public Optional<FalsehoodExamined> examined() {
        return last(FalsehoodExamined.class).map(Happened::act);
    }

    /** Everybody who examined in this case. */
    public Set<String> examiners() {
        return all(FalsehoodExamined.class).map(Happened::actor).collect(Collectors.toSet());
    }

    /** The day on which the notice was served. */
    public Optional<LocalDate> noticeServedOn() {
        return letter(LetterKind.FALSEHOOD_NOTICE).flatMap(letter -> servedOn(letter.letterId()));
    }

    /** Whether the party has waived its time. */
    public boolean waived() {
        return last(RevocationHeard.class, RevocationHeard::waived).isPresent();
    }

    /** Whether the time for statements is over. */
    public boolean windowClosed() {
        return last(RevocationWindowClosed.class).isPresent();
    }

    /** The decision. */
    public Optional<RevocationDecided> decision() {
        return last(RevocationDecided.class).map(Happened::act);
    }

    /** What became of the repair. */
    public Optional<RepairRevoked> revoked() {
        return last(RepairRevoked.class).map(Happened::act);
    }

    /** Whether a new record was proposed, or the reason why none is given. */
    public boolean recordProposed() {
        return last(RecordProposed.class).isPresent();
    }

    /** How the case ended. */
    public Optional<CaseClosed> closed() {
        return last(CaseClosed.class).map(Happened::act);
    }

    /** The outcome that the acts lead to; empty while there is none. */
    public Optional<RevocationOutcome> outcome() {
        if (revoked().isPresent()) {
            return Optional.of(RevocationOutcome.REVOKED);
        }
        if (decision().filter(decided -> !decided.revoke()).isPresent()) {
            return Optional.of(RevocationOutcome.DROPPED);
        }
        return examined().filter(found -> !found.founded()).map(found -> RevocationOutcome.UNFOUNDED);
    }

    @Override
    public Optional<LocalDate> dayOf(String startEvent) {
        return switch (startEvent) {
            case "revocationOpened" -> last(RevocationOpened.class).map(Happened::day);
            case "noticeIssued" -> issuedOn(LetterKind.FALSEHOOD_NOTICE);
            case "noticeServed" -> noticeServedOn();
            case "windowClosed" -> last(RevocationWindowClosed.class).map(Happened::day);
            case "repairRevoked" -> endedOn();
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
