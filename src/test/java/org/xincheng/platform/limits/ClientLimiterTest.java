package org.xincheng.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ClientLimiterTest {

    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final HandSetClock clock = new HandSetClock();
    private final ClientLimiter limiter = new ClientLimiter(clock, 5, PERIOD, 3);

    @Test
    void givesAClientItsTimesAndThenSaysHowLongToWait() {
        takeAll("a");
        assertThat(limiter.take("a")).isEqualTo(Duration.ofMinutes(2));
        assertThat(limiter.take("b")).as("another client").isZero();
    }

    @Test
    void givesOneTimeBackAfterItsShareOfThePeriod() {
        takeAll("a");
        clock.move(Duration.ofMinutes(2));
        assertThat(limiter.take("a")).isZero();
        assertThat(limiter.take("a")).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void neverSavesUpMoreThanAllTimes() {
        takeAll("a");
        clock.move(PERIOD.multipliedBy(50));
        takeAll("a");
        assertThat(limiter.take("a")).isPositive();
    }

    @Test
    void takesNothingMoreFromAClientThatHasToWait() {
        takeAll("a");
        for (int i = 0; i < 100; i++) {
            limiter.take("a");
        }
        clock.move(Duration.ofMinutes(2));
        assertThat(limiter.take("a")).isZero();
    }

    @Test
    void countsNotWhatIsGivenBack() {
        for (int i = 0; i < 50; i++) {
            assertThat(limiter.take("a")).isZero();
            limiter.giveBack("a");
        }
        takeAll("a");
        assertThat(limiter.take("a")).isPositive();
    }

    @Test
    void remembersOnlySoManyClients() {
        takeAll("a");
        for (int i = 0; i < 1000; i++) {
            assertThat(limiter.take("flood" + i)).isZero();
        }
        assertThat(limiter.remembered()).isLessThanOrEqualTo(3);
    }

    @Test
    void startsAnewWhenTheClockIsSetBack() {
        takeAll("a");
        clock.move(Duration.ofDays(-30));
        assertThat(limiter.take("a")).isZero();
    }

    @Test
    void countsOneSubscriberOfIpv6Once() {
        assertThat(ClientAddress.of("2001:db8:1:2:aaaa::1")).isEqualTo(ClientAddress.of("2001:db8:1:2:bbbb::9"));
        assertThat(ClientAddress.of("2001:db8:1:2::1")).isNotEqualTo(ClientAddress.of("2001:db8:1:3::1"));
        assertThat(ClientAddress.of("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(ClientAddress.of("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(ClientAddress.of("unknown:thing")).isEqualTo("unknown:thing");
    }

    private void takeAll(String client) {
        for (int i = 0; i < 5; i++) {
            assertThat(limiter.take(client)).as("time " + i).isZero();
        }
    }

    private static final class HandSetClock extends Clock {

        private Instant now = Instant.parse("2026-03-09T01:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
