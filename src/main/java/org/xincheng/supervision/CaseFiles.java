package org.xincheng.supervision;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.cases.CaseHistory;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CaseSearch;
import org.xincheng.credit.cases.CaseSteps;
import org.xincheng.credit.cases.Cases;
import org.xincheng.credit.cases.CommonAct.ServiceAttempted;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.DaysUsed;
import org.xincheng.credit.cases.DepartmentsSeeTheirOwnCases;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.determination.DecidedMeasures;
import org.xincheng.credit.determination.Determination;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.LegalTime;
import org.xincheng.law.Regime;
import org.xincheng.law.RegimeTables;
import org.xincheng.notice.MailStatuses;
import org.xincheng.platform.web.ChineseDates;
import org.xincheng.procedure.listing.OpenTasks;
import org.xincheng.supervision.CaseFile.DeadlineView;
import org.xincheng.supervision.CaseFile.LetterView;
import org.xincheng.supervision.CaseFile.MeasureView;
import org.xincheng.supervision.CaseFile.OtherCase;
import org.xincheng.supervision.CaseFile.Party;

/** Puts a case file together from the store, the letters and the engine's open tasks. */
@Service
class CaseFiles {

    private final CaseLog log;
    private final Cases cases;
    private final EndingViews endings;
    private final RemedyViews remedyViews;
    private final DepartmentsSeeTheirOwnCases ownCases;
    private final CaseSteps steps;
    private final DaysUsed daysUsed;
    private final DecidedMeasures measures;
    private final ListingViews listings;
    private final TermViews terms;
    private final Timelines timelines;
    private final LettersToCome lettersToCome;
    private final Letters letters;
    private final MailStatuses mails;
    private final Subjects subjects;
    private final OpenTasks tasks;
    private final Texts texts;
    private final RegimeTables tables;
    private final UserDirectory users;
    private final AuditLog audit;

    CaseFiles(
            CaseLog log,
            Cases cases,
            EndingViews endings,
            RemedyViews remedyViews,
            DepartmentsSeeTheirOwnCases ownCases,
            CaseSteps steps,
            DaysUsed daysUsed,
            DecidedMeasures measures,
            ListingViews listings,
            TermViews terms,
            Timelines timelines,
            LettersToCome lettersToCome,
            Letters letters,
            MailStatuses mails,
            Subjects subjects,
            OpenTasks tasks,
            Texts texts,
            RegimeTables tables,
            UserDirectory users,
            AuditLog audit) {
        this.log = log;
        this.cases = cases;
        this.endings = endings;
        this.remedyViews = remedyViews;
        this.ownCases = ownCases;
        this.steps = steps;
        this.daysUsed = daysUsed;
        this.measures = measures;
        this.listings = listings;
        this.terms = terms;
        this.timelines = timelines;
        this.lettersToCome = lettersToCome;
        this.letters = letters;
        this.mails = mails;
        this.subjects = subjects;
        this.tasks = tasks;
        this.texts = texts;
        this.tables = tables;
        this.users = users;
        this.audit = audit;
    }

    /**
     * Opens a case file and logs the reading; empty where there is no case of this number, or none that may be seen.
     *
     * @param sight who reads, and how far they see
     * @param way page or API by which it is read
     */
    @Transactional
    Optional<CaseFile> open(String number, Sight sight, String way) {
        return find(number, sight).map(legalCase -> {
            audit.read(sight.reader(), legalCase.subjectId(), texts.of("cases.reading", number), way);
            return file(cases.read(legalCase), sight);
        });
    }

    /** The case of this number whose file may be opened; empty where there is no such case, or a foreign one. */
    Optional<LegalCase> find(String number, Sight sight) {
        return log.byNumber(number)
                .filter(legalCase -> CaseType.of(legalCase).isPresent())
                .filter(legalCase -> ownCases.opens(legalCase, sight));
    }

