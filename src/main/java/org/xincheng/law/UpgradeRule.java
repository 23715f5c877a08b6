package org.xincheng.law;

/**
 * One row of {@code processes/term/upgrade.dmn}: a new act during the term of a listing is a ground for a heavier one, by a determination of its own (MOHURD
 * art. 7(三); WS-CITY art. 7).
 *
 * @param toLevel key of the heavier level
 * @param document founding document
 * @param article its article
 */
public record UpgradeRule(String toLevel, String document, String article) {}
