package org.xincheng.supervision.audit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.audit.Anchor;
import org.xincheng.audit.AuditChain;
import org.xincheng.audit.AuditLog;
import org.xincheng.audit.Verification;
import org.xincheng.credit.BadInputException;

/** Verifies the log at the auditor's request, one at a time: it reads every row there is. */
@Service
class LogVerification {

    private final AuditChain chain;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final AtomicBoolean running = new AtomicBoolean();

    LogVerification(AuditChain chain, AuditLog audit, TransactionTemplate transaction) {
        this.chain = chain;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The present end of the chain. */
    Anchor head() {
        return chain.head();
    }

    /**
     * Verifies, and logs who did and what came out.
     *
     * @param anchor {@code seq:hash}, or empty
     * @throws BadInputException where the anchor is none, or where another verification is running
     */
    Verification verify(String anchor, String auditor) {
        Optional<Anchor> kept = Anchor.parse(anchor);
        if (kept.isEmpty() && !anchor.isBlank()) {
            throw new BadInputException("anchor", "锚点应写作“序号:64位哈希”，如系统日志或者上次核验结果所示", "not an anchor");
        }
        if (!running.compareAndSet(false, true)) {
            throw new BadInputException("anchor", "另一次核验正在进行，请稍后再试", "another verification is running");
        }
        try {
            Verification verified = chain.verify(kept, read -> {});
            String outcome = verified.intact() ? "intact" : verified.total() + " findings";
            String against = kept.map(Anchor::toString).orElse("-");
            transaction.executeWithoutResult(begun -> audit.command(auditor, "audit.verify", against, outcome));
            return verified;
        } finally {
            running.set(false);
        }
    }
}
