package org.xincheng.procedure.history;

import java.time.LocalDateTime;

/**
 * Something the engine waits for in a case.
 *
 * @param kind what it is
 * @param number number of the case
 * @param activity key of the activity
 * @param id the engine's id of it
 * @param at when a task began or a timer rings, Asia/Shanghai; null where it has no time
 */
record Waiting(Kind kind, String number, String activity, String id, LocalDateTime at) {

    /** What the engine can wait for. */
    enum Kind {
        TASK,
        JOB,
        MESSAGE,
        INCIDENT
    }

    /** Whether it is a timer that the clock has reached. */
    boolean isDue(LocalDateTime now) {
        return kind == Kind.JOB && (at == null || !at.isAfter(now));
    }

    boolean isTermOver() {
        return activity.equals("timerEvent_termOver");
    }
}
