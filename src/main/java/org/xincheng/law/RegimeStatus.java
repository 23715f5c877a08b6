package org.xincheng.law;

/** What can be done under a regime (domain/regimes.md §0 and §C item 22). */
public enum RegimeStatus {
    /** Cases can be opened inside the dates. */
    EXECUTABLE,
    /** Its gates apply to every other regime; no case runs under it. */
    OVERLAY,
    /** A framework plan without a procedure of its own. */
    FRAMEWORK,
    /** Only a list of measures. */
    MEASURES_ONLY,
    /** The issuer is gone; running cases run off. */
    ABOLISHED
}
