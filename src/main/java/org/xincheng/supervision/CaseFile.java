package org.xincheng.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;
import org.xincheng.credit.cases.CaseSteps;
import org.xincheng.credit.cases.DaysUsed;
import org.xincheng.law.Deadline;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.procedure.listing.OpenTasks.OpenTask;

/**
 * A case file as the page shows it and the interface answers it. Texts are Chinese; of a natural person name and number are masked.
 *
 * @param number number of the case
 * @param procedure key of its procedure
 * @param type the same in words
 * @param listingCase number of the case that led to the listing it is about; its own where it led to one, null where there is none
 * @param objection number of the objection whose answer is complained of, or null
 * @param regime code of the regime
 * @param regimeTitle title of its document
 * @param subject whom it concerns
 * @param level list and level of the listing or the current draft, empty where none was determined
 * @param open whether the case goes on
 * @param state in words: going on, or how it ended
 * @param openedAt when it was opened
 * @param openedBy name of whoever opened it
 * @param daysUsed whose its days were; null of the term of a listing, whose days are those of the term
 * @param filing what was objected to or complained of, or null
 * @param listing the listing it led to or is about, or null
 * @param term the clock of that listing's term, or null
 * @param next who is next
 * @param timeline everything that happened, in order; of a determination with the cases about its listing
 * @param letters the case's letters, oldest first
 * @param lettersToCome whether letters can be read that are not issued yet
 * @param deadlines every step that has a date
 * @param measures the entries of the measures list in the current draft
 * @param otherCases the subject's other cases, latest first
 * @param remedies the cases about a determination's listing, oldest first: objections, complaints, corrections, repairs and their revocation
 * @param draw the drawing of a complaint's experts, or null
 * @param takesLateStatements whether a statement could be registered as late now
 * @param takesObjections whether an objection to its listing could be opened
 * @param takesComplaints whether a complaint against its answer could be opened
 * @param takesRepairs whether repair of its listing could be asked for
 * @param takesRevocations whether its repair could be revoked as resting on false material
 * @param correctableRecords numbers of the records it rests on, each of which could be said to be wrong
 * @param takesRemovals whether an application for removal from the list could be registered now
 * @param takesWithdrawal whether its withdrawal could be registered now
 */
