package planted.timecomesfromtheclock.credit;

import java.time.Instant;

/** Planted: a time that no test can set. */
class StoreThatLooksAtTheWall {
    Instant recordedAt() {
        return Instant.now();
    }
}
