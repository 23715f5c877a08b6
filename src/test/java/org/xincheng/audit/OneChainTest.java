package org.xincheng.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.credit.cases.CaseLog;
import org.xincheng.support.XinchengTest;

/** Many transactions at once, each with several entries and with locks of its own, make one chain and never wait for each other in a ring. */
@XinchengTest
class OneChainTest {

    private static final int THREADS = 8;
    private static final int TRANSACTIONS = 40;
    private static final long SEED = 20260302;

    @Autowired
    AuditLog audit;

    @Autowired
    AuditChain chain;

    @Autowired
    CaseLog cases;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void isUnbrokenWhoeverWritesAtTheSameTime() throws Exception {
        Anchor before = chain.head();
        UUID[] subjects = {UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()};
        var barrier = new CyclicBarrier(THREADS);
        var threads = Executors.newFixedThreadPool(THREADS);
        long written = 0;
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                var random = new Random(SEED + thread);
                Callable<Integer> work = () -> {
                    barrier.await();
                    int rows = 0;
                    for (int i = 0; i < TRANSACTIONS; i++) {
                        rows += act(subjects, random);
                    }
                    return rows;
                };
                running.add(threads.submit(work));
            }
            for (Future<Integer> one : running) {
                written += one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        var verified = chain.verify(Optional.of(before), read -> {});
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.head().seq()).isEqualTo(before.seq() + written);
    }

    /** Before, between and after the entries a subject is locked; the lock of the chain comes last of all. */
    private int act(UUID[] subjects, Random random) {
        int entries = 1 + random.nextInt(3);
        int subject = random.nextInt(subjects.length);
        boolean fails = random.nextInt(5) == 0;
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < entries; i++) {
                audit.command("officer1", "test.act", "T-" + i, "done");
                if (i == 0) {
                    cases.lockSubject(subjects[subject]);
                }
            }
            audit.read("officer1", subjects[subject], "test", "/test");
            if (fails) {
                status.setRollbackOnly();
            }
        });
        return fails ? 0 : entries + 1;
    }
}
