package org.xincheng.procedure.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.calendar.CalendarLoading;
import org.xincheng.credit.calendar.NewNotice;
import org.xincheng.credit.cases.Deadlines;
import org.xincheng.credit.cases.Recount;
import org.xincheng.credit.cases.Recounting;
import org.xincheng.credit.listing.ListingClock;
import org.xincheng.credit.listing.Listings;
import org.xincheng.law.Counting;
import org.xincheng.law.LegalTime;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.Jobs;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Cases over a New Year whose notice is loaded while they are open; each test has a New Year of its own. */
@XinchengTest
@DirtiesContext
class DatesFollowTheCalendarTest {

    private static final String DETERMINATION = "listing-determination";

    @Autowired
    CalendarLoading loading;

    @Autowired
    Recounting recounting;

    @Autowired
    Deadlines deadlines;

    @Autowired
    CaseDriver driver;

    @Autowired
    Counting counting;

    @Autowired
    Jobs jobs;

    @Autowired
    SampleRecords records;

    @Autowired
    Listings listings;

    @Autowired
    ListingClock listingClock;

    @Autowired
    TaskService tasks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Test
    void openTasksAndTimersMoveOverNewYear2027() {
        clock.at("2026-12-01T09:00");
        var early = start();
        clock.at("2026-12-24T09:00");
        var window = new ListingSteps(driver, clock, start());
        window.at("2026-12-25T09:00").draft("WS-CITY-M-02");
        window.at("2026-12-26T09:00").review(true);
        window.at("2026-12-29T09:00").serve();
        clock.at("2026-12-28T09:00");
        var drafting = start();
        var moved = start();
        tasks.setDueDate(
                driver.task(moved, "userTask_draftDetermination").getId(),
                Date.from(Instant.parse("2027-01-20T04:00:00Z")));
        var closed = CaseFixture.on(beans).published(CaseFixture.unit("样例公示企业"), LocalDate.of(2026, 12, 1), "");
        var rowsOfClosed = deadlines.ofCase(closed.id());

        assertThat(driver.due(drafting, "userTask_draftDetermination")).isEqualTo("2027-01-04");
        assertThat(driver.due(window.caseNumber(), "userTask_registerResponse")).isEqualTo("2027-01-05");
        assertThat(deadlines.latest(closed.id(), "publication").orElseThrow().provisional())
                .isTrue();

        clock.at("2026-12-30T09:00");
        var entered = notice(2027, "样例办〔2026〕1号", "2026-12-30", "2027-01-01,OFF,元旦\n2027-01-02,OFF,元旦");
        var foretold = recounting.tryOut(loading.tryOut(entered), 2027);
        assertThat(driver.due(drafting, "userTask_draftDetermination"))
                .as("trying out moves nothing")
                .isEqualTo("2027-01-04");

        var id = loading.load(entered, "admin");

        assertThat(driver.due(drafting, "userTask_draftDetermination")).isEqualTo("2027-01-05");
        assertThat(timer(drafting, "boundaryEvent_draftDeterminationLate")).isEqualTo(endOf("2027-01-05"));
        assertThat(driver.due(window.caseNumber(), "userTask_registerResponse")).isEqualTo("2027-01-06");
        assertThat(timer(window.caseNumber(), "boundaryEvent_windowEnds")).isEqualTo(endOf("2027-01-06"));
        var draft = deadlines.latest(driver.caseId(drafting), "draft").orElseThrow();
        assertThat(draft.due()).isEqualTo("2027-01-05");
        assertThat(draft.provisional()).isFalse();
        assertThat(draft.calendarVersion()).isEqualTo(counting.calendar().version());
        assertThat(deadlines.ofCase(driver.caseId(drafting)))
                .as("what was kept before stays, and nothing is kept twice")
                .hasSize(2);

        assertThat(driver.due(moved, "userTask_draftDetermination"))
                .as("set by hand")
                .isEqualTo("2027-01-20");
        assertThat(timer(moved, "boundaryEvent_draftDeterminationLate")).isEqualTo(endOf("2027-01-05"));

        assertThat(deadlines.ofCase(driver.caseId(early))).as("untouched").hasSize(1);
        assertThat(driver.due(early, "userTask_draftDetermination")).isEqualTo("2026-12-08");
        assertThat(deadlines.ofCase(closed.id())).isEqualTo(rowsOfClosed);

        assertThat(recounting.causedBy(id, 100, 0)).isEqualTo(foretold);
        assertThat(recounting.totalCausedBy(id)).isEqualTo(foretold.size());
        assertThat(foretold)
                .filteredOn(recount -> recount.caseNumber().equals(drafting))
                .extracting(
                        Recount::step,
                        recount -> recount.before().due().toString(),
                        recount -> recount.before().provisional(),
                        recount -> recount.after().due().toString(),
                        recount -> recount.after().provisional())
                .containsExactly(tuple("draft", "2027-01-04", true, "2027-01-05", false));
        assertThat(foretold).extracting(Recount::caseNumber).doesNotContain(early, closed.number());

        // The window ends on its new last day and not before.
        assertThat(window.windowEnds()).isEqualTo("2027-01-06");
    }

