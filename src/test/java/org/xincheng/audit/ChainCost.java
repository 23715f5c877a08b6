package org.xincheng.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import org.xincheng.law.LegalTime;
import org.xincheng.platform.database.EmbeddedServer;
import org.xincheng.platform.database.EmbeddedServer.Durability;

/**
 * Measures what the chain costs: the same transactions with the trigger and without it, by turns, within one run and with commits that
 * reach the disk. Run it by hand, as any main class of the test classes; it judges nothing.
 */
public final class ChainCost {

    private static final String DATABASE = "cost";
    private static final int ROUNDS = 3;
    private static final int TRANSACTIONS = 1500;
    private static final int[] CLIENTS = {1, 4, 8};

    private final TransactionTemplate transaction;
    private final AuditLog log;
    private final JdbcClient owner;

    private ChainCost(HikariDataSource application, JdbcClient owner) {
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(application));
        this.log = new JdbcAuditLog(JdbcClient.create(application), Clock.system(LegalTime.ZONE));
        this.owner = owner;
    }

    /** Prints a line per number of clients: transactions per second and the mean time of one, without and with the chain. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("chain-cost");
        try (EmbeddedServer server = EmbeddedServer.start(directory, Durability.CRASH_SAFE)) {
            server.createDatabase(DATABASE);
            Flyway.configure()
                    .dataSource(server.dataSource(EmbeddedServer.OWNER_ROLE, DATABASE))
                    .locations("classpath:db/migration")
                    .defaultSchema("platform")
                    .schemas("platform")
                    .load()
                    .migrate();
            try (var pool = new HikariDataSource()) {
                pool.setJdbcUrl(server.jdbcUrl(DATABASE));
                pool.setUsername(EmbeddedServer.APPLICATION_ROLE);
                pool.setMaximumPoolSize(8);
                new ChainCost(pool, JdbcClient.create(server.dataSource(EmbeddedServer.OWNER_ROLE, DATABASE))).run();
            }
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private void run() throws Exception {
        measure(4, true);
        measure(4, false);
        for (int clients : CLIENTS) {
            double without = 0;
            double with = 0;
            for (int round = 0; round < ROUNDS; round++) {
                without += measure(clients, false) / ROUNDS;
                with += measure(clients, true) / ROUNDS;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d clients: %.0f/s without, %.0f/s with the chain; %.2f and %.2f ms per transaction%n",
                    clients,
                    without,
                    with,
                    clients * 1000 / without,
                    clients * 1000 / with);
        }
    }

    /** Transactions per second, each with two entries. */
    private double measure(int clients, boolean chained) throws Exception {
        owner.sql("alter table audit.entry " + (chained ? "enable always" : "disable") + " trigger link_entry")
                .update();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            Callable<Void> work = () -> {
                for (int i = 0; i < TRANSACTIONS / clients; i++) {
                    transaction.executeWithoutResult(begun -> {
                        log.command("officer1", "listing-determination.LegallyReviewed", "RD-2026-000001", "done");
                        log.read("officer1", null, "办理案件RD-2026-000001", "listing-determination/legalReview");
                    });
                }
                return null;
            };
            List<Callable<Void>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(work);
            }
            long begin = System.nanoTime();
            for (Future<Void> one : threads.invokeAll(all)) {
                one.get();
            }
            return TRANSACTIONS / clients * clients / ((System.nanoTime() - begin) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }
}
