package org.xincheng.bulk;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.law.LegalTime;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.ListingSteps;
import org.xincheng.support.RemedySteps;
import org.xincheng.support.RepairSteps;
import org.xincheng.support.TestClock;

/**
 * Fills a data directory with cases as a city's office has them: most are listings in force with their terms, some are disputed, some ask for repair, some are being
 * heard, some have just been opened. A thousand subjects' cases go through the store, and the open ones through the engine, so that their files show tasks, letters
 * and deadlines; the others are {@linkplain CaseCopies copies} of them. Arguments: the number of cases, then settings as the application takes them.
 */
public final class PrepareDesk {

    /** In how many days the cases came; the last of them is yesterday. */
    private static final int DAYS = 250;

    private static final int SUBJECTS_A_DAY = 4;

    /** Of ten subjects: six listed (2 cases each), one disputes (3), one asks for repair (3), one is heard (1), one was opened (1). */
    private static final int KINDS = 10;

    private PrepareDesk() {}

    public static void main(String[] args) throws Exception {
        var wanted = Integer.parseInt(args[0]);
        var started = System.nanoTime();
        try (var context = BulkDatabase.start(args)) {
            var clock = context.getBean(TestClock.class);
            var yesterday = LocalDate.now(LegalTime.ZONE).minusDays(1);
            for (int day = 0; day < DAYS; day++) {
                clock.morningOf(yesterday.minusDays(DAYS - 1L - day));
                BulkDatabase.forEach(day * SUBJECTS_A_DAY, (day + 1) * SUBJECTS_A_DAY, n -> open(context, n));
            }
            var made = cases(context);
            System.out.printf("made %d cases in %d s%n", made, seconds(started));
            new CaseCopies(context).make((int) ((wanted - 1) / made));
            System.out.printf("prepared %d cases in %d s%n", cases(context), seconds(started));
        }
    }

    private static long cases(ConfigurableApplicationContext context) {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from credit.legal_case")
                .query(Long.class)
                .single();
    }

    private static long seconds(long started) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
    }

    private static void open(ConfigurableApplicationContext context, int n) {
        var clock = context.getBean(TestClock.class);
        var driver = context.getBean(CaseDriver.class);
        var fixture = CaseFixture.on(context);
        var subject = CaseFixture.unit("样例测量企业" + n + "有限公司");
        var documentDate = clock.today().minusDays(4);
        switch (n % KINDS) {
            case 6 ->
                new RemedySteps(
                                driver,
                                clock,
                                driver.object(
                                        fixture.published(subject, documentDate, "")
                                                .number(),
                                        "officer1"))
                        .register("样例异议")
                        .accept();
            case 7 ->
                new RepairSteps(
                                driver,
                                clock,
                                driver.repair(
                                        fixture.published(subject, documentDate, "")
                                                .number(),
                                        "officer1"))
                        .register();
            case 8 -> opened(context, fixture, n).draft().review(true).serve();
            case 9 -> opened(context, fixture, n);
            default -> fixture.published(subject, documentDate, "");
        }
    }

    private static ListingSteps opened(ConfigurableApplicationContext context, CaseFixture fixture, int n) {
        var clock = context.getBean(TestClock.class);
        var driver = context.getBean(CaseDriver.class);
        var subject = CaseFixture.unit("样例测量企业" + n + "有限公司");
        var record =
                fixture.record(subject, "WS-CITY", "WS-CITY-J-02", clock.today().minusDays(4));
        return new ListingSteps(driver, clock, driver.start(record.number(), "officer1"));
    }
}
