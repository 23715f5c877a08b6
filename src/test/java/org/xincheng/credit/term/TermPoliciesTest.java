package org.xincheng.credit.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.letter.Letter;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.Letters;
import org.xincheng.credit.listing.AttachedTerms;
import org.xincheng.credit.listing.ListingEnd;
import org.xincheng.credit.listing.ListingEnds;
import org.xincheng.credit.listing.Listings;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.term.RemovalOnApplication.Attempt;
import org.xincheng.credit.term.TermAct.ListingExpired;
import org.xincheng.procedure.term.Reconciliation;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TermCases;
import org.xincheng.support.TermSteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** What the store refuses during a term, whatever a model says. */
@XinchengTest
class TermPoliciesTest {

    private static final Actor ENGINE = Actor.engine("test");
    private static final Actor OFFICER = CaseFixture.OFFICER;
    private static final Actor PRINCIPAL = CaseFixture.PRINCIPAL;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private TermOfListing terms;

    @Autowired
    private RemovalOnApplication removals;

    @Autowired
    private UpgradeOnNewAct upgrades;

    @Autowired
    private Listings listings;

    @Autowired
    private ListingEnds ends;

    @Autowired
    private Letters letters;

    @Autowired
    private TransactionTemplate transaction;

    private final NewSubject subject = CaseFixture.unit("样例期限政策企业");

    /** These cases are driven without the engine: the instances that nobody stands behind any more are ended. */
    @AfterEach
    void reconcile() {
        beans.getBean(Reconciliation.class).run("admin");
    }

    @Test
    void nothingIsOverBeforeItsDayAndNothingIsToldBeforeTheEnd() {
        var id = city();
        clock.at("2027-03-02T23:59:59");
        assertThat(terms.lookWhetherOver(id, ENGINE)).isFalse();
        refused(() -> terms.issueTermEnded(id, ENGINE), "endLettersFollowTheEnd", "尚未届满");
        refused(() -> terms.close(id, ENGINE), "termsEndWhenTheirLetterIsServed", "送达");
        refused(() -> terms.closeEarly(id, ENGINE), "onlyEndedListingsCloseTheirTerm", "没有提前结束");

        clock.at("2027-03-03T00:00");
        assertThat(terms.lookWhetherOver(id, ENGINE)).isTrue();
        assertThat(terms.lookWhetherOver(id, ENGINE)).isTrue();
        assertThat(load(id).all(ListingExpired.class)).as("found once").hasSize(1);
        var letter = terms.issueTermEnded(id, ENGINE);
        assertThat(terms.issueTermEnded(id, ENGINE).id()).as("issued once").isEqualTo(letter.id());
        refused(() -> terms.close(id, ENGINE), "termsEndWhenTheirLetterIsServed", "送达");
        serve(id, letter);
        terms.close(id, ENGINE);
        refused(() -> terms.close(id, ENGINE), "closedTermsStayClosed", "办结");
        refused(() -> terms.lookWhetherOver(id, ENGINE), "closedTermsStayClosed", "办结");
    }

    @Test
    void aListingHasOneOpenTerm() {
        var id = city();
        var again = terms.open(load(id).listingId(), ENGINE);
        assertThat(again.id()).isEqualTo(id);
    }

    @Test
    void onlySomeRegimesRemoveOnApplication() {
        var id = city();
        clock.at("2026-09-01T09:00");
        refused(() -> file(id), "removalOnApplicationNeedsARule", "期满自动移出");
    }

    @Test
    void anApplicationIsDatedAndHasATextAndComesDuringTheTerm() {
        var id = jinan();
        clock.at("2026-09-01T09:00");
        faulty(() -> removals.file(id, LocalDate.of(2026, 9, 2), " ", OFFICER), "receivedOn", "text");
        faulty(() -> removals.file(id, LocalDate.of(2025, 10, 14), "申请", OFFICER), "receivedOn");
        file(id);
        refused(() -> file(id), "oneRemovalAtATime", "正在办理");
        clock.at("2026-10-16T00:00");
        refused(() -> file(id), "onlyListingsInForceAreRemoved", "已经结束");
        refused(() -> removals.check(id, true, "查", OFFICER), "onlyListingsInForceAreRemoved", "已经结束");
    }

    @Test
    void aCheckIsDecidedBySomebodyElseAndOnce() {
        var id = jinan();
        clock.at("2026-09-01T09:00");
        refused(() -> removals.check(id, true, "查", OFFICER), "removalsAreCheckedOnceFiled", "没有待审查");
        refused(() -> removals.decide(id, true, "", PRINCIPAL), "removalDecisionsNeedAFreshCheck", "没有待审批");
        file(id);
        faulty(() -> removals.check(id, true, "", OFFICER), "findings");
        removals.check(id, true, "没有新的失信行为。", PRINCIPAL);
        refused(() -> removals.check(id, true, "查", OFFICER), "removalsAreCheckedOnceFiled", "没有待审查");
        refused(() -> removals.decide(id, true, "", PRINCIPAL), "removalDeciderDidNotCheck", "不得审批本人");
        assertThat(removals.mayDecide(id, PRINCIPAL.user())).isPresent();
        var other = new Actor("principal2", "test");
        faulty(() -> removals.decide(id, false, " ", other), "opinion");
        assertThat(removals.decide(id, true, "", other)).isTrue();
        refused(() -> removals.decide(id, true, "", other), "removalDecisionsNeedAFreshCheck", "没有待审批");
    }

