package org.xincheng.support;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.xincheng.platform.time.MovableClock;

/**
 * Sets the clock of the application and of the engine; it then stands still until set again. All times are meant in
 * Asia/Shanghai. Setting the clock fires nothing: run the jobs that are due with {@link Jobs}.
 */
public final class TestClock {

    private final MovableClock clock;

    /** On the clock of an application context. */
    public TestClock(MovableClock clock) {
        this.clock = clock;
    }

    /** Sets the clock to a local date and time, e.g. {@code 2026-02-10T09:00}. */
    public Instant at(String localDateTime) {
        return at(LocalDateTime.parse(localDateTime));
    }

    /** Sets the clock to a local date and time. */
    public Instant at(LocalDateTime localDateTime) {
        return at(localDateTime.atZone(MovableClock.ZONE).toInstant());
    }

    /** Sets the clock to nine in the morning of a day. */
    public Instant morningOf(LocalDate day) {
        return at(day.atTime(LocalTime.of(9, 0)));
    }

    /** Sets the clock to an instant. */
    public Instant at(Instant instant) {
        clock.set(instant);
        return instant;
    }

    /** Moves the clock on by a duration. */
    public Instant advance(Duration duration) {
        return at(clock.instant().plus(duration));
    }

    /** What the clock shows. */
    public Instant now() {
        return clock.instant();
    }

    /** The day the clock shows. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Shows the real time again; done after each test. */
    public void reset() {
        clock.reset();
    }
}
