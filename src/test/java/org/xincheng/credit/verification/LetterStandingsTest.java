package org.xincheng.credit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.listing.WrongListings;
import org.xincheng.credit.objection.Answering;
import org.xincheng.credit.objection.ComplaintAct.ComplaintGround;
import org.xincheng.credit.objection.RemedyAct.VerificationResult;
import org.xincheng.law.RegimeTables;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.RemedyFixture;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Where each letter stands while a case goes its way. */
@XinchengTest
class LetterStandingsTest {

    private static final LocalDate DOCUMENT = LocalDate.of(2026, 2, 20);

    @Autowired
    BeanFactory beans;

    @Autowired
    LetterStandings standings;

    @Autowired
    Letters letters;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private CaseFixture cases;
    private RemedyFixture remedies;

    @BeforeEach
    void start() {
        clock.at("2026-03-02T09:00");
        cases = CaseFixture.on(beans);
        remedies = RemedyFixture.on(beans);
    }

    @Test
    void aNoticeHoldsUntilTheDecisionAndTheDecisionFromItsServiceToTheEndOfTheTerm() {
        var legalCase = cases.heard(CaseFixture.unit("样例查验甲公司"), "WS-CITY", "WS-CITY-J-02", DOCUMENT, "");
        assertThat(of(legalCase, LetterKind.PRE_DECISION_NOTICE)).isEqualTo(LetterStanding.IN_FORCE);

        clock.at("2026-03-02T10:00");
        cases.deliberate(legalCase);
        cases.approve(legalCase);
        cases.determineBySuperior(legalCase);
        cases.serve(legalCase, cases.decide(legalCase));
        assertThat(of(legalCase, LetterKind.PRE_DECISION_NOTICE)).isEqualTo(LetterStanding.SUPERSEDED);
        assertThat(of(legalCase, LetterKind.DECISION)).isEqualTo(LetterStanding.NOT_YET_EFFECTIVE);

        cases.takeEffect(legalCase);
        assertThat(of(legalCase, LetterKind.DECISION)).isEqualTo(LetterStanding.IN_FORCE);
        clock.at("2036-03-02T09:00");
        assertThat(of(legalCase, LetterKind.DECISION)).isEqualTo(LetterStanding.ENDED);
    }

    @Test
    void aDecisionRestsWhileItIsDisputedAndIsVoidOnceItWasRevoked() {
        var listed = cases.published(CaseFixture.unit("样例查验乙公司"), DOCUMENT, "");
        clock.at("2026-03-10T09:00");
        var objection = remedies.accepted(listed, "不属实");
        remedies.receipt(objection);
        assertThat(of(listed, LetterKind.DECISION)).isEqualTo(LetterStanding.RESTING);
        assertThat(of(objection, LetterKind.OBJECTION_RECEIPT)).isEqualTo(LetterStanding.IN_FORCE);
        var suspended = tell(objection, LetterKind.MEASURES_SUSPENDED);
        assertThat(standings.of(suspended)).isEqualTo(LetterStanding.IN_FORCE);

        clock.at("2026-03-11T09:00");
        remedies.uphold(objection);
        var lifted = tell(objection, LetterKind.MEASURES_LIFTED);
        assertThat(of(listed, LetterKind.DECISION)).isEqualTo(LetterStanding.REVOKED);
        assertThat(of(objection, LetterKind.OBJECTION_RECEIPT)).isEqualTo(LetterStanding.SUPERSEDED);
        assertThat(of(objection, LetterKind.OBJECTION_REPLY)).isEqualTo(LetterStanding.IN_FORCE);
        assertThat(standings.of(suspended)).isEqualTo(LetterStanding.SUPERSEDED);
        assertThat(standings.of(lifted)).isEqualTo(LetterStanding.IN_FORCE);
    }

