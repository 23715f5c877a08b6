package org.xincheng.procedure.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.cases.CommonAct.DepartmentsTold;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.listing.Checks;
import org.xincheng.credit.listing.Listing;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.ListingStatus;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.PublicListings;
import org.xincheng.credit.objection.Objection;
import org.xincheng.credit.objection.Objections;
import org.xincheng.credit.objection.RemedyAct.CorrectiveDutiesRecorded;
import org.xincheng.credit.objection.RemedyAct.RemedyOutcome;
import org.xincheng.credit.record.Records;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.Uscc;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.CoversModel;
import org.xincheng.support.Jobs;
import org.xincheng.support.RemedySteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
@CoversModel("processes/objection/objection-outcome.bpmn")
class ObjectionOutcomeTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 26);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Objections objections;

    @Autowired
    private Records records;

    @Autowired
    private Listings listings;

    @Autowired
    private ListingClock listingClock;

    @Autowired
    private PublicListings publicListings;

    @Autowired
    private Checks checks;

    private final NewSubject subject = CaseFixture.unit("样例结果企业");
    private LegalCase listed;

    @Test
    void anUpheldListingRunsAgainAndNobodyIsAtFault() {
        publish();
        var objection = object().verify("UPHELD").decide(true);
        assertThat(driver.openTasks(objection.number())).containsExactly("userTask_serveLetter");
        objection.serve();
        assertThat(driver.ended(objection.number())).isTrue();
        assertThat(status().measuresInForce()).isTrue();
    }

    @Test
    void aRevokedListingIsGoneEverywhereAtOnceAndItsReputationRestored() {
        publish();
        assertThat(publicListings.of(uscc(), 1, 10).total()).isEqualTo(1);
        var objection = object();
        assertThat(publicListings.of(uscc(), 1, 10).entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.disputed()).isTrue());
        objection.verify("REVOKED").decide(true);

        assertThat(listing().revokedOn()).isEqualTo("2026-06-10");
        assertThat(status().inForce()).isFalse();
        assertThat(listingClock.on(listing(), LocalDate.of(2026, 4, 1)).inForce())
                .as("void from the start")
                .isFalse();
        assertThat(publicListings.of(uscc(), 1, 10).total()).isZero();
        assertThat(checks.ask(uscc(), "样例查询", "data1", "test").inForce()).isFalse();
        assertThat(listings.spentRank(listings.recordsOf(listing().id()).get(0)))
                .as("it spends no record")
                .isZero();
        assertThat(told(objection)).containsExactly(LetterKind.MEASURES_SUSPENDED, LetterKind.MEASURES_LIFTED);

        assertThat(driver.openTasks(objection.number()))
                .containsExactly("userTask_publishRestoration", "userTask_recordDuties", "userTask_serveLetter");
        // Three working days, 行政处罚法 art. 48.
        assertThat(driver.due(objection.number(), "userTask_publishRestoration"))
                .isEqualTo("2026-06-15");
        assertThat(driver.due(objection.number(), "userTask_recordDuties")).isEqualTo("2026-06-25");
        clock.at("2026-06-26T00:00");
        jobs.runAllDue();
        objection.serve().publishRestoration();
        assertThat(driver.ended(objection.number())).isFalse();
        objection.recordDuties();
        assertThat(driver.ended(objection.number())).isTrue();
        assertThat(loaded(objection).last(CorrectiveDutiesRecorded.class)).isPresent();
        assertThat(loaded(objection).letter(LetterKind.RESTORATION_NOTICE)).isPresent();
        assertThat(loaded(objection).closed().orElseThrow().outcome()).isEqualTo(RemedyOutcome.REVOKED);
    }

    @Test
    void whatWasNeverPublicHasNoPublicationToWithdrawAndIsNotPublishedAfterwards() {
        clock.at("2026-03-02T09:00");
        var cases = CaseFixture.on(beans);
        listed = cases.decided(subject, "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        cases.takeEffect(listed);
        var objection = object().verify("REVOKED").decide(true);
        assertThat(driver.openTasks(objection.number()))
                .containsExactly("userTask_recordDuties", "userTask_serveLetter");
        assertThatThrownBy(() -> cases.publish(listed)).hasMessageContaining("被撤销，不得公示");
        objection.recordDuties().serve();
        assertThat(driver.ended(objection.number())).isTrue();
        assertThat(loaded(objection).letter(LetterKind.RESTORATION_NOTICE)).isEmpty();
    }

    @Test
    void aCorrectionThatLeavesTheLevelCorrectsTheRecordAndTheListingRunsAgain() {
        publish();
        var wrong = listings.recordsOf(listing().id()).get(0);
        var objection = object().verify(
                        "PARTLY_CORRECTED",
                        Map.of("correctedRecord", wrong.toString(), "correctedFact", "更正后的样例事实", "correctedItem", ""))
                .decide(true);
        assertThat(loaded(objection).corrected().orElseThrow()).satisfies(corrected -> {
            assertThat(corrected.wrong()).containsExactly(wrong);
            assertThat(corrected.levelAfter())
                    .isEqualTo(corrected.levelBefore())
                    .isEqualTo("JOINT");
        });
        var truth = loaded(objection).corrected().orElseThrow().replacements().get(0);
        assertThat(records.byId(truth).orElseThrow().fact()).isEqualTo("更正后的样例事实");
        assertThat(records.of(listed.subjectId(), "WS-CITY"))
                .as("the wrong record counts no more")
                .extracting(org.xincheng.credit.record.Record::id)
                .containsExactly(truth);
        assertThat(status().measuresInForce()).isTrue();
        assertThat(listing().revokedOn()).isNull();
        objection.recordDuties().serve();
        assertThat(driver.ended(objection.number())).isTrue();
    }

    @Test
    void aCorrectionThatLeavesNoGroundRevokesTheListing() {
        publish();
        var wrong = listings.recordsOf(listing().id()).get(0);
        var objection = object().verify("CORRECTED", Map.of("withdrawnRecords", List.of(wrong.toString())))
                .decide(true);
        assertThat(loaded(objection).corrected().orElseThrow().levelAfter()).isNull();
        assertThat(listing().revokedOn()).isEqualTo("2026-06-10");
        assertThat(status().inForce()).isFalse();
        objection.serve().publishRestoration().recordDuties();
        assertThat(loaded(objection).closed().orElseThrow().outcome()).isEqualTo(RemedyOutcome.REVOKED);
    }

    private void publish() {
        clock.at("2026-03-02T09:00");
        listed = CaseFixture.on(beans).published(subject, DOCUMENT, "");
    }

    private RemedySteps object() {
        clock.at("2026-06-10T09:00");
        return new RemedySteps(driver, clock, driver.object(listed.number(), "officer1"))
                .register("列入有误")
                .accept();
    }

    private Uscc uscc() {
        return Uscc.parse(subject.identifier());
    }

    private List<LetterKind> told(RemedySteps objection) {
        return loaded(objection)
                .all(DepartmentsTold.class)
                .map(told -> told.act().kind())
                .toList();
    }

    private Objection loaded(RemedySteps objection) {
        return objections.byNumber(objection.number());
    }

    private Listing listing() {
        return listings.ofCase(listed.id()).orElseThrow();
    }

    private ListingStatus status() {
        return listingClock.now(listing());
    }
}
