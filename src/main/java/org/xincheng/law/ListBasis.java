package org.xincheng.law;

/** Legal rank of the standard that founds a list, highest last (WZ2022 (七)(八)). */
public enum ListBasis {
    /** A policy paper only. */
    POLICY,
    /** A rule of a ministry (部门规章). */
    MINISTRY_RULE,
    /** A regulation of a local people's congress (地方性法规). */
    LOCAL_REGULATION,
    /** A national standard, law or State Council regulation. */
    NATIONAL;

    /** Whether a list of serious dishonesty may rest on it (WZ2022 (七)(八)). */
    public boolean foundsSeriousList() {
        return compareTo(MINISTRY_RULE) >= 0;
    }
}
