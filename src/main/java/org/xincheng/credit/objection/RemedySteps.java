package org.xincheng.credit.objection;

import static org.xincheng.credit.cases.StepActs.announced;
import static org.xincheng.credit.cases.StepActs.announcementEnded;
import static org.xincheng.credit.cases.StepActs.is;
import static org.xincheng.credit.cases.StepActs.issued;
import static org.xincheng.credit.cases.StepActs.served;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.xincheng.credit.cases.CaseAct;
import org.xincheng.credit.cases.CommonAct.LatenessFlagged;
import org.xincheng.credit.cases.CommonAct.RestorationPublished;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.CommonAct.SupervisionOrdered;
import org.xincheng.credit.cases.Happened;
import org.xincheng.credit.cases.StepActs;
import org.xincheng.credit.objection.ComplaintAct.ComplaintFiled;
import org.xincheng.credit.objection.ComplaintAct.ComplaintOpened;
import org.xincheng.credit.objection.ComplaintAct.ExpertsConfirmed;
import org.xincheng.credit.objection.ComplaintAct.ExpertsDrawn;
import org.xincheng.credit.objection.ObjectionAct.ObjectionFiled;
import org.xincheng.credit.objection.ObjectionAct.ObjectionOpened;
import org.xincheng.credit.objection.RemedyAct.Accepted;
import org.xincheng.credit.objection.RemedyAct.CorrectiveDutiesRecorded;
import org.xincheng.credit.objection.RemedyAct.ListingRevoked;
import org.xincheng.credit.objection.RemedyAct.MeasuresResumed;
import org.xincheng.credit.objection.RemedyAct.NotAccepted;
import org.xincheng.credit.objection.RemedyAct.RecordsCorrected;

/** The dated steps of objections and complaints: the days their limits run from, and the acts by which they begin and are done. */
final class RemedySteps {

    /** Acts that take away what the office owes by a step: with a withdrawal nothing more is verified. */
    private static final Predicate<CaseAct> WITHDRAWN = is(RemedyAct.Withdrawn.class);

    private static final Predicate<CaseAct> CARRIED_OUT =
            is(MeasuresResumed.class).or(is(RecordsCorrected.class)).or(is(ListingRevoked.class));

    private static final Map<RemedyKind, StepActs> ACTS =
            Map.of(RemedyKind.OBJECTION, objection(), RemedyKind.COMPLAINT, complaint());

    private static final Map<String, Function<Remedy, Optional<LocalDate>>> EVENTS = Map.ofEntries(
            Map.entry("objectionOpened", r -> day(r, ObjectionOpened.class)),
            Map.entry("objectionReceived", Remedy::receivedOn),
            Map.entry("objectionAccepted", r -> day(r, Accepted.class)),
            Map.entry("complaintOpened", r -> day(r, ComplaintOpened.class)),
            Map.entry("complaintReceived", Remedy::receivedOn),
            Map.entry("expertsDrawn", r -> day(r, ExpertsDrawn.class)),
            Map.entry("stepLate", Remedy::flaggedLateOn),
            Map.entry("remedyLetterIssued", Remedy::partyLetterIssuedOn),
            Map.entry("listingRevoked", r -> day(r, ListingRevoked.class)),
            Map.entry("resultCarriedOut", RemedySteps::carriedOutOn),
            Map.entry("decisionServed", r -> r.servedOn(r.kind().reply())),
            Map.entry(
                    "announcementPublished",
                    r -> r.last(ServiceAttempted.class, s -> s.outcome() == ServiceOutcome.ANNOUNCED)
                            .map(s -> s.act().day())));

    private RemedySteps() {}

    static StepActs acts(RemedyKind kind) {
        return ACTS.get(kind);
    }

    static Optional<LocalDate> dayOf(Remedy remedy, String startEvent) {
        var day = EVENTS.get(startEvent);
        if (day == null) {
            throw new IllegalArgumentException("deadlines.dmn names the unknown start event " + startEvent);
        }
        return day.apply(remedy);
    }

    private static StepActs objection() {
        var beginnings = common(RemedyKind.OBJECTION);
        beginnings.put("objectionOpened", is(ObjectionOpened.class));
        beginnings.put("objectionReceived", is(ObjectionFiled.class));
        beginnings.put("objectionAccepted", is(Accepted.class));
        var completions = commonCompletions(RemedyKind.OBJECTION);
        completions.put("objectionRegistration", is(ObjectionFiled.class).or(WITHDRAWN));
        completions.put("objectionAcceptance", acceptanceSettled());
        completions.put("objectionVerification", answered(RemedyKind.OBJECTION));
        completions.put("objectionVerificationAssisted", answered(RemedyKind.OBJECTION));
        return new StepActs(Map.copyOf(beginnings), Map.copyOf(completions), Optional.empty());
    }

    private static StepActs complaint() {
        var beginnings = common(RemedyKind.COMPLAINT);
        beginnings.put("complaintOpened", is(ComplaintOpened.class));
        beginnings.put("complaintReceived", is(ComplaintFiled.class));
        beginnings.put("expertsDrawn", is(ExpertsDrawn.class));
        var completions = commonCompletions(RemedyKind.COMPLAINT);
        completions.put("complaintRegistration", is(ComplaintFiled.class).or(WITHDRAWN));
        completions.put("complaintAcceptance", acceptanceSettled());
        completions.put("expertConfirmation", is(ExpertsConfirmed.class).or(WITHDRAWN));
        completions.put("complaintDecision", answered(RemedyKind.COMPLAINT));
        return new StepActs(Map.copyOf(beginnings), Map.copyOf(completions), Optional.empty());
    }

    private static Map<String, Predicate<CaseAct>> common(RemedyKind kind) {
        var beginnings = new HashMap<String, Predicate<CaseAct>>();
        beginnings.put("stepLate", is(LatenessFlagged.class));
        beginnings.put(
                "remedyLetterIssued",
                issued(kind.refusal()).or(issued(kind.reply())).or(issued(kind.termination())));
        beginnings.put("listingRevoked", is(ListingRevoked.class));
        beginnings.put("resultCarriedOut", CARRIED_OUT);
        beginnings.put("decisionServed", served(kind.reply()));
        beginnings.put("announcementPublished", announced());
        return beginnings;
    }

    private static Map<String, Predicate<CaseAct>> commonCompletions(RemedyKind kind) {
        var completions = new HashMap<String, Predicate<CaseAct>>();
        completions.put(
                "supervisionOrder", is(SupervisionOrdered.class).or(WITHDRAWN).or(issued(kind.reply())));
        completions.put(
                "objectionReplyService",
                served(kind.refusal()).or(served(kind.reply())).or(served(kind.termination())));
        completions.put("publicAnnouncement", announcementEnded());
        completions.put("publicationWithdrawal", is(RestorationPublished.class));
        completions.put("correctiveDuties", is(CorrectiveDutiesRecorded.class));
        return completions;
    }

    private static Predicate<CaseAct> acceptanceSettled() {
        return is(Accepted.class).or(is(NotAccepted.class)).or(WITHDRAWN);
    }

    private static Predicate<CaseAct> answered(RemedyKind kind) {
        return issued(kind.reply()).or(is(NotAccepted.class)).or(WITHDRAWN);
    }

    private static <A extends CaseAct> Optional<LocalDate> day(Remedy remedy, Class<A> kind) {
        return remedy.last(kind).map(Happened::day);
    }

    private static Optional<LocalDate> carriedOutOn(Remedy remedy) {
        return remedy.acts().stream()
                .filter(logged -> CARRIED_OUT.test(logged.act()))
                .findFirst()
                .map(logged -> logged.day());
    }
}
