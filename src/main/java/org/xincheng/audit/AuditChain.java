package org.xincheng.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain over the log: its present end, and the proof that nothing in it was changed, taken away or moved. */
@Component
public class AuditChain {

    private static final int BATCH = 10_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate oneView;

    AuditChain(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        // Everything is read as of one instant: work that goes on meanwhile is neither waited for nor half seen.
        this.oneView = new TransactionTemplate(transactions);
        this.oneView.setReadOnly(true);
        this.oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneView.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The present end of the chain. */
    public Anchor head() {
        return jdbc.sql("select seq, hash from audit.link order by seq desc limit 1")
                .query((row, number) -> new Anchor(row.getLong("seq"), hex(row.getBytes("hash"))))
                .optional()
                .orElse(new Anchor(0, EntryHash.BEGINNING));
    }

    /**
     * Recomputes the whole chain, in this process and not by the database's own functions.
     *
     * @param anchor an end of the chain written down earlier, outside the database; without one, entries cut off at the end and a
     *     chain made anew from some point on cannot be told from an honest one
     * @param progress is told after each batch how many links have been read
     */
    public Verification verify(Optional<Anchor> anchor, LongConsumer progress) {
        return oneView.execute(view -> {
            var check = new ChainCheck(anchor);
            long after = Long.MIN_VALUE;
            long read = 0;
            List<ChainCheck.Link> batch;
            do {
                batch = batch(after);
                for (ChainCheck.Link link : batch) {
                    check.next(link);
                    after = link.seq();
                }
                read += batch.size();
                progress.accept(read);
            } while (batch.size() == BATCH);
            unlinked().forEach(check::unlinked);
            return check.end();
        });
    }

    private List<ChainCheck.Link> batch(long after) {
        return jdbc.sql("""
                        select l.seq, l.entry_id, l.previous, l.hash, e.*
                        from audit.link l left join audit.entry e on e.id = l.entry_id
                        where l.seq > ? order by l.seq limit ?
                        """).params(after, BATCH).query(AuditChain::link).list();
    }

    private List<Long> unlinked() {
        return jdbc.sql("""
                        select e.id from audit.entry e
                        where not exists (select from audit.link l where l.entry_id = e.id) order by e.id
                        """).query(Long.class).list();
    }

    private static ChainCheck.Link link(ResultSet row, int number) throws SQLException {
        row.getLong("id");
        boolean gone = row.wasNull();
        return new ChainCheck.Link(
                row.getLong("seq"),
                row.getLong("entry_id"),
                hex(row.getBytes("previous")),
                hex(row.getBytes("hash")),
                gone ? null : AuditEntry.read(row));
    }

    private static String hex(byte[] hash) {
        return hash == null ? "" : HexFormat.of().formatHex(hash);
    }
}
