package org.xincheng.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets each client do something so many times in a period. Unused times come back evenly, so a client that used up all of them waits
 * for one, not for the whole period.
 *
 * <p>Only so many clients are remembered, those seen last, and none longer than its period: the memory used has a bound, and a client
 * forgotten after a full period would have all its times back anyway.
 *
 * <p>A clock that is set back forgets everybody; otherwise nothing would come back to anybody until the clock has caught up.
 */
public final class ClientLimiter {

    private final Clock clock;
    private final int times;
    private final Duration period;
    private final Cache<String, Bucket> buckets;
    private final AtomicLong latest = new AtomicLong(Long.MIN_VALUE);

    /**
     * A limiter that nobody has asked yet.
     *
     * @param clock the time by which times come back
     * @param times how often a client may at once
     * @param period in which all of them come back
     * @param clients how many clients are remembered
     */
    public ClientLimiter(Clock clock, int times, Duration period, int clients) {
        this.clock = clock;
        this.times = times;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(clients)
                .expireAfterAccess(period)
                .ticker(this::nanos)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Takes one time of the client's.
     *
     * @return zero where it had one; otherwise how long until it has one again, and nothing was taken
     */
    public Duration take(String client) {
        forgetIfSetBack();
        long wait = bucket(client).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        return Duration.ofNanos(wait);
    }

    /** Gives back what {@link #take} took, because it turned out not to count. */
    public void giveBack(String client) {
        bucket(client).addTokens(1);
    }

    /** How many clients are remembered at present. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(String client) {
        return buckets.get(
                client,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
                        .withCustomTimePrecision(new ClockMeter())
                        .build());
    }

    private void forgetIfSetBack() {
        long now = nanos();
        if (latest.getAndSet(now) > now + TimeUnit.SECONDS.toNanos(1)) {
            buckets.invalidateAll();
        }
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    private final class ClockMeter implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
