package org.xincheng.credit;

/** The store refuses a command; the transaction is rolled back and nothing has happened. */
public class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    /** A refusal, told to whoever gave the command. */
    public RefusedException(Refusal refusal) {
        super(refusal.sentence());
        this.refusal = refusal;
    }

    /** The policy, reason and article. */
    public Refusal refusal() {
        return refusal;
    }
}
