package org.xincheng.procedure.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.term.ExpiryItem;
import org.xincheng.credit.term.ExpiryItem.Outcome;
import org.xincheng.credit.term.ExpiryLog;
import org.xincheng.credit.term.ExpiryRun;
import org.xincheng.law.LegalTime;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Jobs;
import org.xincheng.support.RemedySteps;
import org.xincheng.support.TermCases;
import org.xincheng.support.TermSteps;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** A database of its own: a run follows up whatever is over in it. */
@XinchengTest
@TestPropertySource(properties = "xincheng.expiry.at-most-per-second=500")
class ExpiryRunsTest {

    private static final LocalDate LISTED = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 2);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private ExpiryRuns expiry;

    @Autowired
    private ExpiryLog runs;

    @Autowired
    private OverTerms over;

    @Autowired
    private OneRunner oneRunner;

    @Autowired
    private TestClock clock;

    @Autowired
    private Jobs jobs;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    /** What one test leaves over would be the next one's. */
    @AfterEach
    void clear() {
        clock.morningOf(LAST_DAY.plusYears(3));
        expiry.run("test");
        assertThat(over.waiting()).isZero();
    }

    @Test
    void whatEndsOnOneMidnightIsFollowedUpOnceAndCertified() throws Exception {
        var ending = list(6, LISTED);
        var later = list(1, LISTED.plusDays(1)).get(0);
        assertThat(over.ofDay(LAST_DAY)).isEqualTo(6);
        assertThat(over.ofDay(LAST_DAY, 4, 4)).hasSize(2);
        assertThat(over.ofDay(LAST_DAY.plusDays(1))).isEqualTo(1);

        clock.at(LAST_DAY.atTime(23, 59, 59));
        assertThat(expiry.run("engine")).as("the last day lasts until 24:00").isEmpty();

        midnight();
        assertThat(ending)
                .allSatisfy(term -> assertThat(term.status().inForce())
                        .as("whoever runs or not")
                        .isFalse());
        var run = expiry.run("supervisor1").orElseThrow();
        assertThat(run.expected()).isEqualTo(6);
        assertThat(run.startedBy()).isEqualTo("supervisor1");
        var certificate = run.certificate().orElseThrow();
        assertThat(List.of(certificate.followedUp(), certificate.notOver(), certificate.failed()))
                .containsExactly(6, 0, 0);
        assertThat(items(run)).extracting(ExpiryItem::caseNumber).containsExactlyInAnyOrderElementsOf(numbers(ending));
        assertThat(items(run)).allSatisfy(item -> {
            assertThat(item.outcome()).isEqualTo(Outcome.FOLLOWED_UP);
            assertThat(item.lastDay()).isEqualTo(LAST_DAY);
            assertThat(item.regime()).isEqualTo("WS-CITY");
        });
        ending.forEach(this::isFollowedUpOnce);
        assertThat(later.status().inForce()).isTrue();
        assertThat(later.term().expired()).isEmpty();
        assertThat(certificate.sha256()).isEqualTo(sha256(list(run)));
        assertThat(runs.hash(run.id())).isEqualTo(certificate.sha256());

        assertThat(expiry.run("engine")).as("nothing is left").isEmpty();
        assertThat(runs.latest(1)).containsExactly(run);
    }

    @Test
    void aTermWhoseClockStandsIsNotOverAndComesAgain() {
        var term = list(1, LISTED).get(0);
        clock.morningOf(LAST_DAY.minusDays(3));
        var objection = driver.object(term.listing().caseNumber(), "officer1");
        var steps = new RemedySteps(driver, clock, objection);
        steps.register("样例异议理由");
        steps.accept();
        // As if nobody had moved the alarm.
        management.setJobDuedate(
                jobs.of(term.instance(), "timerEvent_termOver").getId(), Date.from(LegalTime.endOfDay(LAST_DAY)));
        midnight();
        var run = expiry.run("engine").orElseThrow();
        assertThat(items(run)).singleElement().satisfies(item -> {
            assertThat(item.outcome()).isEqualTo(Outcome.NOT_OVER);
            assertThat(item.caseNumber()).isEqualTo(term.number());
        });
        assertThat(run.certificate().orElseThrow().notOver()).isEqualTo(1);
        assertThat(term.status().inForce()).isTrue();
        assertThat(term.term().expired()).isEmpty();
        assertThat(jobs.exists(term.instance(), "timerEvent_termOver"))
                .as("set anew")
                .isTrue();
        assertThat(over.waiting()).isZero();
    }

    @Test
    void aRunThatWasInterruptedGoesOnAndNothingIsDoneTwice() {
        var ending = list(5, LISTED);
        midnight();
        var begun = runs.begin("engine", over.waiting());
        over.next(Set.of()).stream().limit(2).forEach(alarm -> expiry.followUp(begun.id(), alarm, new HashSet<>()));
        assertThat(runs.unfinished().orElseThrow()).satisfies(interrupted -> {
            assertThat(interrupted.done()).isEqualTo(2);
            assertThat(interrupted.certificate()).isEmpty();
        });

        var run = expiry.run("supervisor1").orElseThrow();
        assertThat(run.id()).as("the same run").isEqualTo(begun.id());
        assertThat(run.startedBy()).isEqualTo("engine");
        assertThat(run.followedUp()).isEqualTo(5);
        assertThat(items(run)).extracting(ExpiryItem::seq).containsExactly(1, 2, 3, 4, 5);
        assertThat(items(run)).extracting(ExpiryItem::caseNumber).containsExactlyInAnyOrderElementsOf(numbers(ending));
        ending.forEach(this::isFollowedUpOnce);
        assertThat(runs.unfinished()).isEmpty();
    }

    @Test
    void whatFailsIsCertifiedAsFailedAndTriedAgainLater() {
        var ending = list(2, LISTED);
        var broken = ending.get(0);
        var caseId = (String) runtime.getVariable(broken.instance(), "caseId");
        runtime.setVariable(broken.instance(), "caseId", "none");
        midnight();
        var run = expiry.run("engine").orElseThrow();
        assertThat(run.certificate().orElseThrow().followedUp()).isEqualTo(1);
        assertThat(runs.items(run.id(), Optional.of(Outcome.FAILED), 10, 0))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.caseNumber()).isEqualTo(broken.number());
                    assertThat(item.detail()).isNotEmpty();
                });
        assertThat(broken.term().expired()).as("nothing of it was kept").isEmpty();
        assertThat(broken.status().inForce())
                .as("and it is not in force all the same")
                .isFalse();
        isFollowedUpOnce(ending.get(1));
        assertThat(jobs.of(broken.instance(), "timerEvent_termOver").getRetries())
                .isEqualTo(4);
        assertThat(expiry.run("engine")).as("its next try comes later").isEmpty();

        runtime.setVariable(broken.instance(), "caseId", caseId);
        clock.advance(Duration.ofMinutes(6));
        var second = expiry.run("engine").orElseThrow();
        assertThat(second.id()).isGreaterThan(run.id());
        assertThat(second.followedUp()).isEqualTo(1);
        isFollowedUpOnce(broken);
    }

    @Test
    void onlyOneRunsAtATime() {
        list(1, LISTED);
        midnight();
        var others = new ArrayList<Optional<ExpiryRun>>();
        assertThat(oneRunner.run(() -> others.add(expiry.run("engine")))).isTrue();
        assertThat(others).containsExactly(Optional.empty());
        assertThat(over.waiting()).isEqualTo(1);
        assertThat(expiry.run("engine")).as("the lock was given back").isPresent();
    }

    @Test
    void theJobExecutorLeavesTheAlarmsAloneAndMailsStandBehind() {
        var term = list(1, LISTED).get(0);
        midnight();
        var alarm = jobs.of(term.instance(), "timerEvent_termOver").getId();
        assertThat(acquired()).doesNotContain(alarm);
        expiry.run("engine");
        var mails = management
                .createJobQuery()
                .processDefinitionKey("letter-mail")
                .executable()
                .list();
        assertThat(mails).isNotEmpty().allMatch(mail -> mail.getPriority() == -5);
        assertThat(acquired())
                .as("but mails are its own")
                .containsAll(mails.stream().map(mail -> mail.getId()).toList());
    }

    /** The ids of the jobs that the job executor would take now, all of them. */
    private Set<String> acquired() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.isJobExecutorAcquireByPriority()).isTrue();
        var taken = new HashSet<String>();
        var found = configuration
                .getCommandExecutorTxRequired()
                .execute(new AcquireJobsCmd(configuration.getJobExecutor(), 1000));
        found.getJobIdBatches().forEach(taken::addAll);
        jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null")
                .update();
        return taken;
    }

    private List<TermSteps> list(int count, LocalDate on) {
        return IntStream.range(0, count)
                .mapToObj(n -> TermSteps.of(beans, TermCases.on(beans).city(CaseFixture.unit("样例期满企业" + n), on)))
                .toList();
    }

    private void midnight() {
        clock.at(LegalTime.endOfDay(LAST_DAY));
    }

    private void isFollowedUpOnce(TermSteps term) {
        assertThat(term.all()).hasSize(1);
        assertThat(term.term().expired()).isPresent();
        assertThat(jdbc.sql(
                                "select effect from credit.act where case_id = ? and effect in ('ListingExpired', 'DepartmentsTold')")
                        .param(term.term().legalCase().id())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("ListingExpired", "DepartmentsTold");
        assertThat(term.term().letter(LetterKind.TERM_ENDED)).isPresent();
        assertThat(jdbc.sql("select count(*) from credit.letter where case_id = ? and kind = 'TERM_ENDED'")
                        .param(term.term().legalCase().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jobs.exists(term.instance(), "timerEvent_termOver")).isFalse();
    }

    private List<ExpiryItem> items(ExpiryRun run) {
        return runs.items(run.id(), Optional.empty(), 100, 0);
    }

    private static List<String> numbers(List<TermSteps> terms) {
        return terms.stream().map(TermSteps::number).toList();
    }

    private String list(ExpiryRun run) {
        var text = new StringBuilder();
        runs.write(run.id(), text::append);
        return text.toString();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
