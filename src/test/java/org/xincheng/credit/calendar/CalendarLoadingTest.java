package org.xincheng.credit.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.BadInputException.Fault;
import org.xincheng.law.Counting;
import org.xincheng.law.DayKind;
import org.xincheng.support.Identifiers;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Each test loads a year of its own, made up; what one loads is there for the next. */
@XinchengTest
@DirtiesContext
class CalendarLoadingTest {

    @Autowired
    CalendarLoading loading;

    @Autowired
    Calendars calendars;

    @Autowired
    CurrentCalendar current;

    @Autowired
    Counting counting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        elsewhere.shutdownNow();
    }

    @Test
    void aLoadedYearIsKeptLoggedAndCountedByAtOnce() {
        clock.at("2030-11-20T09:00");
        var before = current.get();
        assertThat(before.isKnown(day("2031-01-01"))).isFalse();

        var id = loading.load(notice(2031, "样例办〔2030〕1号", "2030-11-10", """
                2030-12-31,OFF,元旦

                2031-01-01，OFF，元旦
                2031-01-04\tWORK\t元旦
                """), "admin");

        assertThat(counting.calendar().kind(day("2031-01-01"))).isEqualTo(DayKind.DAY_OFF);
        assertThat(counting.calendar().kind(day("2031-01-04"))).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(counting.calendar().kind(day("2031-01-02"))).isEqualTo(DayKind.WORKDAY);
        assertThat(counting.calendar().name(day("2030-12-31"))).isEqualTo("元旦");
        assertThat(counting.calendar().version()).isNotEqualTo(before.version());
        var loaded = calendars.byId(id).orElseThrow();
        assertThat(loaded.notice().document()).isEqualTo("样例办〔2030〕1号");
        assertThat(loaded.notice().issued()).isEqualTo("2030-11-10");
        assertThat(loaded.loadedBy()).isEqualTo("admin");
        assertThat(loaded.loadedAt()).isEqualTo(clock.now());
        assertThat(loaded.days())
                .extracting(named -> named.date().toString(), named -> named.worked(), named -> named.name())
                .containsExactly(
                        tuple("2030-12-31", false, "元旦"),
                        tuple("2031-01-01", false, "元旦"),
                        tuple("2031-01-04", true, "元旦"));
        assertThat(logged("2031/" + id)).isEqualTo(1);
    }

    @Test
    void aLaterNoticeForTheYearReplacesTheDaysItNamesAndNoOthers() {
        clock.at("2033-03-20T09:00");
        loading.load(notice(2033, "样例办〔2032〕1号", "2032-11-10", """
                2032-12-31,OFF,元旦
                2033-01-03,OFF,元旦
                2033-05-03,OFF,劳动节
                2033-05-04,OFF,劳动节
                2033-05-07,WORK,劳动节
                """), "admin");

        loading.load(notice(2033, "样例办〔2033〕2号", "2033-03-20", """
                2033-05-04,WORK,劳动节
                2033-05-05,OFF,劳动节
                2033-05-07,OFF,劳动节
                """), "supervisor1");

        var calendar = counting.calendar();
        assertThat(calendar.kind(day("2033-05-04"))).as("no day off any more").isEqualTo(DayKind.WORKDAY);
        assertThat(calendar.kind(day("2033-05-05"))).isEqualTo(DayKind.DAY_OFF);
        assertThat(calendar.kind(day("2033-05-07"))).isEqualTo(DayKind.DAY_OFF);
        assertThat(calendar.kind(day("2033-05-03"))).as("not named again").isEqualTo(DayKind.DAY_OFF);
        assertThat(calendar.isWorked(day("2032-12-31"))).isFalse();
        assertThat(calendar.notices())
                .filteredOn(notice -> notice.year() == 2033)
                .extracting(notice -> notice.document())
                .containsExactly("样例办〔2032〕1号", "样例办〔2033〕2号");
        // A process that reads the rows comes to the same calendar as the one that loaded them.
        assertThat(new CurrentCalendar(calendars).get().version()).isEqualTo(calendar.version());
    }

    @Test
    void aYearOfTheClasspathIsCorrectedToo() {
        clock.at("2026-12-01T09:00");
        loading.load(notice(2026, "样例办〔2026〕9号", "2026-11-30", "2026-12-07,OFF,样例假日"), "admin");

        assertThat(counting.calendar().kind(day("2026-12-07"))).isEqualTo(DayKind.DAY_OFF);
        assertThat(counting.calendar().kind(day("2026-10-01"))).isEqualTo(DayKind.DAY_OFF);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2035-01-01,OFF | 第1行：应为“日期,OFF或者WORK,节日名称”三项",
                "2035-02-30,OFF,春节 | 第1行：日期应写作2027-01-01，并且确有这一天",
                "2035-01-01,FREE,元旦 | 第1行：第二项应为OFF（放假）或者WORK（调休上班）",
                "2034-11-30,OFF,元旦 | 第1行：2034-11-30不在2035年，也不在上一年12月，该通知不能安排",
                "2036-01-01,OFF,元旦 | 第1行：2036-01-01不在2035年，也不在上一年12月，该通知不能安排",
                "2035-01-02,WORK,元旦 | 第1行：2035-01-02是周一至周五，本来就上班，不是调休上班日",
                "2035-01-01,OFF, | 「第1行节日名称」未填写",
                "'' | 「放假和调休上班日」未填写"
            })
    void aLineThatCannotBeTakenIsNamed(String line, String fault) {
        clock.at("2034-11-20T09:00");

        var thrown = refused(notice(2035, "样例办〔2034〕1号", "2034-11-10", line));

        assertThat(thrown.faults())
                .extracting(Fault::zh)
                .singleElement()
                .asString()
                .startsWith(fault);
        assertThat(counting.calendar().isKnown(day("2035-01-01"))).isFalse();
    }

    @Test
    void everyFaultIsToldAtOnce() {
        clock.at("2034-11-20T09:00");

        var rows = refused(notice(2035, "样例办〔2034〕1号", "2034-11-10", """
                2035-01-01,OFF,元旦
                2035-01-01,OFF,元旦
                x,OFF,元旦
                """));
        assertThat(rows.faults())
                .extracting(Fault::field, Fault::zh)
                .containsExactly(
                        tuple("days.2", "第2行：2035-01-01已在第1行列出"), tuple("days.3", "第3行：日期应写作2027-01-01，并且确有这一天"));

        var number = Identifiers.residentId(LocalDate.of(1980, 6, 7), Identifiers.next());
        assertThat(refused(notice(2035, "样例办〔2034〕1号", "2034-11-10", "2035-01-01,OFF," + number))
                        .faults())
                .extracting(Fault::field)
                .containsExactly("days.1");

        var head = refused(new NewNotice(null, " ", "", null, "", "x"));
        assertThat(head.faults()).extracting(Fault::field).containsExactly("year", "document", "title", "issued");

        assertThat(refused(notice(2035, "样例办〔2034〕1号", "2034-11-21", "2035-01-01,OFF,元旦"))
                        .faults())
                .extracting(Fault::zh)
                .containsExactly("签发日期不能晚于今天");
        assertThat(refused(notice(2035, "样例办〔2033〕1号", "2033-11-21", "2035-01-01,OFF,元旦"))
                        .faults())
                .extracting(Fault::zh)
                .containsExactly("签发日期应在2034年或者2035年，请核对年度和日期");
        assertThat(refused(notice(1999, "样例办〔1998〕1号", "1998-11-21", "1999-01-01,OFF,元旦"))
                        .faults())
                .extracting(Fault::field)
                .containsExactly("year");
        assertThat(refused(notice(2026, "样例办〔2025〕1号", "2025-11-01", "2026-12-08,OFF,样例"))
                        .faults())
                .extracting(Fault::zh)
                .singleElement()
                .asString()
                .startsWith("2026年已载入");
    }

    @Test
    void whatIsLoadedAlreadyIsNotLoadedAgain() {
        clock.at("2036-11-20T09:00");
        var entered = notice(2037, "样例办〔2036〕1号", "2036-11-10", "2037-01-01,OFF,元旦");
        loading.load(entered, "admin");

        assertThat(refused(entered).faults()).extracting(Fault::zh).containsExactly("这份通知已经载入，内容没有不同，不必再次载入");
        assertThat(calendars.all())
                .filteredOn(loaded -> loaded.notice().year() == 2037)
                .hasSize(1);
    }

    @Test
    void tryingOutKeepsNothing() {
        clock.at("2038-11-20T09:00");
        var entered = notice(2039, "样例办〔2038〕1号", "2038-11-10", "2039-01-03,OFF,元旦");

        assertThat(loading.tryOut(entered).kind(day("2039-01-03"))).isEqualTo(DayKind.DAY_OFF);

        assertThat(counting.calendar().isKnown(day("2039-01-03"))).isFalse();
        assertThat(calendars.all()).noneMatch(loaded -> loaded.notice().year() == 2039);
    }

    @Test
    void aLoadingIsSeenInItsTransactionAndElsewhereOnlyAfterTheCommit() {
        clock.at("2040-11-20T09:00");
        var entered = notice(2041, "样例办〔2040〕1号", "2040-11-10", "2041-01-01,OFF,元旦");
        var apart = new TransactionTemplate(transaction.getTransactionManager());
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(status -> {
            loading.load(entered, "admin");
            assertThat(knows(2041)).isTrue();
            assertThat(inAnotherThread(() -> knows(2041))).isFalse();
            assertThat(apart.<Boolean>execute(inner -> knows(2041))).isFalse();
            assertThat(knows(2041)).as("again after the inner transaction").isTrue();
        });

        assertThat(knows(2041)).isTrue();
        assertThat(inAnotherThread(() -> knows(2041))).isTrue();
    }

    @Test
    void aLoadingThatIsRolledBackLeavesNothing() {
        clock.at("2042-11-20T09:00");
        var entered = notice(2043, "样例办〔2042〕1号", "2042-11-10", "2043-01-01,OFF,元旦");
        var version = counting.calendar().version();

        transaction.executeWithoutResult(status -> {
            loading.load(entered, "admin");
            assertThat(knows(2043)).isTrue();
            status.setRollbackOnly();
        });

        assertThat(counting.calendar().version()).isEqualTo(version);
        assertThat(current.refresh().version()).isEqualTo(version);
        assertThat(calendars.all()).noneMatch(loaded -> loaded.notice().year() == 2043);
        assertThat(jdbc.sql("select count(*) from audit.entry where object like '2043/%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anotherProcessNoticesBeforeItKeepsADate() {
        clock.at("2044-11-20T09:00");
        var other = new CurrentCalendar(calendars);
        assertThat(other.get().isKnown(day("2045-01-02"))).isFalse();

        loading.load(notice(2045, "样例办〔2044〕1号", "2044-11-10", "2045-01-02,OFF,元旦"), "admin");

        assertThat(other.get().isKnown(day("2045-01-02")))
                .as("it has not looked")
                .isFalse();
        assertThat(transaction.execute(status -> other.forKeeping()).kind(day("2045-01-02")))
                .isEqualTo(DayKind.DAY_OFF);
        assertThat(other.get().isKnown(day("2045-01-02"))).isTrue();
    }

    @Test
    void whoKeepsADateHoldsALoadingUpUntilItHasCommitted() {
        clock.at("2046-11-20T09:00");
        var entered = notice(2047, "样例办〔2046〕1号", "2046-11-10", "2047-01-01,OFF,元旦");

        Future<Long> waiting = transaction.execute(status -> {
            current.forKeeping();
            Future<Long> started = elsewhere.submit(() -> loading.load(entered, "admin"));
            awaitAWaiter();
            assertThat(started.isDone()).isFalse();
            assertThat(knows(2047)).isFalse();
            return started;
        });

        assertThat(result(waiting)).isPositive();
        assertThat(knows(2047)).isTrue();
    }

    private void awaitAWaiter() {
        var waiters = "select count(*) from pg_locks where locktype = 'advisory' and not granted and database = "
                + "(select oid from pg_database where datname = current_database())";
        var given = jdbc.sql("select clock_timestamp() + interval '30 seconds'")
                .query(OffsetDateTime.class)
                .single();
        while (jdbc.sql(waiters).query(Integer.class).single() == 0) {
            assertThat(jdbc.sql("select clock_timestamp() < ?")
                            .param(given)
                            .query(Boolean.class)
                            .single())
                    .as("the loading waits")
                    .isTrue();
        }
    }

    private boolean knows(int year) {
        return counting.calendar().years().contains(year);
    }

    private <T> T inAnotherThread(Callable<T> question) {
        return result(elsewhere.submit(question));
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private BadInputException refused(NewNotice entered) {
        var thrown = catchThrowableOfType(BadInputException.class, () -> loading.load(entered, "admin"));
        assertThat(thrown).isNotNull();
        return thrown;
    }

    private int logged(String object) {
        return jdbc.sql(
                        "select count(*) from audit.entry where action = 'calendar.load' and object = ? and actor = 'admin'")
                .param(object)
                .query(Integer.class)
                .single();
    }

    private static NewNotice notice(int year, String document, String issued, String days) {
        return new NewNotice(year, document, "样例安排" + year, day(issued), "", days);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
