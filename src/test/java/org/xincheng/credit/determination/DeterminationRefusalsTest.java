package org.xincheng.credit.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.CommonAct.ServiceMethod;
import org.xincheng.credit.cases.CommonAct.ServiceOutcome;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.determination.Act.Consideration;
import org.xincheng.credit.determination.Act.DeliberationOutcome;
import org.xincheng.credit.determination.Act.HearingOutcome;
import org.xincheng.credit.determination.Act.PanelSeat;
import org.xincheng.credit.determination.Act.ReviewStage;
import org.xincheng.credit.determination.Act.StatementKind;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.service.ServiceOfLetters;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.law.LegalTime;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.SampleService;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** What the store refuses, whoever asks and in whatever order (DESIGN §6): each policy once refusing and once letting go. */
@XinchengTest
class DeterminationRefusalsTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);
    private static final Set<String> PANEL = Set.of("panel1", "panel2", "panel3", "panel4", "panel5");

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private Drafting drafting;

    @Autowired
    private ServiceOfLetters service;

    @Autowired
    private BeingHeard beingHeard;

    @Autowired
    private Deciding deciding;

    @Autowired
    private TakingEffect effect;

    @Autowired
    private Listings listings;

    @Autowired
    private Letters letters;

    @Autowired
    private JdbcClient jdbc;

    private CaseFixture cases;

    @BeforeEach
    void aMondayMorning() {
        clock.at("2026-03-02T09:00");
        cases = CaseFixture.on(beans);
    }

    @Test
    void aRegimeOutsideItsDatesTakesNoCase() {
        var unit = unit();
        var today = cases.record(unit, "WS-JINAN", "WS-JINAN-J-04", LocalDate.of(2021, 3, 1));
        refused(() -> cases.open(today), "regimeAcceptsNewCases", "2020-07-30至2023-07-30");
        clock.at("2023-07-31T00:00");
        refused(() -> cases.open(today), "regimeAcceptsNewCases", "2023-07-30");
        clock.at("2023-07-30T23:59");
        assertThatCode(() -> cases.open(today)).doesNotThrowAnyException();
    }

    @Test
    void aSubjectHasOneOpenCaseUnderARegimeAndASpentRecordOpensNone() {
        var unit = unit();
        var opened = cases.published(unit, DOCUMENT, "");
        var spent = cases.load(opened).openingRecord();
        var number = jdbc.sql("select number from credit.record where id = ?")
                .param(spent)
                .query(String.class)
                .single();
        refused(
                () -> beans.getBean(CaseOpening.class).open(number, CaseFixture.OFFICER),
                "spentRecordsOpenNoCase",
                "重复");
        cases.open(cases.record(unit, "WS-CITY", "WS-CITY-J-05", DOCUMENT));
        var third = cases.record(unit, "WS-CITY", "WS-CITY-J-06", DOCUMENT);
        refused(() -> cases.open(third), "oneOpenCasePerSubjectAndGround", "正在办理");
    }

    @Test
    void spentRecordsDoNotCreateTheSameOrALowerLevelAgain() {
        var unit = unit();
        var items = List.of("MOHURD-G-01", "MOHURD-G-02");
        var first = items.stream()
                .map(item -> cases.record(unit, "MOHURD", item, LocalDate.of(2026, 1, 12)))
                .toList()
                .get(0);
        var general = cases.open(first);
        list(general);
        assertThat(listings.ofCase(general.id()).orElseThrow().level()).isEqualTo("GENERAL");

        // One more general item: six points in the year, still the same level, and two fresh points alone reach none.
        var again = cases.open(cases.record(unit, "MOHURD", "MOHURD-G-03", LocalDate.of(2026, 2, 12)));
        assertThat(drafting.expectedLevel(again.id())).isEmpty();
        // Another: eight points raise the level.
        cases.record(unit, "MOHURD", "MOHURD-G-04", LocalDate.of(2026, 2, 13));
        assertThat(drafting.expectedLevel(again.id()).orElseThrow().level()).isEqualTo("HEAVIER");
    }

    @Test
    void theModelCannotGiveAnotherLevelThanTheTable() {
        var opened = cases.open(cases.record(unit(), "WS-CITY", "WS-CITY-J-05", DOCUMENT));
        refused(() -> drafting.recordLevel(opened.id(), "BLACK", Actor.engine("model")), "levelIsTheTables", "BLACK");
        assertThat(drafting.recordLevel(opened.id(), "JOINT", Actor.engine("model")))
                .isPresent();
    }

    @Test
    void measuresComeFromTheListThatFits() {
        var opened = cases.open(cases.record(unit(), "WS-CITY", "WS-CITY-J-05", DOCUMENT));
        refused(() -> propose(opened, "QINGCHENG-M-01"), "measuresAreOnOffer", "措施清单");
        refused(() -> propose(opened, "WS-CITY-M-08"), "measuresAreOnOffer", "措施清单");
        assertThatCode(() -> propose(opened, "WS-CITY-M-02")).doesNotThrowAnyException();
    }

    @Test
    void drafterReviewerAndApproverAreThreePersons() {
        var opened = cases.open(cases.record(unit(), "WS-CITY", "WS-CITY-J-05", DOCUMENT));
        refused(() -> cases.review(opened), "reviewsNeedAProposedDraft", "不能审核");
        cases.draft(opened, "");
        refused(
                () -> drafting.review(opened.id(), ReviewStage.BEFORE_NOTICE, true, "", CaseFixture.OFFICER),
                "reviewerDidNotDraft",
                "起草人不得审核");
        cases.review(opened);
        cases.serve(opened, cases.issueNotice(opened));
        waive(opened);
        cases.deliberate(opened);
        for (var somebody : List.of(CaseFixture.OFFICER, CaseFixture.REVIEWER)) {
            refused(
                    () -> deciding.approve(opened.id(), true, "", somebody),
                    "approverNeitherDraftedNorReviewed",
                    "不得审批");
        }
        assertThatCode(() -> cases.approve(opened)).doesNotThrowAnyException();
    }

    @Test
    void nothingGoesBeforeItsTurn() {
        var opened = cases.open(cases.record(unit(), "WS-CITY", "WS-CITY-J-05", DOCUMENT));
        cases.draft(opened, "");
        refused(() -> cases.issueNotice(opened), "noNoticeBeforeReview", "法制审核");
        cases.review(opened);
        refused(() -> cases.deliberate(opened), "noDecisionBeforeNotice", "第四十四条");
        var notice = cases.issueNotice(opened);
        refused(() -> cases.deliberate(opened), "noDecisionBeforeProvenService", "送达证明");
        cases.serve(opened, notice);
        refused(() -> cases.deliberate(opened), "noDecisionBeforeWindowClosed", "2026-03-09");
        refused(() -> cases.closeWindow(opened), "noDecisionBeforeWindowClosed", "2026-03-09");
        clock.at("2026-03-09T23:59:59");
        refused(() -> cases.closeWindow(opened), "noDecisionBeforeWindowClosed", "2026-03-09");
        clock.at("2026-03-10T00:00");
        cases.closeWindow(opened);
        refused(() -> cases.approve(opened), "noApprovalBeforeDeliberation", "集体讨论");
        cases.deliberate(opened);
        refused(() -> cases.decide(opened), "noDecisionBeforeApproval", "负责人");
        cases.approve(opened);
        refused(() -> cases.decide(opened), "noDecisionBeforeApproval", "上级主管部门");
        cases.determineBySuperior(opened);
        var decision = cases.decide(opened);
        refused(() -> cases.takeEffect(opened), "noEffectBeforeServedDecision", "送达证明");
        refused(() -> cases.publish(opened), "noPublicationBeforeEffect", "尚未生效");
        cases.serve(opened, decision);
        assertThat(cases.takeEffect(opened)).isTrue();
        refused(() -> cases.takeEffect(opened), "eachDecisionTakesEffectOnce", "不能重复生效");
        cases.publish(opened);
        refused(() -> cases.publish(opened), "closedCasesStayClosed", "已经办结");
    }

    @Test
    void aHearingAskedForInTimeBlocksTheDecisionUntilItsRecordExists() {
        var opened = noticed();
        beingHeard.receive(opened.id(), StatementKind.HEARING_REQUEST, clock.today(), "样例听证申请", CaseFixture.OFFICER);
        clock.at("2026-03-10T09:00");
        cases.closeWindow(opened);
        refused(() -> cases.deliberate(opened), "noDecisionBeforeHearingRecord", "第六十三条");
        refused(() -> schedule(opened, "officer1", "2026-03-23"), "chairDidNotDraft", "起草人不得担任");
        // Seven working days back from 19 March is 10 March; from the 18th it is the day before today.
        refused(
                () -> schedule(opened, "chair1", "2026-03-18"),
                "invitationIsServedSevenWorkingDaysAhead",
                "2026-03-09");
        schedule(opened, "chair1", "2026-03-19");
        cases.serve(opened, beingHeard.invite(opened.id(), Actor.engine("test")));
        var chair = new Actor("chair1", "test");
        refused(
                () -> beingHeard.recordHearing(opened.id(), HearingOutcome.HELD, "笔录", chair),
                "hearingsAreNotHeldEarly",
                "时间未到");
        clock.at("2026-03-19T11:00");
        refused(
                () -> beingHeard.recordHearing(opened.id(), HearingOutcome.HELD, "笔录", new Actor("chair2", "test")),
                "onlyTheChairRecords",
                "主持人");
        beingHeard.recordHearing(opened.id(), HearingOutcome.HELD, "样例笔录", chair);
        refused(() -> cases.deliberate(opened), "noDecisionBeforeHearingRecord", "听证意见");
        beingHeard.giveOpinion(opened.id(), "样例意见", chair);
        refused(() -> cases.deliberate(opened), "noDecisionBeforeStatementsConsidered", "未经复核");
        cases.considerStatements(opened, "样例理由");
        refused(() -> cases.deliberate(opened), "heardCasesAreReviewedAgain", "法制审核");
        drafting.review(opened.id(), ReviewStage.AFTER_HEARING, true, "", new Actor("reviewer2", "test"));
        assertThatCode(() -> cases.deliberate(opened)).doesNotThrowAnyException();
    }

    @Test
    void aHearingAskedForTooLateIsReadAsAStatement() {
        var opened = noticed();
        clock.at("2026-03-10T09:00");
        cases.closeWindow(opened);
        beingHeard.receive(opened.id(), StatementKind.HEARING_REQUEST, clock.today(), "样例逾期申请", CaseFixture.OFFICER);
        assertThat(cases.load(opened).hearingRequested()).isFalse();
        refused(() -> schedule(opened, "chair1", "2026-03-30"), "hearingsAreHeldOnRequest", "期限内");
        refused(() -> cases.deliberate(opened), "noDecisionBeforeStatementsConsidered", "未经复核");
    }

    @Test
    void whatWasAdoptedChangesTheDraft() {
        var opened = noticed();
        cases.receiveStatement(opened, "样例意见");
        clock.at("2026-03-10T09:00");
        cases.closeWindow(opened);
        beingHeard.consider(opened.id(), Consideration.REDRAFT, "样例理由", CaseFixture.OFFICER);
        refused(() -> cases.deliberate(opened), "adoptedStatementsChangeTheDraft", "已予采纳");
        cases.draft(opened, "");
        // The new draft needs a notice of its own.
        refused(() -> cases.deliberate(opened), "noDecisionBeforeNotice", "事先告知书");
    }

    @Test
    void thePanelIsQuorateUnbiasedAndHasAMajority() {
        var opened = noticed();
        waive(opened);
        refused(() -> panel(opened, seats(2, 2)), "panelIsQuorateAndUnbiased", "未超过全体委员5人的半数");
        refused(() -> panel(opened, seats(4, 2)), "panelListsByMajority", "半数");
        refused(
                () -> panel(opened, with(seats(3, 3), new PanelSeat("officer1", false, "", true))),
                "panelIsQuorateAndUnbiased",
                "名册");
        refused(
                () -> panel(opened, with(seats(3, 3), new PanelSeat("panel5", true, "利害关系", true))),
                "panelIsQuorateAndUnbiased",
                "回避的委员不得参加表决");
        refused(
                () -> panel(opened, with(seats(3, 3), new PanelSeat("panel5", true, " ", false))),
                "panelIsQuorateAndUnbiased",
                "回避的理由");
        refused(
                () -> deciding.deliberate(
                        opened.id(),
                        1,
                        clock.today(),
                        with(seats(3, 3), new PanelSeat("officer1", false, "", true)),
                        DeliberationOutcome.LIST,
                        "纪要",
                        Set.of("panel1", "panel2", "panel3", "officer1"),
                        new Actor("panel1", "test")),
                "panelIsQuorateAndUnbiased",
                "应当回避");
        assertThatCode(() -> panel(opened, with(seats(3, 2), new PanelSeat("panel5", true, "利害关系", false))))
                .doesNotThrowAnyException();
    }

    @Test
    void electronicServiceNeedsConsentAndAnAnnouncementItsThirtyDays() {
        var opened = cases.open(cases.record(unit(), "WS-CITY", "WS-CITY-J-05", DOCUMENT));
        cases.draft(opened, "");
        cases.review(opened);
        var notice = cases.issueNotice(opened);
        refused(
                () -> serve(opened, notice, ServiceMethod.ELECTRONIC, ServiceOutcome.SERVED),
                "electronicServiceNeedsConsent",
                "电子送达");
        serve(opened, notice, ServiceMethod.PUBLIC_ANNOUNCEMENT, ServiceOutcome.ANNOUNCED);
        clock.at("2026-03-31T23:59:59");
        refused(
                () -> service.completeAnnouncement(opened.id(), notice.id(), Actor.engine("test")),
                "announcementRunsItsDays",
                "2026-04-01");
        clock.at("2026-04-01T09:00");
        service.completeAnnouncement(opened.id(), notice.id(), Actor.engine("test"));
        assertThat(cases.load(opened).noticeServedOn()).hasValue(LocalDate.of(2026, 4, 1));
        refused(() -> cases.serve(opened, notice), "lettersAreServedOnce", "已于2026-04-01送达");
    }

    @Test
    void aNaturalPersonIsPublishedOnlyWithARecordedBasis() {
        var without = cases.decided(CaseFixture.person("样本人员甲"), "WS-CITY", "WS-CITY-J-05", DOCUMENT, "");
        assertThat(cases.takeEffect(without)).isFalse();
        assertThat(cases.load(without).closed().orElseThrow().reason()).contains("本人同意");
        var with = cases.decided(CaseFixture.person("样本人员乙"), "WS-CITY", "WS-CITY-J-05", DOCUMENT, "《样例法律》第一条");
        assertThat(cases.takeEffect(with)).isTrue();
    }

    @Test
    void aDecidedCaseIsNotDroppedAndALetterNeverChanges() {
        var opened = cases.decided(unit(), "WS-CITY", "WS-CITY-J-05", DOCUMENT, "");
        refused(() -> effect.closeNotListed(opened.id(), Actor.engine("test")), "decidedCasesStayDecided", "已经制发");
        refused(() -> cases.draft(opened, ""), "decidedCasesStayDecided", "异议");
        refused(() -> cases.decide(opened), "decidedCasesStayDecided", "异议");
        var decision = letters.byId(cases.load(opened).decision().orElseThrow().letterId());
        assertThat(Letters.sha256(decision.html())).isEqualTo(decision.sha256());
        assertThat(decision.html()).contains("行政复议", "行政诉讼", "60日", "6个月", "移出");
    }

    @Test
    void everyActHasItsAuditRowInTheSameTransaction() {
        var opened = cases.published(unit(), DOCUMENT, "");
        var acts = cases.load(opened).acts().size();
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where object = ? and action like 'listing-determination.%'")
                        .param(opened.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(acts);
    }

    @Test
    void faultyEntriesAreNamedAllAtOnce() {
        var opened = cases.open(cases.record(unit(), "WS-CITY", "WS-CITY-J-05", DOCUMENT));
        var refusal = catchThrowableOfType(
                BadInputException.class,
                () -> drafting.submit(
                        opened.id(), new Drafting.Draft(true, " ", "", "", "", List.of()), CaseFixture.OFFICER));
        assertThat(refusal.faults()).extracting(BadInputException.Fault::field).containsExactly("facts", "evidence");
        assertThat(cases.load(opened).draft()).isEmpty();
    }

    private LegalCase noticed() {
        return cases.noticed(unit(), "WS-CITY", "WS-CITY-J-05", DOCUMENT, "");
    }

    private void waive(LegalCase opened) {
        beingHeard.receive(opened.id(), StatementKind.WAIVER, clock.today(), "样例声明", CaseFixture.OFFICER);
        cases.closeWindow(opened);
    }

    private void list(LegalCase opened) {
        cases.draft(opened, "");
        cases.review(opened);
        cases.serve(opened, cases.issueNotice(opened));
        waive(opened);
        cases.deliberate(opened);
        cases.approve(opened);
        cases.serve(opened, cases.decide(opened));
        cases.takeEffect(opened);
    }

    private void propose(LegalCase opened, String measure) {
        drafting.submit(
                opened.id(), new Drafting.Draft(true, "事实", "证据", "", "", List.of(measure)), CaseFixture.OFFICER);
    }

    private void schedule(LegalCase opened, String chair, String day) {
        var at = LocalDate.parse(day).atTime(9, 0).atZone(LegalTime.ZONE).toOffsetDateTime();
        beingHeard.schedule(opened.id(), chair, at, "样例市听证室", true, CaseFixture.OFFICER);
    }

    private void serve(LegalCase opened, Letter letter, ServiceMethod method, ServiceOutcome outcome) {
        service.recordService(
                opened.id(), letter.id(), SampleService.attempt(method, outcome, clock.today()), CaseFixture.OFFICER);
    }

    private void panel(LegalCase opened, List<PanelSeat> seats) {
        deciding.deliberate(
                opened.id(),
                1,
                clock.today(),
                seats,
                DeliberationOutcome.LIST,
                "样例纪要",
                PANEL,
                new Actor("panel1", "test"));
    }

    /** Members 1 to {@code present} sit; the first {@code inFavour} of them vote for it. */
    private static List<PanelSeat> seats(int present, int inFavour) {
        return Stream.iterate(1, i -> i + 1)
                .limit(present)
                .map(i -> new PanelSeat("panel" + i, false, "", i <= inFavour))
                .toList();
    }

    private static List<PanelSeat> with(List<PanelSeat> seats, PanelSeat another) {
        return Stream.concat(seats.stream(), Stream.of(another)).toList();
    }

    private static NewSubject unit() {
        return CaseFixture.unit("样例主体有限公司");
    }

    private static void refused(ThrowingCallable attempt, String policy, String inSentence) {
        var refusal = catchThrowableOfType(RefusedException.class, attempt);
        assertThat(refusal).as("refusal by " + policy).isNotNull();
        assertThat(refusal.refusal().policy()).isEqualTo(policy);
        assertThat(refusal.getMessage()).contains(inSentence);
        assertThat(refusal.refusal().document()).isNotBlank();
        assertThat(refusal.refusal().article()).isNotBlank();
    }
}
