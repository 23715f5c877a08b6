package org.xincheng.hostile;

import org.xincheng.support.RawHttp;

/** One place where the application takes something in. A new one is added to {@link Surfaces#all()}. */
interface Surface {

    /** Short name in failures. */
    String name();

    /** How often it is chosen, against the others. */
    int weight();

    /** Sends one hostile input. */
    Shot fire();

    /**
     * An input and its answer.
     *
     * @param sent the beginning of what was sent, for the failure's message
     */
    record Shot(String sent, RawHttp.Answer answer) {}
}
