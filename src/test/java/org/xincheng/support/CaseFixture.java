package org.xincheng.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CaseDates;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.catalogue.Measure;
import org.xincheng.credit.determination.Act.Consideration;
import org.xincheng.credit.determination.Act.DeliberationOutcome;
import org.xincheng.credit.determination.Act.PanelSeat;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Act.StatementKind;
import org.xincheng.credit.determination.BeingHeard;
import org.xincheng.credit.determination.CaseOpening;
import org.xincheng.credit.determination.Deciding;
import org.xincheng.credit.determination.Determination;
import org.xincheng.credit.determination.Determinations;
import org.xincheng.credit.determination.Drafting;
import org.xincheng.credit.determination.Notification;
import org.xincheng.credit.determination.TakingEffect;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.service.ServiceOfLetters;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.SubjectKind;

/**
 * Drives determinations through the credit store alone, without the engine: each method is one step, done at the time the
 * {@link TestClock} shows, by the sample accounts. {@link #published}, {@link #decided} and {@link #heard} go a whole way on one day, the
 * subject having waived its rights.
 */
public final class CaseFixture {

    /** Who drafts, serves and publishes. */
    public static final Actor OFFICER = new Actor("officer1", "fixture");

    /** Who reviews. */
    public static final Actor REVIEWER = new Actor("reviewer1", "fixture");

    /** Who approves. */
    public static final Actor PRINCIPAL = new Actor("principal1", "fixture");

    private static final Set<String> PANEL = Set.of("panel1", "panel2", "panel3", "panel4", "panel5");

    private final BeanFactory beans;
    private final TestClock clock;

    private CaseFixture(BeanFactory beans) {
        this.beans = beans;
        this.clock = beans.getBean(TestClock.class);
    }

    /** The fixture on an application context. */
    public static CaseFixture on(BeanFactory beans) {
        return new CaseFixture(beans);
    }

    // Subjects and records
    // ---------------------------------------------------------------------------------------------

    /** A unit that does not exist yet, with a code of its own. */
    public static NewSubject unit(String name) {
        return new NewSubject(
                SubjectKind.ENTERPRISE,
                Identifiers.freshUscc(),
                name,
                "样例市中心区样例路8号",
                "",
                "0000-7654321",
                Boolean.FALSE);
    }

    /** A natural person that does not exist yet, born on 7 June 1980 or, after a thousand others, some days before. */
    public static NewSubject person(String name) {
        var number = Identifiers.next();
        return new NewSubject(
                SubjectKind.PERSON,
                Identifiers.residentId(LocalDate.of(1980, 6, 7).minusDays(number / 1000), number),
                name,
                "样例市中心区",
                "",
                "",
                Boolean.FALSE);
    }

    /** A record of an item, its document dated and effective on this day. */
    public Record record(NewSubject subject, String regime, String item, LocalDate documentDate) {
        return beans.getBean(SampleRecords.class).take(subject, regime, item, documentDate);
    }

    // Whole ways
    // -------------------------------------------------------------------------------------------------------

    /** A case under WS-CITY whose listing is published today. */
    public LegalCase published(NewSubject subject, LocalDate documentDate, String publicationBasis) {
        var opened = decided(subject, "WS-CITY", "WS-CITY-J-02", documentDate, publicationBasis);
        takeEffect(opened);
        publish(opened);
        return opened;
    }

    /** A case whose decision is served today; its listing has not taken effect. */
    public LegalCase decided(
            NewSubject subject, String regime, String item, LocalDate documentDate, String publicationBasis) {
        var opened = heard(subject, regime, item, documentDate, publicationBasis);
        deliberate(opened);
        approve(opened);
        determineBySuperior(opened);
        serve(opened, decide(opened));
        return opened;
    }

    /** A case whose subject was told and waived its rights today. */
    public LegalCase heard(
            NewSubject subject, String regime, String item, LocalDate documentDate, String publicationBasis) {
        var opened = noticed(subject, regime, item, documentDate, publicationBasis);
        beans.getBean(BeingHeard.class).receive(opened.id(), StatementKind.WAIVER, today(), "放弃声明书", OFFICER);
        closeWindow(opened);
        return opened;
    }

    /** A case whose notice is served today; the window is open. */
    public LegalCase noticed(
            NewSubject subject, String regime, String item, LocalDate documentDate, String publicationBasis) {
        var opened = open(record(subject, regime, item, documentDate));
        draft(opened, publicationBasis);
        review(opened);
        serve(opened, issueNotice(opened));
        return opened;
    }

    // Single steps
    // -----------------------------------------------------------------------------------------------------

    /** Opens a case on a record. */
    public LegalCase open(Record record) {
        return beans.getBean(CaseOpening.class).open(record.number(), OFFICER);
    }

