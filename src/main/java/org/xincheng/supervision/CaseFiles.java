package org.xincheng.supervision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CaseSearch;
import org.xincheng.credit.cases.CaseSteps;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.DepartmentsSeeTheirOwnCases;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.LoggedAct;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.determination.DecidedMeasures;
import org.xincheng.credit.determination.Determination;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.ListingStatus;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.LegalTime;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;
import org.xincheng.notice.MailStatuses;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.procedure.listing.OpenTasks;
import org.xincheng.procedure.listing.StepNames;
import org.xincheng.supervision.CaseFile.ActView;
import org.xincheng.supervision.CaseFile.DeadlineView;
import org.xincheng.supervision.CaseFile.LetterView;
import org.xincheng.supervision.CaseFile.ListingView;
import org.xincheng.supervision.CaseFile.MeasureView;
import org.xincheng.supervision.CaseFile.OtherCase;
import org.xincheng.supervision.CaseFile.Party;

/** Puts a case file together from the store, the letters and the engine's open tasks. */
@Service
class CaseFiles {

    private final CaseLog log;
    private final Determinations determinations;
    private final DepartmentsSeeTheirOwnCases ownCases;
    private final CaseSteps steps;
    private final DecidedMeasures measures;
    private final Listings listings;
    private final ListingClock listingClock;
    private final Letters letters;
    private final MailStatuses mails;
    private final Subjects subjects;
    private final OpenTasks tasks;
    private final StepNames stepNames;
    private final ActTexts actTexts;
    private final Texts texts;
    private final RegimeTables tables;
    private final UserDirectory users;
    private final AuditLog audit;

    CaseFiles(
            CaseLog log,
            Determinations determinations,
            DepartmentsSeeTheirOwnCases ownCases,
            CaseSteps steps,
            DecidedMeasures measures,
            Listings listings,
            ListingClock listingClock,
            Letters letters,
            MailStatuses mails,
            Subjects subjects,
            OpenTasks tasks,
            StepNames stepNames,
            ActTexts actTexts,
            Texts texts,
            RegimeTables tables,
            UserDirectory users,
            AuditLog audit) {
        this.log = log;
        this.determinations = determinations;
        this.ownCases = ownCases;
        this.steps = steps;
        this.measures = measures;
        this.listings = listings;
        this.listingClock = listingClock;
        this.letters = letters;
        this.mails = mails;
        this.subjects = subjects;
        this.tasks = tasks;
        this.stepNames = stepNames;
        this.actTexts = actTexts;
        this.texts = texts;
        this.tables = tables;
        this.users = users;
        this.audit = audit;
    }

    /**
     * Opens a case file and logs the reading; empty where there is no determination of this number, or none that may be seen.
     *
     * @param sight who reads, and how far they see
     * @param way page or API by which it is read
     */
    @Transactional
    Optional<CaseFile> open(String number, Sight sight, String way) {
        return find(number, sight).map(legalCase -> {
            audit.read(sight.reader(), legalCase.subjectId(), texts.of("cases.reading", number), way);
            return file(determinations.load(legalCase.id()), sight);
        });
    }

    /** The case of this number whose file may be opened; empty where there is no determination of this number, or a foreign one. */
    Optional<LegalCase> find(String number, Sight sight) {
        return log.byNumber(number)
                .filter(legalCase -> legalCase.procedure().equals(Determinations.PROCEDURE))
                .filter(legalCase -> ownCases.opens(legalCase, sight));
    }

    private CaseFile file(Determination d, Sight sight) {
        var legalCase = d.legalCase();
        var subject = subjects.get(legalCase.subjectId());
        var caseLetters = letters.ofCase(legalCase.id());
        return new CaseFile(
                legalCase.number(),
                legalCase.regime(),
                regimeTitle(legalCase),
                new Party(
                        subject.displayName(),
                        subject.displayIdentifier(),
                        subject.kind().zh()),
                levelName(d, tables),
                d.closed().isEmpty(),
                state(d),
                at(legalCase.openedAt()),
                users.displayName(legalCase.openedBy()),
                listings.ofCase(legalCase.id()).map(this::listing).orElse(null),
                tasks.of(legalCase.number()),
                timeline(d, caseLetters),
                caseLetters.stream().map(letter -> letter(d, letter)).toList(),
                steps.of(d).stream()
                        .map(step -> DeadlineView.of(step, texts.limit(step.deadline())))
                        .toList(),
                measures.of(d).stream()
                        .map(m -> new MeasureView(
                                m.code(),
                                m.version(),
                                m.textZh(),
                                m.departmentList(),
                                m.citations(),
                                !m.referenceOnly(),
                                m.referenceReason()))
                        .toList(),
                otherCases(legalCase, sight),
                takesLateStatements(d));
    }

