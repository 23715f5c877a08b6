package org.xincheng.credit;

import java.util.Optional;

/** The store refuses a command; the transaction is rolled back and nothing has happened. */
public class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    /** A refusal, told to whoever gave the command. */
    public RefusedException(Refusal refusal) {
        super(refusal.sentence());
        this.refusal = refusal;
    }

    /** Throws the first refusal among the verdicts; where none refuses, nothing happens. */
    @SafeVarargs
    public static void require(Optional<Refusal>... verdicts) {
        for (var verdict : verdicts) {
            verdict.ifPresent(refusal -> {
                throw new RefusedException(refusal);
            });
        }
    }

    /** The policy, reason and article. */
    public Refusal refusal() {
        return refusal;
    }
}
