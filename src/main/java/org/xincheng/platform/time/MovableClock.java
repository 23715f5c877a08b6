package org.xincheng.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The clock of the whole application, to the millisecond; the engine's clock moves with it.
 *
 * <p>In production nothing moves it. In the demo it runs on from where it was moved to, and moves forward only. In tests
 * it stands still where it was set, forward or back, so that a test can name the exact instant of an event.
 *
 * <p>Milliseconds, because the engine keeps no more, and the database would round what is finer: an instant read back
 * equals the one written.
 */
public final class MovableClock extends Clock {

    /** The zone every date of the application is meant in. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Nobody plays a case further ahead than this, and PostgreSQL's and Java's ranges are far away. */
    private static final Duration FURTHEST = Duration.ofDays(36_525);

    private final Clock real = Clock.tickMillis(ZoneOffset.UTC);
    private final ZoneId zone;
    private final State state;

    private MovableClock(ZoneId zone, State state) {
        this.zone = zone;
        this.state = state;
    }

    /** A clock that shows the real time plus an offset, and runs. */
    static MovableClock running(Duration offset) {
        ClockUtil.offset(offset.toMillis());
        return new MovableClock(ZONE, new State(true, offset));
    }

    /** A clock for tests: shows the real time until it is set, then stands still. */
    static MovableClock standing() {
        return new MovableClock(ZONE, new State(false, Duration.ZERO));
    }

    /**
     * Moves this clock and the engine's forward.
     *
     * @return how far the clock now runs ahead of the real time
     * @throws ClockNotMovable when the instant is in this clock's past, or absurdly far ahead
     */
    Duration moveForward(Instant instant) {
        synchronized (state) {
            Instant now = instant();
            if (instant.isBefore(now) || instant.isAfter(real.instant().plus(FURTHEST))) {
                throw new ClockNotMovable(now, instant);
            }
            move(instant);
            return state.offset;
        }
    }

    /**
     * Sets this clock and the engine's to an instant, back if need be. For tests.
     *
     * @throws IllegalStateException on a clock that is not one for tests
     */
    public void set(Instant instant) {
        requireTestClock();
        synchronized (state) {
            move(instant);
        }
    }

    /**
     * Shows the real time again, here and in the engine. For tests.
     *
     * @throws IllegalStateException on a clock that is not one for tests
     */
    public void reset() {
        requireTestClock();
        synchronized (state) {
            state.offset = Duration.ZERO;
            state.standing = null;
            ClockUtil.reset();
        }
    }

    private void requireTestClock() {
        if (state.runs) {
            throw new IllegalStateException("This clock only moves forward");
        }
    }

    private void move(Instant instant) {
        state.offset = Duration.between(real.instant(), instant);
        if (state.runs) {
            ClockUtil.offset(state.offset.toMillis());
        } else {
            state.standing = instant;
            ClockUtil.setCurrentTime(Date.from(instant));
        }
    }

    @Override
    public Instant instant() {
        synchronized (state) {
            return state.standing != null ? state.standing : real.instant().plus(state.offset);
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(other, state);
    }

    /** Shared by this clock and its copies in other zones. */
    private static final class State {
        private final boolean runs;
        private Duration offset;
        private Instant standing;

        private State(boolean runs, Duration offset) {
            this.runs = runs;
            this.offset = offset;
        }
    }
}
