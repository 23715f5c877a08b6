package org.xincheng.procedure.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.credit.cases.CommonAct.DepartmentsTold;
import org.xincheng.credit.cases.CommonAct.LatenessFlagged;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.ListingStatus;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.PublicListings;
import org.xincheng.credit.repair.Revocation;
import org.xincheng.credit.repair.RevocationAct.RevocationOutcome;
import org.xincheng.credit.repair.Revocations;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.CoversModel;
import org.xincheng.support.RepairSteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** A listing published on 2 March 2026, repaired on 8 June 2026. */
@XinchengTest
@DirtiesContext
@CoversModel("processes/repair/repair-revocation.bpmn")
class RepairRevocationTest {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseLog log;

    @Autowired
    private Revocations revocations;

    @Autowired
    private Listings listings;

    @Autowired
    private ListingClock listingClock;

    @Autowired
    private PublicListings publicListings;

    private LegalCase listed;
    private String repair;

    @BeforeEach
    void aRepairedListing() {
        clock.at("2026-03-02T09:00");
        listed = CaseFixture.on(beans).published(CaseFixture.unit("样例虚假修复企业"), LocalDate.of(2026, 2, 26), "");
        clock.at("2026-06-08T09:00");
        repair = driver.repair(listed.number(), "officer1");
        steps(repair).register().accept().verify(true).decide(true).superior(true);
        assertThat(status().inForce()).isFalse();
    }

    @Test
    void revokedAfterNoticeAndHearingTheListingIsRestoredUntilItsOwnLastDay() {
        var revocation = suspect("2026-07-01T09:00");
        assertThat(driver.due(revocation.number(), "userTask_examineFalsehood")).isEqualTo("2026-07-15");
        revocation.examine(true);
        assertThat(driver.openTasks(revocation.number())).containsExactly("userTask_serveLetter");
        assertThat(status().inForce()).as("told is not revoked").isFalse();
        revocation.serve();
        // Five working days from service on Wednesday 1 July.
        assertThat(driver.due(revocation.number(), "userTask_hearParty")).isEqualTo("2026-07-08");
        revocation.hear(false);
        assertThat(driver.openTasks(revocation.number())).containsExactly("userTask_hearParty");
        driver.fire(revocation.number(), Revocation.PROCEDURE, "boundaryEvent_windowClosed");
        assertThat(clock.today()).isEqualTo("2026-07-09");

        revocation.decideRevocation(true);
        assertThat(status().inForce()).isTrue();
        assertThat(status().measuresInForce()).isTrue();
        assertThat(status().lastDay()).as("the term is not lengthened").isEqualTo("2027-03-02");
        assertThat(publicListings.search(listed.number(), 1, 10).total()).isEqualTo(1);
        assertThat(loaded(revocation).letter(LetterKind.REPAIR_REVOCATION)).isPresent();
        assertThat(loaded(revocation)
                        .last(DepartmentsTold.class)
                        .orElseThrow()
                        .act()
                        .kind())
                .isEqualTo(LetterKind.MEASURES_RESTORED);
        revocation.serve().proposeNoRecord();
        assertThat(driver.ended(revocation.number())).isTrue();
        assertThat(loaded(revocation).closed().orElseThrow().outcome()).isEqualTo(RevocationOutcome.REVOKED);
        // Between repair and restoration it was not in force, and stays so in the past.
        var listing = listings.ofCase(listed.id()).orElseThrow();
        assertThat(listingClock.on(listing, LocalDate.of(2026, 6, 30)).inForce())
                .isFalse();
        assertThat(listingClock.on(listing, LocalDate.of(2026, 6, 7)).inForce()).isTrue();
        assertThatThrownBy(() -> driver.suspectFalsehood(repair, "officer1")).hasMessageContaining("修复已被撤销");
    }

    @Test
    void waivedItIsDecidedAtOnceAndDroppedTheRepairStands() {
        var revocation = suspect("2026-07-01T09:00").examine(true).serve().hear(true);
        assertThat(driver.openTasks(revocation.number())).containsExactly("userTask_decideRevocation");
        assertThatThrownBy(() -> revocation.submit(
                        "officer2", "userTask_decideRevocation", Map.of("outcome", "DROP", "reasons", "理由")))
                .isInstanceOf(AssertionError.class);
        revocation.decideRevocation(false);
        assertThat(status().inForce()).isFalse();
        assertThat(loaded(revocation).letter(LetterKind.REVOCATION_DROPPED)).isPresent();
        revocation.serve();
        assertThat(driver.ended(revocation.number())).isTrue();
        assertThat(loaded(revocation).closed().orElseThrow().outcome()).isEqualTo(RevocationOutcome.DROPPED);
        assertThat(driver.passed(revocation.number()))
                .doesNotContain("serviceTask_revokeRepair", "userTask_proposeRecord");
    }

    @Test
    void nothingFalseNothingFollows() {
        var revocation = suspect("2026-07-01T09:00").examine(false);
        assertThat(driver.ended(revocation.number())).isTrue();
        assertThat(loaded(revocation).closed().orElseThrow().outcome()).isEqualTo(RevocationOutcome.UNFOUNDED);
        assertThat(loaded(revocation).letter(LetterKind.FALSEHOOD_NOTICE)).isEmpty();
    }

    @Test
    void anEndThatHasPassedMeanwhileIsNotUndone() {
        var revocation = suspect("2027-03-01T09:00").examine(true).serve().hear(true);
        revocation.at("2027-03-03T09:00").decideRevocation(true);
        assertThat(status().inForce()).isFalse();
        assertThat(loaded(revocation).revoked().orElseThrow().restored()).isFalse();
        assertThat(loaded(revocation).last(DepartmentsTold.class)).isEmpty();
    }

    @Test
    void everyTaskIsFlaggedWhenItIsLate() {
        var revocation = suspect("2026-07-01T09:00");
        driver.fire(revocation.number(), Revocation.PROCEDURE, "boundaryEvent_examineFalsehoodLate");
        revocation.examine(true).serve().hear(true);
        driver.fire(revocation.number(), Revocation.PROCEDURE, "boundaryEvent_decideRevocationLate");
        revocation.decideRevocation(true).serve();
        driver.fire(revocation.number(), Revocation.PROCEDURE, "boundaryEvent_proposeRecordLate");
        assertThat(loaded(revocation)
                        .all(LatenessFlagged.class)
                        .map(flag -> flag.act().step()))
                .containsExactly("falsehoodFindings", "revocationDecision", "falsehoodRecord");
    }

    @Test
    void oneRevocationAtATimeAndOnlyOfARepair() {
        suspect("2026-07-01T09:00");
        assertThatThrownBy(() -> driver.suspectFalsehood(repair, "officer1")).hasMessageContaining("正在办理");
        assertThatThrownBy(() -> driver.suspectFalsehood(listed.number(), "officer1"))
                .hasMessageContaining("没有这一编号");
    }

    private RepairSteps suspect(String at) {
        clock.at(at);
        return steps(driver.suspectFalsehood(repair, "officer1"));
    }

    private RepairSteps steps(String number) {
        return new RepairSteps(driver, clock, number);
    }

    private Revocation loaded(RepairSteps revocation) {
        return revocations.read(log.byNumber(revocation.number()).orElseThrow());
    }

    private ListingStatus status() {
        return listingClock.now(listings.ofCase(listed.id()).orElseThrow());
    }
}
