package org.xincheng.platform.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import org.xincheng.platform.time.RealTime;

/** Real time that a test moves on; it never goes back, since sessions and codes of other tests of the context have their times. */
@TestComponent
@Primary
public class MovedTime extends RealTime {

    private volatile Duration ahead = Duration.ZERO;

    public MovedTime() {
        super(Clock.systemUTC());
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant now() {
        return super.now().plus(ahead);
    }
}
