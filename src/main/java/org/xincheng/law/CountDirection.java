package org.xincheng.law;

/** Whether a limit is counted forward from its start event or back from a day that is itself not counted. */
public enum CountDirection {
    FORWARD,
    BACKWARD
}
