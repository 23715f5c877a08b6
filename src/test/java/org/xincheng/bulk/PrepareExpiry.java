package org.xincheng.bulk;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.xincheng.XinchengApplication;
import org.xincheng.law.LegalTime;
import org.xincheng.platform.time.MovableClock;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TermCases;
import org.xincheng.support.TestClock;

/**
 * Fills a data directory with listings whose terms ended yesterday, and one whose subject is reminded much later: its timer is what {@link RunExpiry} measures the
 * other work by. Arguments: the number of listings, then settings as the application takes them.
 */
public final class PrepareExpiry {

    private static final int AT_ONCE = 2;
    private static final int TOLD_EVERY = 500;

    private PrepareExpiry() {}

    @Configuration(proxyBeanMethods = false)
    @Import({CaseDriver.class, SampleRecords.class})
    static class Fixtures {

        @Bean
        TestClock testClock(MovableClock clock) {
            return new TestClock(clock);
        }
    }

    public static void main(String[] args) throws Exception {
        var count = Integer.parseInt(args[0]);
        var started = System.nanoTime();
        try (var context = new SpringApplicationBuilder(XinchengApplication.class, Fixtures.class)
                .profiles("demo")
                .web(WebApplicationType.SERVLET)
                .properties("camunda.bpm.job-execution.enabled=false")
                .run(args)) {
            var today = LocalDate.now(LegalTime.ZONE);
            var clock = context.getBean(TestClock.class);
            TermCases.on(context).jinan(CaseFixture.unit("样例期满测量企业"), today.minusDays(30));
            var published = today.minusDays(1).minusYears(1);
            clock.morningOf(published);
            var done = new AtomicInteger();
            var threads = Executors.newFixedThreadPool(AT_ONCE);
            var work = IntStream.range(0, count)
                    .<Callable<Void>>mapToObj(n -> () -> {
                        CaseFixture.on(context).published(CaseFixture.unit("样例期满企业" + n), published.minusDays(4), "");
                        if (done.incrementAndGet() % TOLD_EVERY == 0) {
                            System.out.println("listed " + done.get());
                        }
                        return null;
                    })
                    .toList();
            for (var result : threads.invokeAll(work)) {
                result.get();
            }
            threads.shutdown();
            System.out.printf("prepared %d listings in %d s%n", count, (System.nanoTime() - started) / 1_000_000_000L);
        }
    }
}