record CaseFile(
        String number,
        String procedure,
        String type,
        String listingCase,
        String objection,
        String regime,
        String regimeTitle,
        Party subject,
        String level,
        boolean open,
        String state,
        OffsetDateTime openedAt,
        String openedBy,
        DaysUsed.Used daysUsed,
        FilingView filing,
        ListingView listing,
        TermView term,
        List<OpenTask> next,
        List<ActView> timeline,
        List<LetterView> letters,
        boolean lettersToCome,
        List<DeadlineView> deadlines,
        List<MeasureView> measures,
        List<OtherCase> otherCases,
        List<OtherCase> remedies,
        DrawView draw,
        boolean takesLateStatements,
        boolean takesObjections,
        boolean takesComplaints,
        boolean takesRepairs,
        boolean takesRevocations,
        List<String> correctableRecords,
        boolean takesRemovals,
        boolean takesWithdrawal) {

    /** E.g. 2026年3月2日 09:00, Beijing time as all times here. */
    static String moment(OffsetDateTime at) {
        return ChineseDates.moment(at.toInstant());
    }

    public String openedAtZh() {
        return moment(openedAt);
    }

    /** The last day that {@link #daysUsed} counts. */
    public String daysUsedUntilZh() {
        return ChineseDates.day(daysUsed.until());
    }

    /** Whether several cases share the timeline. */
    public boolean sharesTimeline() {
        return timeline.stream().map(ActView::caseNumber).distinct().count() > 1;
    }

    /** Whether it is the term of a listing. */
    public boolean followsATerm() {
        return procedure.equals(CaseType.TERM.procedure());
    }

    /** Whether it is a determination and not about one. */
    public boolean determines() {
        return procedure.equals(CaseType.DETERMINATION.procedure());
    }

    /**
     * What was objected to or complained of.
     *
     * @param ground on what it rests, in words
     * @param receivedOn day on which the office received it
     * @param text what was said
     * @param result what it came to so far, empty while there is nothing
     */
    record FilingView(String ground, LocalDate receivedOn, String text, String result) {

        public String receivedOnZh() {
            return ChineseDates.day(receivedOn);
        }
    }

    /** A subject: masked where it is a natural person. */
    record Party(String name, String identifier, String kind) {}

    /**
     * Where the listing stands.
     *
     * @param effectiveOn day from which it has effect
     * @param inForce whether it has effect today
     * @param measuresInForce whether its measures may be carried out
     * @param disputed whether an objection or a complaint is being verified
     * @param revokedOn day on which it was found void from its beginning, or null
     * @param lastDay last day in force, or null while the term has not begun or its clock stands still
     * @param publishBy last day for publication, or null where it is not published
     * @param publishedOn day of publication, or null
     * @param published whether the public sees it today
     * @param publicUntil last day on public pages, or null
     * @param standing both in words
     */
    record ListingView(
            LocalDate effectiveOn,
            boolean inForce,
            boolean measuresInForce,
            boolean disputed,
            LocalDate revokedOn,
            LocalDate lastDay,
            LocalDate publishBy,
            LocalDate publishedOn,
            boolean published,
            LocalDate publicUntil,
            List<String> standing) {}

    /**
     * One act.
     *
     * @param caseNumber the case it happened in
     * @param caseType that case's type in words
     * @param seq position in the case, from 1
     * @param effect key of the act, e.g. {@code DraftReviewed}
     * @param title what happened
     * @param details particulars, a line each
     * @param by name of whoever did it
     * @param through the task or request behind it
     * @param at when
     * @param letterId the letter it is about, or null
     * @param letterNumber that letter's number, or null
     */
    record ActView(
            String caseNumber,
            String caseType,
            int seq,
            String effect,
            String title,
            List<String> details,
            String by,
            String through,
            OffsetDateTime at,
            UUID letterId,
            String letterNumber) {

        public String atZh() {
            return moment(at);
        }

        public boolean lateness() {
            return effect.equals("LatenessFlagged");
        }
    }

    /**
     * One letter.
     *
     * @param service where its service stands, in words
     * @param servedOn day of service, or null
     * @param mail where its mailed copy stands, in words
     */
    record LetterView(
            UUID id, String number, String title, LocalDate issuedOn, String service, LocalDate servedOn, String mail) {

        public String issuedOnZh() {
            return ChineseDates.day(issuedOn);
        }
    }

    /**
     * One dated step.
     *
     * @param step key of the step
     * @param name its name
     * @param limit how long it may take, in words
     * @param basis what kind of rule that rests on
     * @param document the rule's document
     * @param article its article
     * @param startEvent name of the event that starts the clock
     * @param start day of that event
     * @param due last day, until 24:00
     * @param provisional whether it rests on days outside the loaded calendar years
     * @param state where the step stands
     * @param doneOn day it was done, or null
     * @param late whether it was or is late
     * @param proof address of the proof day by day
     */
    record DeadlineView(
            String step,
            String name,
            String limit,
            String basis,
            String document,
            String article,
            String startEvent,
            LocalDate start,
            LocalDate due,
            boolean provisional,
            CaseSteps.State state,
            LocalDate doneOn,
            boolean late,
            String proof) {

        static DeadlineView of(CaseSteps.Step step, String limit) {
            var deadline = step.deadline();
            var rule = deadline.rule();
            return new DeadlineView(
                    rule.step(),
                    rule.stepZh(),
                    limit,
                    rule.basis().zh(),
                    rule.document(),
                    rule.article(),
                    rule.startEventZh(),
                    deadline.start(),
                    deadline.due(),
                    deadline.provisional(),
                    step.state(),
                    step.doneOn(),
                    step.late(),
                    proofOf(deadline));
        }

        public String startZh() {
            return ChineseDates.day(start);
        }

        public String dueZh() {
            return ChineseDates.day(due);
        }

        public String doneOnZh() {
            return doneOn == null ? "" : ChineseDates.day(doneOn);
        }

        static String proofOf(Deadline deadline) {
            return UriComponentsBuilder.fromPath("/deadlines")
                    .queryParam("start", deadline.start())
                    .queryParam("count", deadline.count())
                    .queryParam("unit", deadline.unit())
                    .queryParam("direction", deadline.direction())
                    .queryParam("purpose", deadline.purpose())
                    .queryParam(
                            "suspended",
                            deadline.suspensions().stream()
                                    .map(s -> s.from() + "/" + s.until())
                                    .toArray())
                    .build()
                    .toUriString();
        }
    }

    /**
     * One measure.
     *
     * @param binding whether it binds the departments it names; otherwise it is for reference only
     * @param referenceReason why it binds nobody, empty where it binds
     */
    record MeasureView(
            String code,
            int version,
            String text,
            List<String> departments,
            List<String> legalBasis,
            boolean binding,
            String referenceReason) {}

    /** Another case of the same subject. */
    record OtherCase(String number, String type, String regimeTitle, String state, LocalDate openedOn) {

        public String openedOnZh() {
            return ChineseDates.day(openedOn);
        }
    }
}
