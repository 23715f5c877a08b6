package org.xincheng.supervision.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xincheng.audit.AuditChain;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.Refusal;
import org.xincheng.credit.RefusedException;

/**
 * Review of lookups (查询审查): 「建立完善信息查询使用登记和审查制度」, WZ2022 (二十一). Draws and verdicts are added and never changed, and both are
 * logged.
 */
@Service
class LookupReviews {

    private static final int LONGEST_REASON = 1000;
    private static final int SEED_BYTES = 16;

    private final ReviewStore store;
    private final Urn urn;
    private final AuditChain chain;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LookupReviews(ReviewStore store, Urn urn, AuditChain chain, AuditLog audit, Clock clock) {
        this.store = store;
        this.urn = urn;
        this.chain = chain;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Draws a sample by a fresh seed, which nobody chooses: who could choose it could choose the rows.
     *
     * @return the review's number
     * @throws BadInputException where there is nothing to draw from
     */
    @Transactional
    public long draw(DrawForm.Wanted wanted, String auditor) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        var draw = new Draw(
                wanted.firstDay(),
                wanted.lastDay(),
                wanted.actor(),
                HexFormat.of().formatHex(seed),
                chain.head().seq());
        long population = urn.size(draw);
        if (population == 0) {
            throw new BadInputException("firstDay", "所选期间没有查阅记录，无可抽取", "no readings in this period");
        }
        long id = store.add(draw, population, wanted.size(), auditor, OffsetDateTime.now(clock));
        List<Long> entries = urn.draw(draw, wanted.size());
        store.addItems(id, entries);
        audit.command(auditor, "lookupReview.draw", "review " + id, entries.size() + " of " + population);
        return id;
    }

    /** Whether drawing again by the recorded seed gives the rows that were drawn. */
    @Transactional(readOnly = true)
    public boolean isRepeatable(Review review) {
        return urn.size(Draw.of(review)) == review.population()
                && urn.draw(Draw.of(review), review.size()).equals(store.entries(review.id()));
    }

    /**
     * Gives a verdict on one row.
     *
     * @throws BadInputException where verdict or reason are missing
     * @throws RefusedException where it is the auditor's own reading, or where the row has a verdict already
     */
    @Transactional
    public void judge(ReviewStore.Item item, String verdict, String reason, String auditor) {
        var faults = new FaultList();
        if (!List.of("COMPLIANT", "DOUBTFUL", "VIOLATION").contains(verdict)) {
            faults.add("verdict", "请选择审查结论", "verdict is required");
        }
        faults.requiredText("reason", "理由", reason, LONGEST_REASON);
        LogForm.refuseIdentifier(faults, "reason", "理由", reason);
        faults.throwIfAny();
        if (item.actor().equals(auditor)) {
            throw refused("reviewerIsNotTheReader", "这是您本人的查阅，须由其他审计员审查", "nobody reviews their own reading");
        }
        boolean first =
                store.addVerdict(item, Verdict.valueOf(verdict), reason.strip(), auditor, OffsetDateTime.now(clock));
        if (!first) {
            throw refused("oneVerdictPerRow", "其他审计员刚刚作出结论，您的结论没有保存", "somebody else was first");
        }
        audit.command(auditor, "lookupReview.verdict", "review " + item.reviewId() + "/" + item.position(), verdict);
    }

    private static RefusedException refused(String policy, String zh, String en) {
        return new RefusedException(new Refusal(policy, zh, en, "WZ2022", "（二十一）"));
    }
}
