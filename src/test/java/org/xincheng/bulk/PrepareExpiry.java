package org.xincheng.bulk;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.xincheng.law.LegalTime;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.TermCases;
import org.xincheng.support.TestClock;

/**
 * Fills a data directory with listings whose terms ended yesterday, and one whose subject is reminded much later: its timer is what {@link RunExpiry} measures the
 * other work by. Arguments: the number of listings, then settings as the application takes them.
 */
public final class PrepareExpiry {

    private static final int TOLD_EVERY = 500;

    private PrepareExpiry() {}

    public static void main(String[] args) throws Exception {
        var count = Integer.parseInt(args[0]);
        var started = System.nanoTime();
        try (var context = BulkDatabase.start(args)) {
            var today = LocalDate.now(LegalTime.ZONE);
            var clock = context.getBean(TestClock.class);
            TermCases.on(context).jinan(CaseFixture.unit("样例期满测量企业"), today.minusDays(30));
            var published = today.minusDays(1).minusYears(1);
            clock.morningOf(published);
            var done = new AtomicInteger();
            BulkDatabase.forEach(0, count, n -> {
                CaseFixture.on(context).published(CaseFixture.unit("样例期满企业" + n), published.minusDays(4), "");
                if (done.incrementAndGet() % TOLD_EVERY == 0) {
                    System.out.println("listed " + done.get());
                }
            });
            System.out.printf("prepared %d listings in %d s%n", count, (System.nanoTime() - started) / 1_000_000_000L);
        }
    }
}
