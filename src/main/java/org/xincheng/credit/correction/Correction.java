package org.xincheng.credit.correction;

import static org.xincheng.credit.cases.StepActs.is;
import static org.xincheng.credit.cases.StepActs.issued;
import static org.xincheng.credit.cases.StepActs.served;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.CommonAct;
import org.xincheng.credit.cases.CommonAct.LatenessFlagged;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.CommonAct.RestorationPublished;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.CommonAct.SupervisionOrdered;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.cases.RevokesListings;
import org.xincheng.credit.cases.StepActs;
import org.xincheng.credit.correction.CorrectionAct.CaseClosed;
import org.xincheng.credit.correction.CorrectionAct.CorrectionAccepted;
import org.xincheng.credit.correction.CorrectionAct.CorrectionDecided;
import org.xincheng.credit.correction.CorrectionAct.CorrectionFiled;
import org.xincheng.credit.correction.CorrectionAct.CorrectionNotAccepted;
import org.xincheng.credit.correction.CorrectionAct.CorrectionOpened;
import org.xincheng.credit.correction.CorrectionAct.CorrectionOutcome;
import org.xincheng.credit.correction.CorrectionAct.CorrectionVerified;
import org.xincheng.credit.correction.CorrectionAct.DataCorrected;
import org.xincheng.credit.correction.CorrectionAct.ListingsSettled;
import org.xincheng.credit.letter.LetterKind;

/** A correction as its acts tell it. */
public final class Correction extends CaseHistory implements RevokesListings {

    /** Key of the procedure. */
    public static final String PROCEDURE = "correction";

    /** Prefix of its number. */
    static final String PREFIX = "GZ";

    static final List<Class<? extends CaseAct>> ACTS = List.of(CorrectionAct.class, CommonAct.class);

    /** The letters that answer whoever asked. */
    private static final Set<LetterKind> ANSWERS =
            Set.of(LetterKind.CORRECTION_REFUSAL, LetterKind.CORRECTION_REPLY, LetterKind.CORRECTION_ANSWER);

    private static final Predicate<CaseAct> ANSWERED = issued(LetterKind.CORRECTION_REFUSAL)
            .or(issued(LetterKind.CORRECTION_REPLY))
            .or(issued(LetterKind.CORRECTION_ANSWER));

    private static final StepActs STEPS = new StepActs(
            Map.of(
                    "correctionOpened", is(CorrectionOpened.class),
                    "correctionReceived", is(CorrectionFiled.class),
                    "replyIssued", ANSWERED,
                    "noticeIssued", issued(LetterKind.CORRECTION_NOTICE),
                    "listingRevoked",
                            is(
                                    ListingsSettled.class,
                                    settled -> !settled.revoked().isEmpty()),
                    "stepLate", is(LatenessFlagged.class),
                    "announcementPublished", StepActs.announced()),
            Map.of(
                    "correctionRegistration", is(CorrectionFiled.class),
                    "correctionAcceptance", is(CorrectionAccepted.class).or(is(CorrectionNotAccepted.class)),
                    "correctionDecision", ANSWERED.or(is(CorrectionNotAccepted.class)),
                    "supervisionOrder", is(SupervisionOrdered.class).or(ANSWERED),
                    "replyService",
                            served(LetterKind.CORRECTION_REFUSAL)
                                    .or(served(LetterKind.CORRECTION_REPLY))
                                    .or(served(LetterKind.CORRECTION_ANSWER)),
                    "noticeService", served(LetterKind.CORRECTION_NOTICE),
                    "publicAnnouncement", StepActs.announcementEnded(),
                    "publicationWithdrawal", is(RestorationPublished.class)),
            Optional.empty());

    Correction(LegalCase legalCase, List<LoggedAct> acts) {
        super(legalCase, acts);
    }

    /** The record it is about. */
    public UUID recordId() {
        return last(CorrectionOpened.class).orElseThrow().act().recordId();
    }

    /** What is said to be wrong; empty before it is entered. */
    public Optional<CorrectionFiled> filed() {
        return last(CorrectionFiled.class).map(Happened::act);
    }

