package org.xincheng.credit.ending;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseDates;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CommonAct.LetterWasIssued;
import org.xincheng.credit.cases.OfficeProperties;
import org.xincheng.credit.letter.EndContent;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterContent;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.letter.Provisions;
import org.xincheng.credit.letter.RemedyContent;
import org.xincheng.credit.listing.AttachedTerms;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.subject.Subject;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.law.LegalTime;
import org.xincheng.law.RegimeTables;

/** Gathers what a letter about the end of a listing, or about the correction of data, states, and issues it. */
@Component
public class EndLetters {

    private static final Set<LetterKind> WITH_ANSWER_DAY =
            Set.of(LetterKind.REPAIR_RECEIPT, LetterKind.CORRECTION_INQUIRY);

    private final CaseLog log;
    private final Letters letters;
    private final Listings listings;
    private final AttachedTerms attached;
    private final Subjects subjects;
    private final CaseDates dates;
    private final Provisions provisions;
    private final OfficeProperties office;
    private final RegimeTables tables;
    private final Clock clock;

    EndLetters(
            CaseLog log,
            Letters letters,
            Listings listings,
            AttachedTerms attached,
            Subjects subjects,
            CaseDates dates,
            Provisions provisions,
            OfficeProperties office,
            RegimeTables tables,
            Clock clock) {
        this.log = log;
        this.letters = letters;
        this.listings = listings;
        this.attached = attached;
        this.subjects = subjects;
        this.dates = dates;
        this.provisions = provisions;
        this.office = office;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * What one letter states beside the listing and its parties.
     *
     * @param addressee whom it is addressed to; blank where the kind says so
     * @param statements what is told, a sentence each without its full stop
     * @param conditions what the subject has to do, a sentence each without its full stop
     * @param reasons why something was refused or taken back, or blank
     * @param gates the gates it rests on
     * @param basis further provisions it rests on, each with document and article
     * @param withMeasures whether the listing's measures are named
     * @param withRemedies whether it can be contested
     */
    public record Message(
            String addressee,
            List<String> statements,
            List<String> conditions,
            String reasons,
            List<String> gates,
            List<String> basis,
            boolean withMeasures,
            boolean withRemedies) {

        /** A letter that tells something and cannot be contested. */
        public static Message telling(List<String> statements, String... gates) {
            return new Message("", statements, List.of(), "", List.of(gates), List.of(), false, false);
        }

        /** The same addressed to somebody else than the kind says. */
        public Message to(String other) {
            return new Message(other, statements, conditions, reasons, gates, basis, withMeasures, withRemedies);
        }

        /** The same with what the subject has to do. */
        public Message asking(List<String> what) {
            return new Message(addressee, statements, what, reasons, gates, basis, withMeasures, withRemedies);
        }

        /** The same with reasons, and with the remedies against it. */
        public Message because(String why) {
            return new Message(addressee, statements, conditions, why, gates, basis, withMeasures, true);
        }

        /** The same resting on further provisions. */
        public Message by(List<String> further) {
            return new Message(addressee, statements, conditions, reasons, gates, further, withMeasures, withRemedies);
        }

        /** The same naming the measures. */
        public Message withTheMeasures() {
            return new Message(addressee, statements, conditions, reasons, gates, basis, true, withRemedies);
        }
    }

    /** Issues a letter of a case about a listing, and records it in the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Letter issue(CaseHistory history, UUID listingId, LetterKind kind, Message message, Actor actor) {
        var listing = listings.byId(listingId);
        return issue(history, kind, message, listed(listing), Optional.of(listing), actor);
    }

    /**
     * Issues a letter of a case that has led to no listing yet, or is about none.
     *
     * @param listed what it is about, or null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Letter issueWithoutListing(
            CaseHistory history, RemedyContent.Listed listed, LetterKind kind, Message message, Actor actor) {
        return issue(history, kind, message, listed, Optional.empty(), actor);
    }

    private Letter issue(
            CaseHistory history,
            LetterKind kind,
            Message message,
            RemedyContent.Listed listed,
            Optional<Listing> listing,
            Actor actor) {
        var legalCase = history.legalCase();
        var content = content(history, kind, message, listed, listing);
        var letter = letters.issue(legalCase.id(), legalCase.number(), kind, content, actor.user());
        log.append(legalCase, actor, new LetterWasIssued(letter.id(), kind, 0));
        return letter;
    }

    private EndContent content(
            CaseHistory history,
            LetterKind kind,
            Message message,
            RemedyContent.Listed listed,
            Optional<Listing> listing) {
        var regime = tables.regime(history.legalCase().regime()).orElseThrow();
        var subject = subjects.get(history.legalCase().subjectId());
        var departments = listing.map(Listing::id)
                .map(id -> listings.departmentsOf(id, history.legalCase().id()))
                .orElse(List.of());
        var toParty = !kind.toDepartments() && !kind.isPublicNotice();
        var named = listing.filter(any -> message.withMeasures());
        return new EndContent(
                history.legalCase().number(),
                regime.title(),
                regime.authority(),
                new LetterContent.Office(office.name(), office.address(), office.phone()),
                message.addressee().isBlank() ? addressee(kind, subject, departments) : message.addressee(),
                toParty ? subject.profile().name() : subject.displayName(),
                subject.displayIdentifier(),
                listed,
                message.statements(),
                WITH_ANSWER_DAY.contains(kind) ? answerBy(history) : null,
                message.conditions(),
                message.reasons(),
                named.map(this::measures).orElse(List.of()),
                named.map(attached::sentences).orElse(List.of()),
                departments,
                Stream.concat(
                                provisions.ofGates(message.gates().toArray(String[]::new)).stream(),
                                message.basis().stream())
                        .distinct()
                        .toList(),
                message.withRemedies() ? provisions.remedies(regime.code()) : List.of(),
                LegalTime.today(clock));
    }

    private static String addressee(LetterKind kind, Subject subject, List<String> departments) {
        if (kind.toDepartments()) {
            return String.join("、", departments);
        }
        return kind.isPublicNotice() ? "" : subject.profile().name();
    }

    private RemedyContent.Listed listed(Listing listing) {
        var decision = letters.byId(listing.decisionId());
        return new RemedyContent.Listed(
                decision.number(),
                LegalTime.dateOf(decision.issuedAt()),
                tables.level(listing.regime(), listing.level()).nameZh(),
                listing.caseNumber());
    }

    private RemedyContent.Answer answerBy(CaseHistory history) {
        return history.stepOfTheAnswer()
                .flatMap(step -> dates.find(history, step))
                .map(deadline -> new RemedyContent.Answer(
                        Provisions.limit(deadline.rule()),
                        deadline.rule().startEventZh(),
                        deadline.due(),
                        deadline.provisional(),
                        Provisions.cite(deadline.rule())))
                .orElse(null);
    }

    private List<LetterContent.Measure> measures(Listing listing) {
        return listings.measuresOf(listing.id()).stream()
                .map(measure -> new LetterContent.Measure(
                        measure.textZh(),
                        String.join("；", measure.citations()),
                        String.join("、", measure.departmentList())))
                .toList();
    }
}
