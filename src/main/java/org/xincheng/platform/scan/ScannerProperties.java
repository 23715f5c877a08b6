package org.xincheng.platform.scan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the scanner is.
 *
 * @param address {@code host:port}, {@code unix:/path/of/the/socket}, or {@code none} where the operator decides to go without
 * @param timeout how long it may take over one file
 * @param retryInterval how long a file waits before it is asked about again
 */
@ConfigurationProperties("xincheng.scanner")
record ScannerProperties(
        @DefaultValue("") String address,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("60s") Duration retryInterval) {

    static final String NONE = "none";

    boolean decided() {
        return !address.isBlank();
    }

    boolean configured() {
        return decided() && !address.equals(NONE);
    }
}
