package org.xincheng.procedure.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CommonAct.DepartmentsTold;
import org.xincheng.credit.cases.CommonAct.LatenessFlagged;
import org.xincheng.credit.cases.CommonAct.RestorationPublished;
import org.xincheng.credit.cases.CommonAct.SupervisionOrdered;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.correction.Correction;
import org.xincheng.credit.correction.CorrectionAct.CorrectionOutcome;
import org.xincheng.credit.correction.CorrectionVerification;
import org.xincheng.credit.correction.Corrections;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.ListingStatus;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.PublicListings;
import org.xincheng.credit.record.Record;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.CorrectionSteps;
import org.xincheng.support.CoversModel;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Corrections of a record that no listing rests on, and of one that founds a listing published on 2 March 2026. */
@XinchengTest
@DirtiesContext
@CoversModel("processes/correction/correction.bpmn")
class CorrectionTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 26);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseLog log;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Records records;

    @Autowired
    private Letters letters;

    @Autowired
    private Subjects subjects;

    @Autowired
    private Listings listings;

    @Autowired
    private ListingClock listingClock;

    @Autowired
    private PublicListings publicListings;

    private NewSubject subject;
    private CaseFixture cases;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
        cases = CaseFixture.on(beans);
        subject = CaseFixture.unit("样例更正企业");
    }

    @Test
    void theAnswerToADepartmentAboutAPersonIsSignedForByTheDepartment() {
        var wrong = cases.record(CaseFixture.person("样例更正人"), "WS-CITY", "WS-CITY-J-02", DOCUMENT);
        var correction = request(wrong, "2026-06-10T09:00")
                .register("DEPARTMENT", "文号与处罚决定书不符")
                .accept()
                .uphold()
                .decide(true);
        assertThat(kinds(correction)).contains(LetterKind.CORRECTION_ANSWER);
        assertThatThrownBy(() -> correction.serve("PARTY")).hasMessageContaining("受送达人是单位");
        correction.serve("RESPONSIBLE_PERSON");
    }

    @Test
    void aRecordThatFoundsNothingIsCorrectedAndWhoeverAskedIsAnswered() {
        var wrong = cases.record(subject, "WS-CITY", "WS-CITY-J-02", DOCUMENT);
        var correction = request(wrong, "2026-06-10T09:00").register("SUBJECT", "文号与处罚决定书不符");
        assertThat(correction.number()).startsWith("GZ-2026-");
        assertThat(driver.due(correction.number(), "userTask_checkCorrection")).isEqualTo("2026-06-15");
        correction.accept();
        assertThat(loaded(correction).accepted().orElseThrow().act().suspended())
                .isEmpty();
        assertThat(kinds(correction)).containsExactly(LetterKind.CORRECTION_INQUIRY);
        // Fifteen working days from Wednesday 10 June; Friday 19 June is a day off.
        assertThat(driver.due(correction.number(), "userTask_verifyCorrection")).isEqualTo("2026-07-02");
        correction.correct(Map.of(
                "correctedFact",
                "实际的样例事实",
                "correctedItem",
                "WS-CITY-J-05",
                "correctedDocument",
                "样罚〔2026〕更1号",
                "correctedHandledOn",
                "2026-02-25"));
        assertThat(records.byId(wrong.id())).isPresent();
        assertThat(loaded(correction).corrected())
                .as("found is not yet corrected")
                .isEmpty();
        correction.decide(true);

        var truth = records.byId(loaded(correction).corrected().orElseThrow().replacement())
                .orElseThrow();
        assertThat(truth.fact()).isEqualTo("实际的样例事实");
        assertThat(truth.item().code()).isEqualTo("WS-CITY-J-05");
        assertThat(truth.document().number()).isEqualTo("样罚〔2026〕更1号");
        assertThat(truth.document().issuer()).isEqualTo(wrong.document().issuer());
        assertThat(truth.handledOn()).isEqualTo("2026-02-25");
        assertThat(records.of(wrong.subjectId(), "WS-CITY"))
                .extracting(Record::id)
                .containsExactly(truth.id());
        assertThat(text(correction, LetterKind.CORRECTION_REPLY))
                .contains(wrong.number(), truth.number(), "实际的样例事实", "行政复议", subject.name());
        assertThat(driver.openTasks(correction.number())).containsExactly("userTask_serveLetter");
        assertThat(driver.due(correction.number(), "userTask_serveLetter")).isEqualTo("2026-06-22");
        correction.serve();
        assertThat(driver.ended(correction.number())).isTrue();
        assertThat(loaded(correction).closed().orElseThrow().outcome()).isEqualTo(CorrectionOutcome.CORRECTED);
        assertThat(loaded(correction).all(LatenessFlagged.class)).isEmpty();
        assertThat(driver.passed(correction.number()))
                .doesNotContain(
                        "serviceTask_flagLateAnswer", "callActivity_serveNotice", "userTask_publishRestoration");
        assertThatThrownBy(() -> driver.correct(wrong.number(), "officer1")).hasMessageContaining(truth.number());
        assertThatThrownBy(() -> cases.open(wrong)).hasMessageContaining("已经更正或者撤销");
        assertThat(cases.open(truth).subjectId()).isEqualTo(wrong.subjectId());
    }

    @Test
    void theListingRestsWhileItsRecordIsVerifiedAndRunsAgainOnceItIsUpheld() {
        var listed = published();
        var correction = request(recordOf(listed), "2026-06-10T09:00").register("DEPARTMENT", "疑似同名主体");
        assertThat(status(listed).measuresInForce()).isTrue();
        correction.accept();
        assertThat(status(listed).inForce()).isTrue();
        assertThat(status(listed).measuresInForce()).as("核实期间暂不执行").isFalse();
        assertThat(status(listed).disputed()).isTrue();
        assertThat(kinds(correction))
                .containsExactlyInAnyOrder(LetterKind.CORRECTION_INQUIRY, LetterKind.CORRECTION_SUSPENSION);
        assertThat(text(correction, LetterKind.CORRECTION_SUSPENSION)).contains("暂停执行", listed.number());

        correction.at("2026-06-20T09:00").uphold().decide(false).uphold().decide(true);
        assertThat(loaded(correction).resultVersion()).isEqualTo(2);
        assertThat(status(listed).measuresInForce()).isTrue();
        assertThat(status(listed).lastDay()).as("ten days stopped").isEqualTo("2027-03-12");
        assertThat(kinds(correction)).contains(LetterKind.CORRECTION_ANSWER, LetterKind.CORRECTION_RESULT);
        assertThat(text(correction, LetterKind.CORRECTION_ANSWER)).contains("样例市发展改革委：", "信息无误");
        assertThat(text(correction, LetterKind.CORRECTION_RESULT)).contains("列入维持", "2026-06-20起恢复执行");
        assertThat(told(correction))
                .containsExactly(
                        LetterKind.CORRECTION_INQUIRY,
                        LetterKind.CORRECTION_SUSPENSION,
                        LetterKind.CORRECTION_ANSWER,
                        LetterKind.CORRECTION_RESULT);
        correction.serve();
        assertThat(driver.ended(correction.number())).isTrue();
        assertThat(loaded(correction).closed().orElseThrow().outcome()).isEqualTo(CorrectionOutcome.UPHELD);
        assertThat(driver.passed(correction.number())).doesNotContain("serviceTask_correctData");

        // The same again neither stops the measures nor is verified again.
        var again = request(recordOf(listed), "2026-07-01T09:00").register("SUBJECT", "疑似同名主体。");
        assertThatThrownBy(again::accept).hasMessageContaining("不再次暂停执行");
        again.refuse("REPEATED");
        assertThat(status(listed).measuresInForce()).isTrue();
    }

    @Test
    void aListingWithoutAGroundIsRevokedAndItsSubjectToldThoughItHasNotAsked() {
        var listed = published();
        var wrong = recordOf(listed);
        var correction = request(wrong, "2026-06-10T09:00")
                .register("PROVIDER", "经复查，该处罚对象为另一企业")
                .accept()
                .withdraw()
                .decide(true);
        assertThat(listing(listed).revokedOn()).isEqualTo("2026-06-10");
        assertThat(status(listed).inForce()).isFalse();
        assertThat(listingClock.on(listing(listed), LocalDate.of(2026, 4, 1)).inForce())
                .as("void from its beginning")
                .isFalse();
        assertThat(publicListings.search(listed.number(), 1, 10).total()).isZero();
        assertThat(text(correction, LetterKind.CORRECTION_RESULT)).contains("自始无效", "立即停止执行");
        assertThat(kinds(correction)).contains(LetterKind.CORRECTION_RESTORATION);
        assertThat(driver.openTasks(correction.number()))
                .containsExactly("userTask_publishRestoration", "userTask_serveLetter");
        // Three working days, 行政处罚法 art. 48.
        assertThat(driver.due(correction.number(), "userTask_publishRestoration"))
                .isEqualTo("2026-06-15");
        correction.serve();
        assertThat(driver.openTasks(correction.number()))
                .as("the subject is told besides")
                .containsExactly("userTask_publishRestoration", "userTask_serveLetter");
        assertThat(text(correction, LetterKind.CORRECTION_NOTICE)).contains(subject.name(), "撤销记录", "自始无效");
        correction.serve();
        assertThat(driver.ended(correction.number())).isFalse();
        driver.fire(correction.number(), Correction.PROCEDURE, "boundaryEvent_publishRestorationLate");
        correction.publishRestoration();
        assertThat(driver.ended(correction.number())).isTrue();
        assertThat(loaded(correction).last(RestorationPublished.class)).isPresent();
        assertThat(loaded(correction).closed().orElseThrow().outcome()).isEqualTo(CorrectionOutcome.WITHDRAWN);
        assertThatThrownBy(() -> driver.correct(wrong.number(), "officer1")).hasMessageContaining("已经撤销");
    }

    @Test
    void everyTaskIsFlaggedWhenItIsLateAndALateAnswerIsSupervisedAndStillGiven() {
        var wrong = cases.record(subject, "WS-CITY", "WS-CITY-J-02", DOCUMENT);
        var correction = request(wrong, "2026-06-10T09:00");
        driver.fire(correction.number(), Correction.PROCEDURE, "boundaryEvent_registerCorrectionLate");
        assertThat(clock.today()).isEqualTo("2026-06-12");
        correction.register("OFFICE", "自查发现条目有误");
        driver.fire(correction.number(), Correction.PROCEDURE, "boundaryEvent_checkCorrectionLate");
        correction.accept();
        driver.fire(correction.number(), Correction.PROCEDURE, "boundaryEvent_answerLate");
        // Fifteen working days from Friday 12 June end on Monday 6 July.
        assertThat(clock.today()).isEqualTo("2026-07-07");
        assertThat(driver.openTasks(correction.number()))
                .containsExactly("userTask_superviseAnswer", "userTask_verifyCorrection");
        driver.fire(correction.number(), Correction.PROCEDURE, "boundaryEvent_superviseAnswerLate");
        correction.supervise();
        assertThat(loaded(correction).last(SupervisionOrdered.class)).isPresent();
        assertThat(loaded(correction).outcome()).as("silence is no answer").isEmpty();
        driver.fire(correction.number(), Correction.PROCEDURE, "boundaryEvent_verifyCorrectionLate");
        correction.uphold();
        driver.fire(correction.number(), Correction.PROCEDURE, "boundaryEvent_decideCorrectionLate");
        correction.decide(true).serve();
        assertThat(driver.ended(correction.number())).isTrue();
        assertThat(text(correction, LetterKind.CORRECTION_REPLY))
                .as("what the office found is answered to the subject")
                .contains(subject.name());
        assertThat(loaded(correction)
                        .all(LatenessFlagged.class)
                        .map(flag -> flag.act().step()))
                .containsExactly(
                        "correctionRegistration", "correctionAcceptance", "correctionDecision", "supervisionOrder");
    }

    @Test
    void whatIsRepairOrObjectionIsReferredThereAndChangesNothing() {
        var listed = published();
        var correction = request(recordOf(listed), "2026-06-10T09:00").register("SUBJECT", "罚款已经缴清，请求移出");
        assertThatThrownBy(() -> correction.submit(
                        "officer1", "userTask_checkCorrection", Map.of("outcome", "REFUSE", "ground", "REPAIR")))
                .hasMessageContaining("不予受理的理由");
        correction.refuse("REPAIR");
        assertThat(status(listed).measuresInForce()).isTrue();
        assertThat(text(correction, LetterKind.CORRECTION_REFUSAL)).contains("应当申请信用修复", "样例不予受理理由", "行政复议");
        assertThat(kinds(correction)).containsExactly(LetterKind.CORRECTION_REFUSAL);
        correction.serve();
        assertThat(driver.ended(correction.number())).isTrue();
        assertThat(loaded(correction).closed().orElseThrow().outcome()).isEqualTo(CorrectionOutcome.NOT_ACCEPTED);
        assertThat(driver.passed(correction.number()))
                .doesNotContain("serviceTask_askProvider", "serviceTask_settleListings");

        var own = request(recordOf(listed), "2026-06-11T09:00").register("OFFICE", "自查");
        assertThatThrownBy(() -> own.refuse("OBJECTION")).hasMessageContaining("只能由信用主体申请");
    }

    @Test
    void nobodyDecidesOnTheirOwnResultAndNothingChangesWithoutADecision() {
        var wrong = cases.record(subject, "WS-CITY", "WS-CITY-J-02", DOCUMENT);
        var correction =
                request(wrong, "2026-06-10T09:00").register("SUBJECT", "事实有误").accept();
        assertThatThrownBy(() -> driver.correct(wrong.number(), "officer1")).hasMessageContaining("正在办理");
        assertThatThrownBy(() -> correction.correct(Map.of())).hasMessageContaining("更正后的失信事实");
        correction.withdraw();
        assertThatThrownBy(() -> correction.submit(
                        "officer2", "userTask_decideCorrection", Map.of("outcome", "APPROVE", "opinion", "")))
                .isInstanceOf(AssertionError.class);
        var verification = beans.getBean(CorrectionVerification.class);
        var id = loaded(correction).legalCase().id();
        assertThat(verification.mayDecide(id, "officer2")).isPresent();
        assertThat(verification.mayVerify(id, "data1")).as("who took it in").isPresent();
        assertThat(verification.mayDecide(id, "data1")).isPresent();
        assertThat(verification.mayDecide(id, "principal1")).isEmpty();
        correction.decide(false);
        assertThat(records.of(wrong.subjectId(), "WS-CITY"))
                .extracting(Record::id)
                .containsExactly(wrong.id());
        assertThat(driver.openTasks(correction.number())).containsExactly("userTask_verifyCorrection");
    }

    @Test
    void noDecisionRestsOnARecordUnderVerificationAndAListingThatTakesEffectMeanwhileRests() {
        var undecided = cases.heard(subject, "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        cases.deliberate(undecided);
        cases.approve(undecided);
        cases.determineBySuperior(undecided);
        var doubted = records.of(undecided.subjectId(), "WS-CITY").get(0);
        var first =
                request(doubted, "2026-03-03T09:00").register("OFFICE", "待核实").accept();
        assertThatThrownBy(() -> cases.decide(undecided)).hasMessageContaining("核实答复之前不得作出决定");
        first.uphold().decide(true).serve();
        var decision = cases.decide(undecided);
        var second = request(doubted, "2026-03-04T09:00")
                .register("PROVIDER", "又有疑点")
                .accept();
        cases.serve(undecided, decision);
        cases.takeEffect(undecided);
        assertThat(status(undecided).inForce()).isTrue();
        assertThat(status(undecided).measuresInForce()).isFalse();
        second.uphold().decide(true);
        assertThat(status(undecided).measuresInForce()).isTrue();
    }

    @Test
    void aWrongNameIsCorrectedEverywhereAndStopsNothing() {
        var listed = published();
        var correction = request(recordOf(listed), "2026-06-10T09:00")
                .register("SUBJECT", "SUBJECT_NAME", "名称漏字")
                .accept();
        assertThat(status(listed).measuresInForce()).isTrue();
        assertThatThrownBy(correction::withdraw).hasMessageContaining("只有失信行为记录可以撤销");
        correction.correct(Map.of("subjectName", "样例更正后名称企业")).decide(true);
        assertThat(subjects.get(listed.subjectId()).profile().name()).isEqualTo("样例更正后名称企业");
        assertThat(publicListings.search(listed.number(), 1, 10).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.subjectName()).isEqualTo("样例更正后名称企业"));
        assertThat(listing(listed).level()).isEqualTo("JOINT");
        assertThat(text(correction, LetterKind.CORRECTION_RESULT)).contains("样例更正后名称企业", "请同步更正");
        correction.serve();
        assertThat(driver.ended(correction.number())).isTrue();
    }

    @Test
    void aRecordBehindTwoListingsChangesBothEachByWhatIsLeft() {
        var first = nanning("2026-03-02T09:00", 2);
        var second = nanning("2026-04-02T09:00", 2);
        assertThat(listing(first).level()).isEqualTo("NN_YELLOW");
        assertThat(listing(second).level()).isEqualTo("NN_MID_RED");
        assertThat(status(first).inForce()).as("taken over by the heavier one").isFalse();
        var shared = records.byIds(listings.recordsOf(listing(first).id())).get(0);
        assertThat(listings.restingOn(shared.id()))
                .extracting(Listing::caseNumber)
                .containsExactly(second.number(), first.number());

        var correction =
                request(shared, "2026-06-10T09:00").register("OFFICE", "查无此事").accept();
        assertThat(loaded(correction).accepted().orElseThrow().act().suspended())
                .containsExactly(listing(second).id());
        assertThat(loaded(correction).legalCase().about()).isEqualTo(second.id());
        correction.withdraw().decide(true);
        assertThat(listing(first).revokedOn()).isEqualTo("2026-06-10");
        assertThat(listing(second).revokedOn()).isNull();
        assertThat(listing(second).level()).isEqualTo("NN_YELLOW");
        assertThat(status(second).measuresInForce()).isTrue();
    }

    @Test
    void underTheRuleOfShandongTheAnswerIsDueInThreeWorkingDays() {
        var wrong = cases.record(subject, "WS-JINAN", "WS-JINAN-J-01", DOCUMENT);
        var correction =
                request(wrong, "2026-06-10T09:00").register("SUBJECT", "有误").accept();
        assertThat(driver.due(correction.number(), "userTask_verifyCorrection")).isEqualTo("2026-06-15");
        assertThat(text(correction, LetterKind.CORRECTION_INQUIRY)).contains("3个工作日", "山东省社会信用条例", "样例市应急管理局：");
    }

    private LegalCase nanning(String at, int count) {
        clock.at(at);
        var day = clock.today().minusDays(3);
        for (int i = 1; i < count; i++) {
            cases.record(subject, "NANNING", "NANNING-SEV-3", day);
        }
        var listed = cases.decided(subject, "NANNING", "NANNING-SEV-3", day, "");
        cases.takeEffect(listed);
        return listed;
    }

    private LegalCase published() {
        return cases.published(subject, DOCUMENT, "");
    }

    private CorrectionSteps request(Record record, String at) {
        clock.at(at);
        return new CorrectionSteps(driver, clock, driver.correct(record.number(), "officer1"));
    }

    private Record recordOf(LegalCase listed) {
        return records.byIds(listings.recordsOf(listing(listed).id())).get(0);
    }

    private Correction loaded(CorrectionSteps correction) {
        return corrections.read(log.byNumber(correction.number()).orElseThrow());
    }

    private List<LetterKind> kinds(CorrectionSteps correction) {
        return letters.ofCase(loaded(correction).legalCase().id()).stream()
                .map(letter -> letter.kind())
                .toList();
    }

    private List<LetterKind> told(CorrectionSteps correction) {
        return loaded(correction)
                .all(DepartmentsTold.class)
                .map(told -> told.act().kind())
                .toList();
    }

    private String text(CorrectionSteps correction, LetterKind kind) {
        var letter = loaded(correction).letter(kind).orElseThrow();
        return letters.byId(letter.letterId()).html();
    }

    private Listing listing(LegalCase listed) {
        return listings.ofCase(listed.id()).orElseThrow();
    }

    private ListingStatus status(LegalCase listed) {
        return listingClock.now(listing(listed));
    }
}
