package org.xincheng.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.notice.IssuedLetters.CaseOf;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

/** Numbers of letters (文号): one after the other, none left out, also when several are issued at once. */
@XinchengTest
@Import({IssuedLetters.class, MailServer.class})
class LetterNumbersTest {

    @Autowired
    IssuedLetters issued;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void startAtOneInEachYearAndForEachKind() {
        CaseOf legalCase = issued.openCase("");
        clock.at("2031-12-31T23:59:59");
        assertThat(number(legalCase, LetterKind.DECISION)).isEqualTo("样信认决〔2031〕1号");
        assertThat(number(legalCase, LetterKind.DECISION)).isEqualTo("样信认决〔2031〕2号");
        assertThat(number(legalCase, LetterKind.NOT_LISTED_REPLY)).isEqualTo("样信认复〔2031〕1号");
        clock.at("2032-01-01T00:00");
        assertThat(number(legalCase, LetterKind.DECISION)).isEqualTo("样信认决〔2032〕1号");
    }

    @Test
    void aLetterTakenBackLeavesNoGap() {
        clock.at("2033-06-01T09:00");
        CaseOf legalCase = issued.openCase("");
        transaction.executeWithoutResult(status -> {
            issued.issueHere(legalCase, LetterKind.DECISION);
            status.setRollbackOnly();
        });

        assertThat(number(legalCase, LetterKind.DECISION)).isEqualTo("样信认决〔2033〕1号");
    }

    @Test
    void theSecondOfTwoAtOnceTakesTheNextNumberOnceTheFirstIsKept() throws Exception {
        clock.at("2034-06-01T09:00");

        assertThat(numberOfTheSecond(false)).isEqualTo("样信认决〔2034〕2号");
    }

    @Test
    void theSecondOfTwoAtOnceTakesTheSameNumberWhenTheFirstIsTakenBack() throws Exception {
        clock.at("2035-06-01T09:00");

        assertThat(numberOfTheSecond(true)).isEqualTo("样信认决〔2035〕1号");
    }

    /** The first transaction holds its number open until the second one waits for it. */
    private String numberOfTheSecond(boolean firstTakenBack) throws Exception {
        CaseOf first = issued.openCase("");
        CaseOf second = issued.openCase("");
        var taken = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        Future<?> firstIssue = threads.submit(() -> transaction.executeWithoutResult(status -> {
            issued.issueHere(first, LetterKind.DECISION);
            taken.countDown();
            awaitLatch(finish);
            if (firstTakenBack) {
                status.setRollbackOnly();
            }
        }));
        awaitLatch(taken);
        Callable<String> issueSecond = () -> number(second, LetterKind.DECISION);
        Future<String> secondIssue = threads.submit(issueSecond);
        await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
        assertThat(secondIssue.isDone()).isFalse();
        finish.countDown();
        firstIssue.get(30, TimeUnit.SECONDS);
        return secondIssue.get(30, TimeUnit.SECONDS);
    }

    private boolean somebodyWaits() {
        List<Integer> waiting = jdbc.sql("select pid from pg_locks where locktype = 'advisory' and not granted"
                        + " and database = (select oid from pg_database where datname = current_database())")
                .query(Integer.class)
                .list();
        return !waiting.isEmpty();
    }

    private String number(CaseOf legalCase, LetterKind kind) {
        return issued.issue(legalCase, kind).number();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
