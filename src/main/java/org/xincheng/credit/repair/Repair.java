package org.xincheng.credit.repair;

import static org.xincheng.credit.cases.StepActs.is;
import static org.xincheng.credit.cases.StepActs.issued;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CommonAct;
import org.xincheng.credit.cases.CommonAct.SupervisionOrdered;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.cases.StepActs;
import org.xincheng.credit.ending.EndAct;
import org.xincheng.credit.ending.EndingCase;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.repair.RepairAct.CaseClosed;
import org.xincheng.credit.repair.RepairAct.Evidence;
import org.xincheng.credit.repair.RepairAct.ListingRepaired;
import org.xincheng.credit.repair.RepairAct.ListingWasOver;
import org.xincheng.credit.repair.RepairAct.RepairAccepted;
import org.xincheng.credit.repair.RepairAct.RepairDecided;
import org.xincheng.credit.repair.RepairAct.RepairFiled;
import org.xincheng.credit.repair.RepairAct.RepairNotAccepted;
import org.xincheng.credit.repair.RepairAct.RepairOpened;
import org.xincheng.credit.repair.RepairAct.RepairOutcome;
import org.xincheng.credit.repair.RepairAct.RepairReviewed;
import org.xincheng.credit.repair.RepairAct.RepairVerified;
import org.xincheng.credit.repair.RepairAct.ReviewBody;
import org.xincheng.credit.repair.RepairAct.SupplementReceived;
import org.xincheng.credit.repair.RepairAct.SupplementRequested;
import org.xincheng.credit.repair.RepairAct.Withdrawn;

/** A repair as its acts tell it. */
public final class Repair extends EndingCase {

    /** Key of the procedure. */
    public static final String PROCEDURE = "credit-repair";

    /** Prefix of its number. */
    static final String PREFIX = "XF";

    static final List<Class<? extends CaseAct>> ACTS = List.of(RepairAct.class, EndAct.class, CommonAct.class);

    private static final Set<LetterKind> TO_PARTY = Set.of(
            LetterKind.REPAIR_REFUSAL,
            LetterKind.REPAIR_DENIAL,
            LetterKind.REPAIR_DECISION,
            LetterKind.REPAIR_TERMINATION);

    private static final Predicate<CaseAct> WITHDRAWN = is(Withdrawn.class);
    private static final Predicate<CaseAct> ANSWERED = issued(LetterKind.REPAIR_REFUSAL)
            .or(issued(LetterKind.REPAIR_DENIAL))
            .or(issued(LetterKind.REPAIR_DECISION))
            .or(issued(LetterKind.REPAIR_TERMINATION));

    private static final StepActs STEPS = steps(
            Map.of(
                    "repairOpened", is(RepairOpened.class),
                    "repairReceived", is(RepairFiled.class),
                    "supplementRequested", is(SupplementRequested.class),
                    "repairApproved", is(RepairDecided.class, RepairDecided::approved),
                    "repairReviewed", is(RepairReviewed.class, r -> r.body() == ReviewBody.CREDIT_OFFICE)),
            Map.of(
                    "repairRegistration", is(RepairFiled.class).or(WITHDRAWN),
                    "repairAcceptance",
                            is(RepairAccepted.class)
                                    .or(is(RepairNotAccepted.class))
                                    .or(is(SupplementRequested.class))
                                    .or(WITHDRAWN),
                    "repairSupplement", is(SupplementReceived.class).or(WITHDRAWN),
                    "repairDecision", ANSWERED.or(WITHDRAWN),
                    "repairReview",
                            is(RepairReviewed.class, r -> r.body() == ReviewBody.CREDIT_OFFICE)
                                    .or(WITHDRAWN),
                    "repairSuperiorReview",
                            is(RepairReviewed.class, r -> r.body() == ReviewBody.SUPERIOR)
                                    .or(WITHDRAWN),
                    "supervisionOrder",
                            is(SupervisionOrdered.class).or(ANSWERED).or(WITHDRAWN)),
            is(ListingRepaired.class),
            TO_PARTY);

    Repair(LegalCase legalCase, List<LoggedAct> acts) {
        super(legalCase, acts);
    }

    @Override
    public UUID listingId() {
        return last(RepairOpened.class).orElseThrow().act().listingId();
    }

    @Override
    public Set<LetterKind> lettersToParty() {
        return TO_PARTY;
    }

    @Override
    public Optional<LocalDate> endedOn() {
        return last(ListingRepaired.class).map(Happened::day);
    }

    /** The application; empty before it is entered. */
    public Optional<RepairFiled> filed() {
        return last(RepairFiled.class).map(Happened::act);
    }

