package org.xincheng.platform.time;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/** Moves the demo's clock forward, and remembers it. */
@Service
@Profile({"demo", "test"})
public class DemoClock {

    private final MovableClock clock;
    private final DemoClockStore store;

    DemoClock(MovableClock clock, DemoClockStore store) {
        this.clock = clock;
        this.store = store;
    }

    /** What the clock shows now, in Asia/Shanghai. */
    public ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    /**
     * Moves the clock of the application and of the engine.
     *
     * @return what the clock shows then, in Asia/Shanghai
     * @throws ClockNotMovable when the instant is in the clock's past or more than a hundred years ahead
     */
    public synchronized ZonedDateTime moveTo(Instant instant) {
        // Written after the move: should writing fail, the clock is ahead until the next start, never behind an event.
        store.keep(clock.moveForward(instant));
        return now();
    }
}
