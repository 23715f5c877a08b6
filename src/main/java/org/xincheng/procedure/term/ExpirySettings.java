package org.xincheng.procedure.term;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xincheng.platform.start.StartRefused;

/**
 * How fast terms that are over are followed up.
 *
 * @param atMostPerSecond how many in a second: what they bring along (letters, tasks, mails) must leave room for everybody else's work
 */
@ConfigurationProperties("xincheng.expiry")
record ExpirySettings(@DefaultValue("20") int atMostPerSecond) {

    private static final int MOST = 1_000;

    ExpirySettings {
        if (atMostPerSecond < 1 || atMostPerSecond > MOST) {
            throw new StartRefused(List.of("xincheng.expiry.at-most-per-second is " + atMostPerSecond
                    + ", not between 1 and " + MOST + " / 期满后续办理每秒件数应在 1 与 " + MOST + " 之间"));
        }
    }
}