    private CaseFile file(CaseHistory history, Sight sight) {
        var legalCase = history.legalCase();
        var subject = subjects.get(legalCase.subjectId());
        var listing = listings.of(history);
        var determination =
                Optional.of(history).filter(Determination.class::isInstance).map(Determination.class::cast);
        var next = tasks.of(legalCase.number());
        var about = determination.isPresent() ? about(legalCase) : List.<CaseHistory>of();
        return new CaseFile(
                legalCase.number(),
                legalCase.procedure(),
                CaseType.of(legalCase).orElseThrow().zh(),
                listing.map(one -> one.caseNumber()).orElse(null),
                remedyViews.objectionNumber(history),
                legalCase.regime(),
                regimeTitle(legalCase),
                new Party(
                        subject.displayName(),
                        subject.displayIdentifier(),
                        subject.kind().zh()),
                listings.levelName(history, listing, tables),
                history.ending().isEmpty(),
                state(history),
                legalCase.openedAt().atZone(LegalTime.ZONE).toOffsetDateTime(),
                users.displayName(legalCase.openedBy()),
                CaseType.of(legalCase).orElseThrow() == CaseType.TERM ? null : daysUsed.of(history),
                remedyViews.filing(history),
                listing.map(listings::view).orElse(null),
                listing.map(terms::of).orElse(null),
                next,
                timelines.of(Stream.concat(Stream.of(history), about.stream()).toList()),
                letters.ofCase(legalCase.id()).stream()
                        .map(letter -> letter(history, letter))
                        .toList(),
                lettersToCome.mayBeAny(determination, next),
                steps.of(history).stream()
                        .map(step -> DeadlineView.of(step, texts.limit(step.deadline())))
                        .toList(),
                determination.map(this::measures).orElse(List.of()),
                otherCases(history, sight),
                about.stream().map(this::other).toList(),
                remedyViews.draw(history),
                determination.filter(CaseFiles::takesLateStatements).isPresent(),
                determination.isPresent() && remedyViews.takesObjections(listing),
                remedyViews.takesComplaints(history, listing),
                determination.isPresent() && endings.takesRepairs(listing),
                endings.takesRevocations(history, listing),
                remedyViews.correctableRecords(history, listing),
                endings.takesRemovals(history),
                remedyViews.takesWithdrawal(history) || endings.takesWithdrawal(history));
    }

    /** All cases about a determination's listing, oldest first. */
    private List<CaseHistory> about(LegalCase determination) {
        return Stream.of(CaseType.values())
                .flatMap(type -> log.about(determination.id(), type.procedure()).stream())
                .sorted(Comparator.comparing(LegalCase::openedAt).thenComparing(LegalCase::number))
                .map(cases::read)
                .toList();
    }

    /** Before the window has closed a statement is not late; after the decision it is an objection. */
    private static boolean takesLateStatements(Determination d) {
        return d.closed().isEmpty()
                && d.windowClosed().isPresent()
                && d.decision().isEmpty();
    }

    private List<MeasureView> measures(Determination d) {
        return measures.of(d).stream()
                .map(m -> new MeasureView(
                        m.code(),
                        m.version(),
                        m.textZh(),
                        m.departmentList(),
                        m.citations(),
                        !m.referenceOnly(),
                        m.referenceReason()))
                .toList();
    }

    private String state(CaseHistory history) {
        return history.ending()
                .map(ending -> texts.of("cases.state.closed", ending))
                .orElseGet(CaseSearch.State.OPEN::zh);
    }

    private String regimeTitle(LegalCase legalCase) {
        return tables.regime(legalCase.regime()).map(Regime::title).orElse(legalCase.regime());
    }

    private LetterView letter(CaseHistory history, Letter letter) {
        var servedOn = history.servedOn(letter.id());
        return new LetterView(
                letter.id(),
                letter.number(),
                letter.title(),
                LegalTime.dateOf(letter.issuedAt()),
                servedOn.map(day -> texts.of("cases.service.served", ChineseDates.day(day)))
                        .orElseGet(() -> unserved(history, letter)),
                servedOn.orElse(null),
                texts.of("letter.mail." + mails.of(letter.id()).state().name()));
    }

    private String unserved(CaseHistory history, Letter letter) {
        return history.last(ServiceAttempted.class, s -> s.letterId().equals(letter.id()))
                .map(attempt -> texts.of(
                        attempt.act().outcome() == ServiceOutcome.ANNOUNCED
                                ? "cases.service.announced"
                                : "cases.service.failed",
                        ChineseDates.day(attempt.act().day())))
                .orElseGet(() -> texts.of("cases.service.open"));
    }

    /** The subject's other cases, without those about this one's listing, which have a place of their own. */
    private List<OtherCase> otherCases(CaseHistory history, Sight sight) {
        var legalCase = history.legalCase();
        return Arrays.stream(CaseType.values())
                .flatMap(type -> log.ofSubject(legalCase.subjectId(), type.procedure()).stream())
                .filter(other ->
                        !other.id().equals(legalCase.id()) && !legalCase.id().equals(other.about()))
                .filter(other -> ownCases.shows(other.id(), sight))
                .sorted(Comparator.comparing(LegalCase::openedAt).reversed())
                .map(cases::read)
                .map(this::other)
                .toList();
    }

    private OtherCase other(CaseHistory other) {
        var legalCase = other.legalCase();
        return new OtherCase(
                legalCase.number(),
                CaseType.of(legalCase).map(CaseType::zh).orElse(""),
                regimeTitle(legalCase),
                state(other),
                LegalTime.dateOf(legalCase.openedAt()));
    }
}
