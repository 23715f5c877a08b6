package org.xincheng.bulk;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.xincheng.XinchengApplication;
import org.xincheng.platform.database.EmbeddedConnections;
import org.xincheng.platform.database.EmbeddedServer;
import org.xincheng.platform.database.EmbeddedServer.Durability;
import org.xincheng.platform.time.MovableClock;
import org.xincheng.support.CaseDriver;
import org.xincheng.support.Jobs;
import org.xincheng.support.SampleRecords;
import org.xincheng.support.TestClock;

/** The application on a data directory that is being filled: no job executor, no mail that leaves, a clock that goes wherever the cases want it. */
final class BulkDatabase {

    /** As the demo names it, which takes the directory over. */
    private static final String DATABASE = "xincheng";

    private static final int AT_ONCE = 2;

    private BulkDatabase() {}

    /** No component: the scan of the application must not find it. */
    @Import({SampleRecords.class, CaseDriver.class, Jobs.class})
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

    /** Starts it; the settings are the application's. The demo's clock only moves forward, so it is the tests' profile. */
    static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(XinchengApplication.class, Fixtures.class)
                .profiles("test")
                .run(settings);
    }

    /** Does a piece of work for each number from the first until before the last, two at a time. */
    static void forEach(int first, int beforeLast, IntConsumer work) throws Exception {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Void>> pieces = IntStream.range(first, beforeLast)
                    .<Callable<Void>>mapToObj(n -> () -> {
                        work.accept(n);
                        return null;
                    })
                    .toList();
            for (var result : threads.invokeAll(pieces)) {
                result.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
