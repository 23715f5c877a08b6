package org.xincheng.procedure.repair;

/** What a review can say. */
enum ReviewOutcome {
    PASS,
    REJECT;

    boolean passed() {
        return this == PASS;
    }
}
