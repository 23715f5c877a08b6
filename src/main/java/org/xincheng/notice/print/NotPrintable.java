package org.xincheng.notice.print;

/** A letter that is not printed. */
public class NotPrintable extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** Its text was redacted: there is nothing left to print. */
        REDACTED,
        /** Its text is not the one that was issued; on paper it would look genuine. */
        BROKEN
    }

    private final Reason reason;

    NotPrintable(String letterNumber, Reason reason) {
        super(letterNumber + " is not printed: " + reason);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
