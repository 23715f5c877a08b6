package org.xincheng.credit.cases;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The office that runs this system, as letters name it.
 *
 * @param name name of the office
 * @param address where it is reached
 * @param phone its telephone
 * @param word the office's own characters in letter numbers (机关代字)
 * @param reconsiderationBody body that decides reconsideration (行政复议)
 * @param court court that hears administrative litigation
 * @param superior superior authority, where a regime needs its determination
 * @param website where listings are published
 */
@ConfigurationProperties("xincheng.office")
public record OfficeProperties(
        String name,
        String address,
        String phone,
        String word,
        String reconsiderationBody,
        String court,
        String superior,
        String website) {}
