package org.xincheng.procedure.term;

import java.util.HashSet;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.xincheng.credit.term.ExpiryLog;

/** Begins an expiry run and leaves it in its middle, as a process does that is killed. */
@TestComponent
public class InterruptedRun {

    private final ExpiryRuns expiry;
    private final ExpiryLog runs;
    private final OverTerms over;

    InterruptedRun(ExpiryRuns expiry, ExpiryLog runs, OverTerms over) {
        this.expiry = expiry;
        this.runs = runs;
        this.over = over;
    }

    /** Follows up so many terms of those that wait, the longest waiting first; gives the number of the run. */
    public long of(int terms) {
        var begun = runs.begin("engine", over.waiting());
        over.next(Set.of()).stream().limit(terms).forEach(alarm -> expiry.followUp(begun.id(), alarm, new HashSet<>()));
        return begun.id();
    }
}
