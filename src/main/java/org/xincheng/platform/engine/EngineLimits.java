package org.xincheng.platform.engine;

/** Limits that the engine and the gate before its REST have in common. */
public final class EngineLimits {

    /** The longest list anybody may ask for; the gate cuts longer wishes to it. */
    public static final int LONGEST_LIST = 1000;

    private EngineLimits() {}
}