    @Test
    void measuresThatRunAgainDoSoUntilTheNextSuspensionOrTheEndOfTheTerm() {
        var listed = cases.published(CaseFixture.unit("样例查验丙公司"), DOCUMENT, "");
        clock.at("2026-03-10T09:00");
        var objection = remedies.accepted(listed, "不属实");
        clock.at("2026-03-11T09:00");
        remedies.reject(objection);
        var resumed = tell(objection, LetterKind.MEASURES_RESUMED);
        assertThat(of(listed, LetterKind.DECISION)).isEqualTo(LetterStanding.IN_FORCE);
        assertThat(standings.of(resumed)).isEqualTo(LetterStanding.IN_FORCE);
        clock.at("2036-03-11T09:00");
        assertThat(standings.of(resumed)).isEqualTo(LetterStanding.ENDED);

        clock.at("2026-03-12T09:00");
        var other = remedies.accepted(listed, "另有理由");
        tell(other, LetterKind.MEASURES_SUSPENDED);
        assertThat(standings.of(resumed)).isEqualTo(LetterStanding.SUPERSEDED);
    }

    @Test
    void aDecisionWhoseLevelWasCorrectedIsChanged() {
        var listed = cases.published(CaseFixture.unit("样例查验丁公司"), DOCUMENT, "");
        clock.at("2026-03-10T09:00");
        var objection = remedies.accepted(listed, "不属实");
        remedies.reject(objection);
        var listing = beans.getBean(Listings.class).ofCase(listed.id()).orElseThrow();
        var other = beans.getBean(RegimeTables.class)
                .level("WS-CITY", listing.level().equals("BLACK") ? "JOINT" : "BLACK");
        assertThat(of(listed, LetterKind.DECISION)).isEqualTo(LetterStanding.IN_FORCE);
        transaction.executeWithoutResult(status ->
                beans.getBean(WrongListings.class).correct(listing.id(), objection.id(), other, List.of(), "officer1"));

        assertThat(of(listed, LetterKind.DECISION)).isEqualTo(LetterStanding.CHANGED);
    }

    @Test
    void anAnswerIsOverruledBySecondInstanceUnlessThatComesToTheSame() {
        assertThat(answerAfterComplaint("样例查验戊公司", VerificationResult.REVOKED)).isEqualTo(LetterStanding.SUPERSEDED);
        assertThat(answerAfterComplaint("样例查验己公司", VerificationResult.UPHELD)).isEqualTo(LetterStanding.IN_FORCE);
    }

    private LetterStanding answerAfterComplaint(String name, VerificationResult result) {
        clock.at("2026-03-02T09:00");
        var listed = cases.published(CaseFixture.unit(name), DOCUMENT, "");
        clock.at("2026-03-10T09:00");
        var objection = remedies.accepted(listed, "不属实");
        remedies.serve(objection, remedies.answer(objection, VerificationResult.UPHELD));
        remedies.resume(objection);
        remedies.close(objection);
        clock.at("2026-03-11T09:00");
        var complaint = remedies.complaint(objection, ComplaintGround.WRONG_FACTS, "不服");
        remedies.accept(complaint);
        assertThat(of(objection, LetterKind.OBJECTION_REPLY)).isEqualTo(LetterStanding.IN_FORCE);
        remedies.meeting(complaint, "会议记录");
        remedies.answer(complaint, result);
        assertThat(of(complaint, LetterKind.COMPLAINT_REPLY)).isEqualTo(LetterStanding.IN_FORCE);
        return of(objection, LetterKind.OBJECTION_REPLY);
    }

    private Letter tell(LegalCase remedy, LetterKind kind) {
        beans.getBean(Answering.class).tellDepartments(remedy.id(), Actor.engine("test"));
        return find(remedy, kind);
    }

    private LetterStanding of(LegalCase legalCase, LetterKind kind) {
        return standings.of(find(legalCase, kind));
    }

    private Letter find(LegalCase legalCase, LetterKind kind) {
        return letters.ofCase(legalCase.id()).stream()
                .filter(letter -> letter.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
