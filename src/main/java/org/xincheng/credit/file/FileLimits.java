package org.xincheng.credit.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many and how large.
 *
 * @param mostMegabytes of one file
 * @param mostInARequest files handed in together
 * @param mostInACase files of one case, withdrawn ones among them
 * @param mostInADay files one user files in one day
 */
@ConfigurationProperties("xincheng.files")
public record FileLimits(
        @DefaultValue("20") int mostMegabytes,
        @DefaultValue("10") int mostInARequest,
        @DefaultValue("300") int mostInACase,
        @DefaultValue("200") int mostInADay) {

    long mostBytes() {
        return mostMegabytes * 1024L * 1024;
    }
}