    @Test
    void removalFallsIntoTheLastTenWorkingDaysAndRestsOnADecision() {
        var id = jinan();
        clock.at("2026-09-24T09:00");
        refused(() -> removals.remove(id, ENGINE), "removalsRestOnADecidedCheck", "没有经批准");
        file(id);
        removals.check(id, true, "没有新的失信行为。", OFFICER);
        refused(() -> removals.remove(id, ENGINE), "removalsRestOnADecidedCheck", "没有经批准");
        removals.decide(id, true, "", PRINCIPAL);
        refused(() -> removals.issueDenial(id, ENGINE), "denialsRestOnADecidedCheck", "没有经批准");
        clock.at("2026-09-23T23:59");
        assertThat(removals.remove(id, ENGINE)).isEqualTo(Attempt.TOO_EARLY);
        clock.at("2026-09-24T00:00");
        assertThat(removals.remove(id, ENGINE)).isEqualTo(Attempt.REMOVED);
        assertThat(removals.remove(id, ENGINE)).isEqualTo(Attempt.OVER);
        assertThat(listings.byId(load(id).listingId())
                        .standingEnd()
                        .orElseThrow()
                        .from())
                .isEqualTo("2026-09-24");
        var letter = removals.issueDecision(id, ENGINE);
        assertThat(removals.issueDecision(id, ENGINE).id()).isEqualTo(letter.id());
    }

    @Test
    void theReminderNamesTheWindowAndComesOnItsDay() {
        var id = jinan();
        clock.at("2026-08-13T23:59");
        assertThat(removals.remind(id, ENGINE)).isFalse();
        clock.at("2026-08-14T00:00");
        assertThat(removals.remind(id, ENGINE)).isTrue();
        assertThat(removals.remind(id, ENGINE)).isTrue();
        var reminders = letters.ofCase(id).stream()
                .filter(letter -> letter.kind() == LetterKind.REMOVAL_REMINDER)
                .toList();
        assertThat(reminders)
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.html()).contains("2026-08-28至2026-10-15", "自2026-09-24起移出", "不申请的，期满自动移出"));
    }

    @Test
    void onlyWhatWaitsIsConsidered() {
        var id = city();
        refused(() -> upgrades.decline(id, "理由", OFFICER), "upgradesFollowANewAct", "没有待处理");
        refused(() -> upgrades.opened(id, "RD-1", OFFICER), "upgradesFollowANewAct", "没有待处理");
    }

    @Test
    void whatAnotherCaseHasEndedIsClosedEarlyOnly() {
        var id = city();
        clock.at("2026-09-01T09:00");
        var listing = load(id).listingId();
        transaction.executeWithoutResult(status -> ends.end(
                listing, ListingEnd.Kind.REPAIRED, listings.byId(listing).caseId(), "principal1"));
        refused(() -> terms.closeEarly(id, ENGINE), "closedTermsStayClosed", "办结");
    }

    @Test
    void anAttachedTermBelongsToAMeasureAndRestsOnALaw() {
        var id = city();
        var measure = listings.measuresOf(load(id).listingId()).get(0).code();
        var from = LocalDate.of(2026, 3, 2);
        refused(
                () -> terms.attach(id, entry("NOWHERE", "《样例法》", from, null), OFFICER),
                "attachedTermsRestOnALaw",
                "不是本列入决定的措施");
        refused(() -> terms.attach(id, entry(measure, "某部法律", from, null), OFFICER), "attachedTermsRestOnALaw", "必须援引");
        faulty(() -> terms.attach(id, entry(measure, "《样例法》", from, from.minusDays(1)), OFFICER), "untilDay");
        terms.attach(id, entry(measure, "《样例法》", from, LocalDate.of(2029, 3, 1)), OFFICER);
        clock.at("2027-03-03T00:00");
        terms.lookWhetherOver(id, ENGINE);
        assertThat(terms.issueTermEnded(id, ENGINE).html())
                .as("it outlives the listing, and the letter says so")
                .contains("至2029-03-01止", "《样例法》第三十七条");
    }

    private static AttachedTerms.Entry entry(String measure, String document, LocalDate from, LocalDate until) {
        return new AttachedTerms.Entry(measure, document, "第三十七条", from, until);
    }

    private void file(UUID id) {
        removals.file(id, clock.today(), "申请移出。", OFFICER);
    }

    private void serve(UUID id, Letter letter) {
        CaseFixture.on(beans).serve(load(id).legalCase(), letter);
    }

    private UUID city() {
        return id(TermCases.on(beans).city(subject, LocalDate.of(2026, 3, 2)));
    }

    private UUID jinan() {
        return id(TermCases.on(beans).jinan(subject, LocalDate.of(2025, 10, 15)));
    }

    private UUID id(LegalCase listed) {
        return TermSteps.of(beans, listed).term().legalCase().id();
    }

    private Term load(UUID id) {
        return beans.getBean(Terms.class).load(id);
    }

    private static void refused(ThrowingCallable call, String policy, String words) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(call).satisfies(thrown -> {
            assertThat(thrown.refusal().policy()).isEqualTo(policy);
            assertThat(thrown.refusal().sentence()).contains(words);
        });
    }

    private static void faulty(ThrowingCallable call, String... fields) {
        assertThatExceptionOfType(BadInputException.class)
                .isThrownBy(call)
                .satisfies(thrown ->
                        assertThat(thrown.faults()).extracting(Fault::field).containsExactlyInAnyOrder(fields));
    }
}