    /** Drafts with every measure on offer, and has the level determined. */
    public void draft(LegalCase legalCase, String publicationBasis) {
        draft(
                legalCase,
                publicationBasis,
                beans.getBean(Drafting.class).offeredMeasures(legalCase.id()).stream()
                        .map(Measure::code)
                        .toList());
    }

    /** Drafts a listing that brings no measure, and has the level determined. */
    public void draftWithoutMeasures(LegalCase legalCase) {
        draft(legalCase, "", List.of());
    }

    private void draft(LegalCase legalCase, String publicationBasis, List<String> measures) {
        var drafting = beans.getBean(Drafting.class);
        drafting.submit(
                legalCase.id(),
                new Drafting.Draft(true, "未取得安全生产许可证擅自生产。", "行政处罚决定书。", "", publicationBasis, measures),
                OFFICER);
        var expected = drafting.expectedLevel(legalCase.id()).orElseThrow();
        drafting.recordLevel(legalCase.id(), expected.level(), Actor.engine("fixture"));
    }

    /** Passes the legal review. */
    public void review(LegalCase legalCase) {
        beans.getBean(Drafting.class).review(legalCase.id(), ReviewStage.BEFORE_NOTICE, true, "", REVIEWER);
    }

    /** Issues the pre-decision notice. */
    public Letter issueNotice(LegalCase legalCase) {
        return beans.getBean(Notification.class).issueNotice(legalCase.id(), Actor.engine("fixture"));
    }

    /** Serves a letter in person today. */
    public void serve(LegalCase legalCase, Letter letter) {
        beans.getBean(ServiceOfLetters.class)
                .recordService(legalCase.id(), letter.id(), SampleService.inPerson(today()), OFFICER);
    }

    /** Registers a statement received today. */
    public void receiveStatement(LegalCase legalCase, String text) {
        beans.getBean(BeingHeard.class).receive(legalCase.id(), StatementKind.STATEMENT, today(), text, OFFICER);
    }

    /** Answers every open statement without adopting it. */
    public void considerStatements(LegalCase legalCase, String reasons) {
        beans.getBean(BeingHeard.class).consider(legalCase.id(), Consideration.NOT_ADOPTED, reasons, OFFICER);
    }

    /** Closes the statement window, which has to be over or waived. */
    public void closeWindow(LegalCase legalCase) {
        beans.getBean(BeingHeard.class).closeWindow(legalCase.id(), Actor.engine("fixture"));
    }

    /** The whole panel agrees. */
    public void deliberate(LegalCase legalCase) {
        var seats = PANEL.stream()
                .sorted()
                .map(member -> new PanelSeat(member, false, "", true))
                .toList();
        beans.getBean(Deciding.class)
                .deliberate(
                        legalCase.id(),
                        1,
                        today(),
                        seats,
                        DeliberationOutcome.LIST,
                        "全体委员一致同意。",
                        PANEL,
                        new Actor("panel1", "fixture"));
    }

    /** The principal approves. */
    public void approve(LegalCase legalCase) {
        beans.getBean(Deciding.class).approve(legalCase.id(), true, "同意。", PRINCIPAL);
    }

    /** The superior authority determines; recorded whether or not the regime wants it. */
    public void determineBySuperior(LegalCase legalCase) {
        beans.getBean(Deciding.class)
                .recordSuperior(legalCase.id(), true, "样例省应急管理厅", "样应急函〔2026〕9号", today(), OFFICER);
    }

    /** Issues the decision. */
    public Letter decide(LegalCase legalCase) {
        return beans.getBean(Deciding.class).issueDecision(legalCase.id(), Actor.engine("fixture"));
    }

    /** Makes the listing effective; says whether it may be published. */
    public boolean takeEffect(LegalCase legalCase) {
        return beans.getBean(TakingEffect.class).takeEffect(legalCase.id(), Actor.engine("fixture"));
    }

    /** Publishes the listing today. */
    public void publish(LegalCase legalCase) {
        beans.getBean(TakingEffect.class).publish(legalCase.id(), today(), List.of("信用中国(样例市)网站"), OFFICER);
    }

    /** Keeps the deadline of a step whose start event has happened, as the task of the step does. */
    public LocalDate due(LegalCase legalCase, String step) {
        return beans.getBean(TransactionTemplate.class)
                .execute(status -> beans.getBean(CaseDates.class)
                        .due(load(legalCase), step)
                        .due());
    }

    /** The case as it stands. */
    public Determination load(LegalCase legalCase) {
        return load(legalCase.id());
    }

    /** The case with this id as it stands. */
    public Determination load(UUID caseId) {
        return beans.getBean(Determinations.class).load(caseId);
    }

    private LocalDate today() {
        return clock.today();
    }
}
