package org.xincheng.platform.time;

import java.time.Instant;

/** The clock was asked to go back; events that have happened would lie in its future. */
public final class ClockNotMovable extends IllegalArgumentException {

    ClockNotMovable(Instant now, Instant asked) {
        super("The clock shows " + now + " and cannot go back to " + asked);
    }
}