    /** The day on which the office received the application. */
    public Optional<LocalDate> receivedOn() {
        return filed().map(RepairFiled::receivedOn);
    }

    /** The day of the credit commitment, handed in with the application or later. */
    public Optional<LocalDate> commitmentOn() {
        return last(SupplementReceived.class, s -> s.commitmentOn() != null)
                .map(supplement -> supplement.act().commitmentOn())
                .or(() -> filed().map(RepairFiled::commitmentOn));
    }

    /** Every kind of proof that was handed in. */
    public Set<Evidence> evidence() {
        var evidence = new HashSet<Evidence>();
        filed().ifPresent(application -> evidence.addAll(application.evidence()));
        all(SupplementReceived.class)
                .forEach(supplement -> evidence.addAll(supplement.act().evidence()));
        return evidence;
    }

    /** What was last asked for. */
    public Optional<Happened<SupplementRequested>> supplementRequested() {
        return last(SupplementRequested.class);
    }

    /** Whether something was asked for and nobody has registered what became of it. */
    public boolean awaitsSupplement() {
        var asked = supplementRequested().map(Happened::seq).orElse(0);
        return asked > last(SupplementReceived.class).map(Happened::seq).orElse(0);
    }

    /** The acceptance. */
    public Optional<Happened<RepairAccepted>> accepted() {
        return last(RepairAccepted.class);
    }

    /** Why it was not accepted. */
    public Optional<RepairNotAccepted> notAccepted() {
        return last(RepairNotAccepted.class).map(Happened::act);
    }

    /** The current result of the check. */
    public Optional<RepairVerified> verified() {
        return last(RepairVerified.class).map(Happened::act);
    }

    /** Version of the current result, 0 before the first. */
    public int resultVersion() {
        return verified().map(RepairVerified::version).orElse(0);
    }

    /** Everybody who checked in this case. */
    public Set<String> verifiers() {
        return all(RepairVerified.class).map(Happened::actor).collect(Collectors.toSet());
    }

    /** The principal's word on the current result. */
    public Optional<Happened<RepairDecided>> decision() {
        return last(RepairDecided.class, d -> d.version() == resultVersion());
    }

    /** The result that the principal has approved. */
    public Optional<RepairVerified> decidedResult() {
        return decision().filter(d -> d.act().approved()).flatMap(d -> verified());
    }

    /** A review of the current result. */
    public Optional<Happened<RepairReviewed>> review(ReviewBody body) {
        return last(RepairReviewed.class, r -> r.body() == body && r.version() == resultVersion());
    }

    /** Whether a body has reviewed the current result and agrees. */
    public boolean passed(ReviewBody body) {
        return review(body).filter(r -> r.act().passed()).isPresent();
    }

    /** The withdrawal. */
    public Optional<Withdrawn> withdrawn() {
        return last(Withdrawn.class).map(Happened::act);
    }

    /** Whether the listing ended by this repair. */
    public boolean repaired() {
        return endedOn().isPresent();
    }

    /** How the case ended. */
    public Optional<CaseClosed> closed() {
        return last(CaseClosed.class).map(Happened::act);
    }

    /** The outcome that the acts lead to; empty while there is none. */
    public Optional<RepairOutcome> outcome() {
        if (repaired()) {
            return Optional.of(RepairOutcome.REPAIRED);
        }
        if (withdrawn().isPresent()) {
            return Optional.of(RepairOutcome.WITHDRAWN);
        }
        if (notAccepted().isPresent()) {
            return Optional.of(RepairOutcome.NOT_ACCEPTED);
        }
        if (last(ListingWasOver.class).isPresent()) {
            return Optional.of(RepairOutcome.LISTING_OVER);
        }
        return decidedResult().filter(result -> !result.fulfilled()).map(result -> RepairOutcome.DENIED);
    }

    @Override
    public Optional<String> stepOfTheAnswer() {
        return Optional.of("repairDecision");
    }

    @Override
    public Optional<LocalDate> dayOf(String startEvent) {
        return switch (startEvent) {
            case "repairOpened" -> last(RepairOpened.class).map(Happened::day);
            case "repairReceived" -> receivedOn();
            case "supplementRequested" -> supplementRequested().map(Happened::day);
            case "repairApproved" ->
                last(RepairDecided.class, RepairDecided::approved).map(Happened::day);
            case "repairReviewed" ->
                review(ReviewBody.CREDIT_OFFICE)
                        .map(review -> review.act().reviewedOn())
                        .or(() -> dayOf("repairApproved"));
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