    @Test
    void aCorrectionMovesTheDatesAgainAndARolledBackOneDoesNot() {
        clock.at("2028-12-28T09:00");
        var number = start();
        assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2029-01-04");
        clock.at("2028-12-29T09:00");
        loading.load(notice(2029, "样例办〔2028〕1号", "2028-12-29", "2029-01-01,OFF,元旦"), "admin");
        assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2029-01-05");

        var correction = notice(2029, "样例办〔2028〕2号", "2028-12-29", "2029-01-01,WORK,元旦");
        transaction.executeWithoutResult(status -> {
            loading.load(correction, "admin");
            assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2029-01-04");
            status.setRollbackOnly();
        });
        assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2029-01-05");
        assertThat(timer(number, "boundaryEvent_draftDeterminationLate")).isEqualTo(endOf("2029-01-05"));
        assertThat(deadlines
                        .latest(driver.caseId(number), "draft")
                        .orElseThrow()
                        .due())
                .isEqualTo("2029-01-05");

        loading.load(correction, "admin");
        assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2029-01-04");
        assertThat(timer(number, "boundaryEvent_draftDeterminationLate")).isEqualTo(endOf("2029-01-04"));
        assertThat(deadlines.ofCase(driver.caseId(number))).hasSize(3);
    }

    @Test
    void aStepThatIsNotLateAfterAllIsFlaggedAgainWhenItIs() {
        clock.at("2030-12-26T09:00");
        var number = start();
        assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2031-01-02");
        assertThat(driver.fire(number, DETERMINATION, "boundaryEvent_draftDeterminationLate"))
                .isEqualTo("2031-01-03");
        assertThat(jobs.exists(driver.instance(number, DETERMINATION), "boundaryEvent_draftDeterminationLate"))
                .isFalse();

        clock.at("2031-01-03T09:00");
        loading.load(notice(2031, "样例办〔2030〕1号", "2030-12-31", "2031-01-01,OFF,元旦"), "admin");

        assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2031-01-03");
        assertThat(timer(number, "boundaryEvent_draftDeterminationLate")).isEqualTo(endOf("2031-01-03"));
        assertThat(flags(number)).isEqualTo(1);
        assertThat(driver.fire(number, DETERMINATION, "boundaryEvent_draftDeterminationLate"))
                .isEqualTo("2031-01-04");
        assertThat(flags(number)).isEqualTo(2);
    }

    @Test
    void aStepThatStaysLateIsNotFlaggedAgain() {
        clock.at("2032-12-27T09:00");
        var number = start();
        assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2033-01-03");
        driver.fire(number, DETERMINATION, "boundaryEvent_draftDeterminationLate");

        clock.at("2033-01-10T09:00");
        loading.load(notice(2033, "样例办〔2032〕1号", "2032-12-31", "2033-01-03,OFF,元旦"), "admin");

        assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2033-01-04");
        assertThat(jobs.exists(driver.instance(number, DETERMINATION), "boundaryEvent_draftDeterminationLate"))
                .isFalse();
        assertThat(flags(number)).isEqualTo(1);
    }

