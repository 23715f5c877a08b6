package org.xincheng.procedure.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.xincheng.credit.cases.Actor;
import org.xincheng.credit.term.ReconciliationLog;
import org.xincheng.credit.term.ReconciliationLog.Finding;
import org.xincheng.credit.term.ReconciliationLog.Kind;
import org.xincheng.credit.term.Term;
import org.xincheng.credit.term.TermOfListing;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Jobs;
import org.xincheng.support.RemedySteps;
import org.xincheng.support.TermCases;
import org.xincheng.support.TermSteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class ReconciliationTest {

    private static final LocalDate JINAN = LocalDate.of(2025, 10, 15);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private TestClock clock;

    @Autowired
    private Jobs jobs;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private TermAlarms alarms;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private ReconciliationLog reports;

    private TermSteps term;
    private UUID listing;

    @BeforeEach
    void list() {
        term = TermSteps.of(beans, TermCases.on(beans).jinan(CaseFixture.unit("样例核对企业"), JINAN));
        listing = term.listing().id();
    }

    @Test
    void whatIsRightIsLeftAlone() {
        assertThat(alarms.settle(listing)).isEmpty();
        assertThat(dueAt("timerEvent_termOver")).isEqualTo("2026-10-16T00:00");
        assertThat(dueAt("timerEvent_reminderDay")).isEqualTo("2026-08-14T00:00");
    }

    @Test
    void aDeletedTimerIsSetAnewAndTheTermStillEnds() {
        for (var timer : List.of("timerEvent_termOver", "timerEvent_reminderDay")) {
            management.deleteJob(jobs.of(term.instance(), timer).getId());
            assertThat(jobs.exists(term.instance(), timer)).isFalse();
        }
        assertThat(alarms.settle(listing)).extracting(Finding::kind).containsExactly(Kind.NO_TIMER, Kind.NO_TIMER);
        assertThat(dueAt("timerEvent_termOver")).isEqualTo("2026-10-16T00:00");
        assertThat(alarms.settle(listing)).as("twice does nothing").isEmpty();
        assertThat(driver.fire(term.number(), Term.PROCEDURE, "timerEvent_reminderDay"))
                .isEqualTo("2026-08-14");
        driver.fire(term.number(), Term.PROCEDURE, "timerEvent_termOver");
        assertThat(term.term().expired()).isPresent();
    }

    @Test
    void aTimerAtAnotherInstantIsMoved() {
        set("timerEvent_termOver", "2027-10-16T00:00:00Z");
        assertThat(alarms.settle(listing)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.WRONG_TIMER);
            assertThat(found.caseNumber()).isEqualTo(term.number());
            assertThat(found.detail()).contains("2027-10-16T08:00", "2026-10-16T00:00");
        });
        assertThat(dueAt("timerEvent_termOver")).isEqualTo("2026-10-16T00:00");
    }

    @Test
    void whileTheClockStandsATimerIsMovedEachDayAndNothingWasWrong() {
        var disputed = city("样例核对企业丁");
        var about = disputed.listing().id();
        new RemedySteps(driver, clock, driver.object(disputed.listing().caseNumber(), "officer1"))
                .register("样例异议")
                .accept();
        var first = jobs.dueAt(disputed.instance(), "timerEvent_termOver");
        clock.at("2026-03-05T01:00");
        assertThat(alarms.settle(about)).isEmpty();
        var moved = jobs.dueAt(disputed.instance(), "timerEvent_termOver");
        assertThat(moved).isEqualTo(first.plusDays(3));

        management.setJobDuedate(
                jobs.of(disputed.instance(), "timerEvent_termOver").getId(),
                Date.from(moved.plusDays(1).toInstant()));
        assertThat(alarms.settle(about)).extracting(Finding::kind).containsExactly(Kind.WRONG_TIMER);
        assertThat(jobs.dueAt(disputed.instance(), "timerEvent_termOver")).isEqualTo(moved);
    }

    @Test
    void aTermWithoutAnInstanceIsStartedAgainAndKeepsItsNumber() {
        var number = term.number();
        runtime.deleteProcessInstance(term.instance(), "somebody deleted it");
        assertThat(alarms.settle(listing)).extracting(Finding::kind).containsExactly(Kind.NO_INSTANCE);
        assertThat(term.number()).isEqualTo(number);
        assertThat(dueAt("timerEvent_termOver")).isEqualTo("2026-10-16T00:00");
    }

    @Test
    void anInstanceThatNobodyNeedsIsEnded() {
        var stray = runtime.createProcessInstanceByKey(Term.PROCEDURE)
                .setVariable("listingId", listing.toString())
                .execute();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(term.number(), Term.PROCEDURE)
                        .count())
                .isEqualTo(2);
        assertThat(alarms.settle(listing)).extracting(Finding::kind).containsExactly(Kind.STRAY_INSTANCE);
        assertThat(alarms.settle(listing)).isEmpty();
        assertThat(stray.getId()).isNotNull();
        assertThat(jobs.exists(term.instance(), "timerEvent_termOver")).isTrue();
    }

    @Test
    void theNightlyRunComparesBothWaysAndKeepsItsReport() {
        reconciliation.run("admin");
        set("timerEvent_termOver", "2027-10-16T00:00:00Z");
        var missing = city("样例核对企业乙");
        management.deleteJob(jobs.of(missing.instance(), "timerEvent_termOver").getId());
        var stray = city("样例核对企业丙");
        closeWithoutTheEngine(stray);

        var run = reconciliation.run("admin");

        assertThat(run.findings())
                .extracting(Finding::caseNumber, Finding::kind)
                .containsExactlyInAnyOrder(
                        tuple(term.number(), Kind.WRONG_TIMER),
                        tuple(missing.number(), Kind.NO_TIMER),
                        tuple(stray.number(), Kind.STRAY_INSTANCE));
        assertThat(run.listings()).isGreaterThanOrEqualTo(2);
        assertThat(run.instances()).isGreaterThanOrEqualTo(2);
        assertThat(reports.latest(1)).containsExactly(run);
        assertThat(reconciliation.run("admin").findings()).isEmpty();
    }

    private TermSteps city(String name) {
        return TermSteps.of(beans, TermCases.on(beans).city(CaseFixture.unit(name), LocalDate.of(2026, 3, 2)));
    }

    /** The term runs out, its letter is served and its case closed, and the instance knows nothing of it. */
    private void closeWithoutTheEngine(TermSteps expiring) {
        var id = expiring.term().legalCase().id();
        var engine = Actor.engine("test");
        var terms = beans.getBean(TermOfListing.class);
        clock.at("2027-03-03T00:00");
        terms.lookWhetherOver(id, engine);
        CaseFixture.on(beans).serve(expiring.term().legalCase(), terms.issueTermEnded(id, engine));
        terms.close(id, engine);
        clock.at("2026-03-02T09:00");
    }

    private void set(String timer, String due) {
        management.setJobDuedate(jobs.of(term.instance(), timer).getId(), Date.from(Instant.parse(due)));
    }

    private String dueAt(String timer) {
        return jobs.dueAt(term.instance(), timer).toLocalDateTime().toString();
    }
}
