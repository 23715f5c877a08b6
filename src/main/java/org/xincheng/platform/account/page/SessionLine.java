package org.xincheng.platform.account.page;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.xincheng.platform.account.session.OpenSession;
import org.xincheng.platform.time.MovableClock;

/**
 * A session as the pages list it.
 *
 * @param user name for screens
 * @param since when it was opened, Beijing time
 * @param lastSeen when somebody last did something in it, Beijing time
 * @param present whether it is the one that asks
 */
public record SessionLine(
        String userId,
        String user,
        ZonedDateTime since,
        ZonedDateTime lastSeen,
        String address,
        String client,
        boolean present) {

    static SessionLine of(OpenSession session, String user, OpenSession asking) {
        return new SessionLine(
                session.userId(),
                user,
                beijing(session.since()),
                beijing(session.lastSeen()),
                session.address(),
                session.client(),
                session == asking);
    }

    private static ZonedDateTime beijing(Instant instant) {
        return instant.atZone(MovableClock.ZONE);
    }
}
