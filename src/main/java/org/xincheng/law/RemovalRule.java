package org.xincheng.law;

/**
 * One row of {@code processes/term/removal.dmn}: whether a regime removes on application before the end of the term (WS-JINAN art. 7(五); WS-SAWS art. 7). Without
 * an application the term ends all the same (regimes.md §C 21).
 *
 * @param onApplication whether it does
 * @param document founding document
 * @param article its article
 */
public record RemovalRule(boolean onApplication, String document, String article) {}
