package org.xincheng.platform.time;

import java.time.Clock;
import java.time.Instant;

/**
 * The time that people and their telephones live in: how long nobody has touched a session, which one-time code is due. The clock of
 * the cases may be moved in the demo; whoever is signed in there shall stay so, and their telephone knows nothing of it.
 */
public class RealTime {

    private final Clock clock;

    /** The time of a clock that nobody moves. */
    public RealTime(Clock clock) {
        this.clock = clock;
    }

    /** Now. */
    public Instant now() {
        return clock.instant();
    }
}
