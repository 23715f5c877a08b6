package org.xincheng.platform.attack;

import java.util.concurrent.atomic.AtomicInteger;
import org.xincheng.platform.engine.ModelFunctions;

/** Sings when an attacker's code runs, be it by this bean, which any expression of a model may name, or by a system property. */
public final class Canary implements ModelFunctions {

    static final String PROPERTY = "xincheng.canary";

    private final AtomicInteger songs = new AtomicInteger();

    /** What an attacker's expression calls. */
    public String sing() {
        songs.incrementAndGet();
        return "canary";
    }

    boolean hasSung() {
        return songs.get() > 0 || System.getProperty(PROPERTY) != null;
    }

    void hush() {
        songs.set(0);
        System.clearProperty(PROPERTY);
    }
}
