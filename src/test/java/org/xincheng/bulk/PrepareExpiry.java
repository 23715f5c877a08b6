package org.xincheng.bulk;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.xincheng.XinchengApplication;
import org.xincheng.law.LegalTime;
import org.xincheng.platform.database.EmbeddedConnections;
import org.xincheng.platform.database.EmbeddedServer;
import org.xincheng.platform.database.EmbeddedServer.Durability;
import org.xincheng.platform.time.MovableClock;
import org.xincheng.support.CaseFixture;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TermCases;
import org.xincheng.support.TestClock;

/**
 * Fills a data directory with listings whose terms ended yesterday, and one whose subject is reminded much later: its timer is what {@link RunExpiry} measures the
 * other work by. Arguments: the number of listings, then settings as the application takes them.
 */
public final class PrepareExpiry {

    /** As the demo names it, which follows them up. */
    private static final String DATABASE = "xincheng";

    private static final int AT_ONCE = 2;
    private static final int TOLD_EVERY = 500;

    private PrepareExpiry() {}

    /** No component: the scan of the application must not find it. */
    @Import(SampleRecords.class)
    static class Fixtures {

        @Bean
        EmbeddedServer embeddedServer(@Value("${xincheng.data-dir}") Path directory) {
            var server = EmbeddedServer.start(directory, Durability.CRASH_SAFE);
            server.createDatabase(DATABASE);
            return server;
        }

        @Bean
        JdbcConnectionDetails applicationConnection(EmbeddedServer server) {
            return EmbeddedConnections.application(server, DATABASE);
        }

        @Bean
        FlywayConnectionDetails migrationConnection(EmbeddedServer server) {
            return EmbeddedConnections.migration(server, DATABASE);
        }

        /** What the pages of the profile want; nothing is mailed here. */
        @Bean(initMethod = "start", destroyMethod = "stop")
        GreenMail greenMail() {
            return new GreenMail(ServerSetup.SMTP.dynamicPort());
        }

        @Bean
        TestClock testClock(MovableClock clock) {
            return new TestClock(clock);
        }
    }

    public static void main(String[] args) throws Exception {
        var count = Integer.parseInt(args[0]);
        var started = System.nanoTime();
        try (var context = new SpringApplicationBuilder(XinchengApplication.class, Fixtures.class)
                // The demo's clock only moves forward.
                .profiles("test")
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