    @Test
    void theLastDayForPublicationMovesWithItsStepAndTheTermWithIt() {
        clock.at("2034-12-28T09:00");
        var fixture = CaseFixture.on(beans);
        var opened =
                fixture.decided(CaseFixture.unit("样例待公示企业"), "WS-CITY", "WS-CITY-J-02", LocalDate.of(2034, 12, 1), "");
        fixture.takeEffect(opened);
        var before = listings.ofCase(opened.id()).orElseThrow().publishBy();
        assertThat(before).isEqualTo("2035-01-11");

        clock.at("2034-12-29T09:00");
        loading.load(notice(2035, "样例办〔2034〕1号", "2034-12-29", "2035-01-01,OFF,元旦\n2035-01-02,OFF,元旦"), "admin");

        var listing = listings.ofCase(opened.id()).orElseThrow();
        assertThat(listing.publishBy()).isEqualTo("2035-01-15");
        assertThat(listingClock.on(listing, LocalDate.of(2035, 1, 15)).termStart())
                .isNull();
        assertThat(listingClock.on(listing, LocalDate.of(2035, 1, 16)).termStart())
                .isEqualTo("2035-01-15");
    }

    @Test
    void aNoticeThatAnotherProcessLoadedCountsForTheNextDateThatIsKept() {
        clock.at("2038-12-28T09:00");
        jdbc.sql("""
                        with notice as (
                          insert into credit.calendar_notice (year, document, title, issued, remark, loaded_at, loaded_by)
                          values (2039, '样例办〔2038〕1号', '样例安排', date '2038-12-01', '', now(), 'admin') returning id)
                        insert into credit.calendar_day (notice_id, day, kind, name)
                        select id, date '2039-01-03', 'OFF', '元旦' from notice
                        """).update();
        assertThat(counting.calendar().years()).doesNotContain(2039);

        var number = start();

        // 29, 30 and 31 December, whose year nobody has loaded, then 4 and 5 January.
        assertThat(driver.due(number, "userTask_draftDetermination")).isEqualTo("2039-01-05");
        assertThat(counting.calendar().years()).contains(2039);
    }

    @Test
    void theReplyThatAClosedCaseStillOwesMoves() {
        clock.at("2036-12-22T09:00");
        var steps = new ListingSteps(driver, clock, start());
        steps.draft("WS-CITY-M-02");
        steps.review(true);
        steps.serve();
        steps.respond("WAIVER");
        steps.at("2036-12-30T09:00").deliberate("NOT_LIST");
        var number = steps.caseNumber();
        assertThat(driver.determination(number).closed()).isPresent();
        var before = driver.due(number, "userTask_serveLetter");
        var draft = deadlines.latest(driver.caseId(number), "draft").orElseThrow();
        assertThat(deadlines
                        .latest(driver.caseId(number), "replyService")
                        .orElseThrow()
                        .provisional())
                .isTrue();

        clock.at("2036-12-31T09:00");
        loading.load(notice(2037, "样例办〔2036〕1号", "2036-12-31", "2037-01-01,OFF,元旦"), "admin");

        assertThat(before).isEqualTo("2037-01-08");
        assertThat(driver.due(number, "userTask_serveLetter")).isEqualTo("2037-01-09");
        assertThat(deadlines.latest(driver.caseId(number), "draft").orElseThrow())
                .as("done in a closed case")
                .isEqualTo(draft);
    }

    private String start() {
        var handled = clock.today().minusDays(7);
        return driver.start(
                records.take(records.enterprise(), "WS-CITY", "WS-CITY-J-05", handled)
                        .number(),
                "officer1");
    }

    private Instant timer(String caseNumber, String activity) {
        return jobs.dueAt(driver.instance(caseNumber, DETERMINATION), activity).toInstant();
    }

    private int flags(String caseNumber) {
        return jdbc.sql("select count(*) from credit.act where case_id = ? and effect = 'LatenessFlagged'")
                .param(driver.caseId(caseNumber))
                .query(Integer.class)
                .single();
    }

    private static Instant endOf(String day) {
        return LegalTime.endOfDay(LocalDate.parse(day));
    }

    private static NewNotice notice(int year, String document, String issued, String days) {
        return new NewNotice(year, document, "样例安排" + year, LocalDate.parse(issued), "", days);
    }
}
