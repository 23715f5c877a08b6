package org.xincheng.platform.limits;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xincheng.platform.start.StartRefused;

/**
 * How often routes may be called. There is no switch: a number that would amount to one is refused at the start.
 *
 * @param publicPerMinute calls of public pages and interfaces, per client address and minute
 * @param lookupsPerMinute look-ups of subjects and case files by interface, per account and minute
 * @param lookupsPerDay the same per day: who carries data away asks steadily rather than fast
 * @param clients how many clients are remembered at most
 */
@ConfigurationProperties("xincheng.rate-limits")
record RateLimits(
        @DefaultValue("120") int publicPerMinute,
        @DefaultValue("60") int lookupsPerMinute,
        @DefaultValue("2000") int lookupsPerDay,
        @DefaultValue("20000") int clients) {

    private static final int MOST_PER_MINUTE = 3_000;
    private static final int MOST_PER_DAY = 20_000;
    private static final int FEWEST_CLIENTS = 1_000;
    private static final int MOST_CLIENTS = 1_000_000;

    RateLimits {
        require("public-per-minute", publicPerMinute, 1, MOST_PER_MINUTE);
        require("lookups-per-minute", lookupsPerMinute, 1, MOST_PER_MINUTE);
        require("lookups-per-day", lookupsPerDay, 1, MOST_PER_DAY);
        require("clients", clients, FEWEST_CLIENTS, MOST_CLIENTS);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new StartRefused(List.of("xincheng.rate-limits." + name + " is " + value + ", not between " + least
                    + " and " + most + " / 访问频率限制 " + name + " 应在 " + least + " 与 " + most + " 之间"));
        }
    }
}