    /** The acceptance. */
    public Optional<Happened<CorrectionAccepted>> accepted() {
        return last(CorrectionAccepted.class);
    }

    /** Why it was not accepted. */
    public Optional<CorrectionNotAccepted> notAccepted() {
        return last(CorrectionNotAccepted.class).map(Happened::act);
    }

    /** The current result of the verification. */
    public Optional<CorrectionVerified> verified() {
        return last(CorrectionVerified.class).map(Happened::act);
    }

    /** Version of the current result, 0 before the first. */
    public int resultVersion() {
        return verified().map(CorrectionVerified::version).orElse(0);
    }

    /** Everybody who verified in this case. */
    public Set<String> verifiers() {
        return all(CorrectionVerified.class).map(Happened::actor).collect(Collectors.toSet());
    }

    /** The principal's word on the current result. */
    public Optional<CorrectionDecided> decision() {
        return last(CorrectionDecided.class, d -> d.version() == resultVersion())
                .map(Happened::act);
    }

    /** The result that the principal has approved. */
    public Optional<CorrectionVerified> decidedResult() {
        return decision().filter(CorrectionDecided::approved).flatMap(d -> verified());
    }

    /** The correction. */
    public Optional<DataCorrected> corrected() {
        return last(DataCorrected.class).map(Happened::act);
    }

    /** What became of the listings that rest on the record. */
    public Optional<ListingsSettled> settled() {
        return last(ListingsSettled.class).map(Happened::act);
    }

    /** The letter that answers whoever asked. */
    public Optional<LetterWasIssued> answer() {
        return last(LetterWasIssued.class, letter -> ANSWERS.contains(letter.kind()))
                .map(Happened::act);
    }

    /** Whether a decided result changes data and that has not been done yet. */
    boolean awaitsCorrection() {
        return decidedResult().filter(result -> result.result().corrects()).isPresent()
                && corrected().isEmpty();
    }

    /** Whether whoever asked, and the subject where it was told besides, have their letters. */
    boolean everybodyKnows() {
        return answer().flatMap(letter -> servedOn(letter.letterId())).isPresent()
                && letter(LetterKind.CORRECTION_NOTICE)
                        .map(letter -> servedOn(letter.letterId()).isPresent())
                        .orElse(true);
    }

    @Override
    public Optional<LocalDate> revokedOn() {
        return last(ListingsSettled.class, settled -> !settled.revoked().isEmpty())
                .map(Happened::day);
    }

    /** How the case ended. */
    public Optional<CaseClosed> closed() {
        return last(CaseClosed.class).map(Happened::act);
    }

    /** The outcome that the acts lead to; empty while there is none. */
    public Optional<CorrectionOutcome> outcome() {
        return notAccepted().isPresent()
                ? Optional.of(CorrectionOutcome.NOT_ACCEPTED)
                : decidedResult()
                        .map(result -> CorrectionOutcome.valueOf(result.result().name()));
    }

    @Override
    public Optional<String> stepOfTheAnswer() {
        return Optional.of("correctionDecision");
    }

    @Override
    public Optional<LocalDate> dayOf(String startEvent) {
        return switch (startEvent) {
            case "correctionOpened" -> last(CorrectionOpened.class).map(Happened::day);
            case "correctionReceived" -> filed().map(CorrectionFiled::receivedOn);
            case "replyIssued" ->
                last(LetterWasIssued.class, letter -> ANSWERS.contains(letter.kind()))
                        .map(Happened::day);
            case "noticeIssued" -> issuedOn(LetterKind.CORRECTION_NOTICE);
            case "listingRevoked" -> revokedOn();
            case "stepLate" -> last(LatenessFlagged.class).map(Happened::day);
            case "announcementPublished" ->
                last(ServiceAttempted.class, s -> s.outcome() == ServiceOutcome.ANNOUNCED)
                        .map(s -> s.act().day());
            default -> throw new IllegalArgumentException("deadlines.dmn names the unknown start event " + startEvent);
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