    /** Before the window has closed a statement is not late; after the decision it is an objection. */
    private static boolean takesLateStatements(Determination d) {
        return d.closed().isEmpty()
                && d.windowClosed().isPresent()
                && d.decision().isEmpty();
    }

    /** Name of the current draft's list and level, empty where none was determined. */
    static String levelName(Determination d, RegimeTables tables) {
        return d.level()
                .map(level ->
                        tables.level(d.legalCase().regime(), level.level()).nameZh())
                .orElse("");
    }

    private String state(Determination d) {
        return d.closed()
                .map(closed -> texts.of("cases.state.closed", closed.outcome().zh()))
                .orElseGet(CaseSearch.State.OPEN::zh);
    }

    private String regimeTitle(LegalCase legalCase) {
        return tables.regime(legalCase.regime()).map(Regime::title).orElse(legalCase.regime());
    }

    private ListingView listing(Listing listing) {
        var status = listingClock.now(listing);
        return new ListingView(
                listing.effectiveOn(),
                status.inForce(),
                status.lastDay(),
                listing.publishBy(),
                listing.publishedOn(),
                status.published(),
                status.publicUntil(),
                List.of(force(status), publicity(listing, status)));
    }

    private String force(ListingStatus status) {
        if (status.lastDay() == null) {
            return texts.of("cases.listing.termOpen");
        }
        return texts.of(
                status.inForce() ? "cases.listing.inForce" : "cases.listing.over", ChineseDates.day(status.lastDay()));
    }

    private String publicity(Listing listing, ListingStatus status) {
        if (listing.publishedOn() != null) {
            return texts.of(
                    status.published() ? "cases.listing.published" : "cases.listing.publicOver",
                    ChineseDates.day(listing.publishedOn()),
                    ChineseDates.day(status.publicUntil()));
        }
        return listing.publishBy() == null
                ? texts.of("cases.listing.unpublished")
                : texts.of("cases.listing.toPublish", ChineseDates.day(listing.publishBy()));
    }

    private List<ActView> timeline(Determination d, List<Letter> caseLetters) {
        Map<UUID, String> numbers = caseLetters.stream().collect(Collectors.toMap(Letter::id, Letter::number));
        var views = new ArrayList<ActView>();
        for (var logged : d.acts()) {
            var text = actTexts.of(d.legalCase(), logged.act());
            views.add(new ActView(
                    logged.seq(),
                    logged.effect(),
                    text.title(),
                    text.details(),
                    name(logged.actor()),
                    through(logged),
                    at(logged.at()),
                    text.letterId(),
                    text.letterId() == null ? null : numbers.get(text.letterId())));
        }
        return views;
    }

    private String name(String actor) {
        return actor.equals(Actor.ENGINE) ? texts.of("cases.by.engine") : users.displayName(actor);
    }

    private String through(LoggedAct logged) {
        return logged.cause().equals("case-file")
                ? texts.of("cases.through.caseFile")
                : stepNames.of(logged.cause()).orElse(logged.cause());
    }

    private LetterView letter(Determination d, Letter letter) {
        var servedOn = d.servedOn(letter.id());
        return new LetterView(
                letter.id(),
                letter.number(),
                letter.title(),
                LegalTime.dateOf(letter.issuedAt()),
                servedOn.map(day -> texts.of("cases.service.served", ChineseDates.day(day)))
                        .orElseGet(() -> unserved(d, letter)),
                servedOn.orElse(null),
                texts.of("letter.mail." + mails.of(letter.id()).state().name()));
    }

    private String unserved(Determination d, Letter letter) {
        return d.last(ServiceAttempted.class, s -> s.letterId().equals(letter.id()))
                .map(attempt -> texts.of(
                        attempt.act().outcome() == ServiceOutcome.ANNOUNCED
                                ? "cases.service.announced"
                                : "cases.service.failed",
                        ChineseDates.day(attempt.act().day())))
                .orElseGet(() -> texts.of("cases.service.open"));
    }

    private List<OtherCase> otherCases(LegalCase legalCase, Sight sight) {
        return log.ofSubject(legalCase.subjectId(), Determinations.PROCEDURE).stream()
                .filter(other -> !other.id().equals(legalCase.id()) && ownCases.shows(other.id(), sight))
                .sorted(Comparator.comparing(LegalCase::openedAt).reversed())
                .map(other -> new OtherCase(
                        other.number(),
                        regimeTitle(other),
                        state(determinations.load(other.id())),
                        LegalTime.dateOf(other.openedAt())))
                .toList();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(LegalTime.ZONE).toOffsetDateTime();
    }
}
