package org.xincheng.supervision;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large a bound case may become.
 *
 * @param mostMegabytes of filed documents together
 * @param mostPages of the whole
 * @param atOnce how many are made at one time; whoever comes on top waits a little and is then asked to try again
 */
@ConfigurationProperties("xincheng.bundles")
record BundleLimits(
        @DefaultValue("500") int mostMegabytes,
        @DefaultValue("5000") int mostPages,
        @DefaultValue("2") int atOnce) {

    long mostBytes() {
        return mostMegabytes * 1024L * 1024;
    }
}
