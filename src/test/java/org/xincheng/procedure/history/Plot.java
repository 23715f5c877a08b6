package org.xincheng.procedure.history;

import java.util.List;
import java.util.Random;
import org.xincheng.procedure.history.Filings.Filing;

/** What a history is mostly about: how many of a hundred, how long, and what comes in from outside. */
enum Plot {
    OBJECTION(27, 4, 9, List.of(Filing.OBJECT, Filing.OBJECT, Filing.COMPLAIN)),
    COMPLAINT(6, 11, 17, List.of(Filing.COMPLAIN)),
    REPAIR(20, 5, 10, List.of(Filing.REPAIR, Filing.REPAIR, Filing.REPAIR, Filing.REPAIR, Filing.OBJECT)),
    CORRECTION(13, 4, 8, List.of(Filing.CORRECT, Filing.CORRECT, Filing.CORRECT, Filing.OBJECT)),
    REMOVAL(8, 5, 10, List.of(Filing.APPLY, Filing.APPLY, Filing.APPLY, Filing.NEW_ACT, Filing.OBJECT)),
    ENDS(8, 4, 7, List.of(Filing.OBJECT, Filing.REPAIR, Filing.CORRECT, Filing.ATTACH)),
    REVOCATION(6, 14, 20, List.of(Filing.SUSPECT)),
    UPGRADE(4, 12, 20, List.of(Filing.NEW_ACT, Filing.NEW_ACT, Filing.OBJECT)),
    DETERMINATION(3, 10, 16, List.of(Filing.OBJECT)),
    PERSON(3, 4, 8, List.of(Filing.OBJECT, Filing.REPAIR, Filing.CORRECT)),
    EVERYTHING(2, 20, 34, List.of(Filing.values()));

    private final int share;
    private final int fewest;
    private final int most;

    // What is given is List.of.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Filing> filings;

    Plot(int share, int fewest, int most, List<Filing> filings) {
        this.share = share;
        this.fewest = fewest;
        this.most = most;
        this.filings = filings;
    }

    static Plot any(Random random) {
        var left = random.nextInt(100);
        for (var plot : values()) {
            left -= plot.share;
            if (left < 0) {
                return plot;
            }
        }
        throw new IllegalStateException("the shares are a hundred");
    }

    /** Whether there is nothing to do at first: a repair is asked for after months, a removal near the end. */
    boolean beginsLater() {
        return this == REPAIR || this == REVOCATION || this == REMOVAL;
    }

    /** Whether it is about what comes late in a procedure: whoever works hurries on. */
    boolean isDeep() {
        return this == COMPLAINT || this == REVOCATION || this == UPGRADE || this == DETERMINATION;
    }

    int steps(Random random) {
        return fewest + random.nextInt(most - fewest + 1);
    }

    Filing filing(Random random) {
        return filings.get(random.nextInt(filings.size()));
    }
}
