package org.xincheng.procedure.term;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

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
            throw new IllegalArgumentException(
                    "xincheng.expiry.at-most-per-second is " + atMostPerSecond + ", not between 1 and " + MOST);
        }
    }
}
